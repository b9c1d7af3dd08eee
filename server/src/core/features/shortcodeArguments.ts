// What completion, hover and signature help say of the argument of a shortcode, in the same words.
import type { ArgumentSchema } from '../schema/shortcodeSchema.ts';
import { code, plain } from '../text/markdown.ts';
import { message } from '../text/message.ts';
import type { Message } from '../text/message.ts';

/** What is to be said of an argument, in Markdown, without its name. */
export function argumentDocumentation(argument: ArgumentSchema, say: (message: Message) => string): string {
  const { documentation, values, isClosed, reads } = argument;
  const [readAt] = reads;
  const list = values.map(({ text }) => code(text)).join(', ');
  return [
    typeof documentation === 'string' ? plain(documentation) : (documentation ?? []),
    argument.default === undefined ? [] : message('Default: {0}.', code(argument.default)),
    values.length === 0 ? [] : isClosed ? message('One of {0}.', list) : message('Compared with {0}.', list),
    readAt === undefined ? [] : message('Read by {0}.', code(`${readAt.path}:${String(readAt.line)}`)),
  ]
    .flat()
    .map((paragraph) => (typeof paragraph === 'string' ? paragraph : say(paragraph)))
    .join('\n\n');
}

/** That it must be given, and what it is. */
export function argumentDetails(argument: ArgumentSchema): (Message | string)[] {
  return [argument.isRequired ? message('required') : [], typeText(argument) ?? []].flat();
}

function typeText({ type, uses }: ArgumentSchema): Message | string | undefined {
  const folder = uses[0]?.folder;
  switch (type) {
    case 'url':
      return 'URL';
    case 'markdown':
      return 'Markdown';
    case 'page':
      return message('a page');
    case 'asset':
    case 'resource':
      return message('a file');
    case 'path':
      return pathText(folder ?? '/');
    case 'partial':
      return message('a partial');
    case 'data':
      return folder === undefined || folder === ''
        ? message('a name from the data')
        : message('a name from data/{0}', folder.replaceAll('.', '/'));
    default:
      return type;
  }
}

function pathText(folder: string): Message {
  if (folder.includes('://')) {
    return message('part of the address {0}…', folder);
  }
  return folder === '/' ? message('a file') : message('a file in {0}', folder);
}
