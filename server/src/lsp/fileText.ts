import { code, picture } from '../core/text/markdown.ts';
import { formatMessage, message, type Message, type Translate } from '../core/text/message.ts';
import { isPicture } from '../core/features/leads.ts';
import { pictureHead, pictureSize } from '../core/preview/pictureSize.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';

/** In the editor's pixels: a list of suggestions has about as much room beside it. */
const pictureWidth = 320;

/** What an editor shows of a file, in Markdown: the picture where it is one, and its size; nothing of what is no file. */
export async function fileText(
  fileSystem: FileSystem,
  uri: string,
  translate: Translate,
): Promise<string | undefined> {
  const bytes = await fileSystem.size(uri);
  if (bytes === undefined) {
    return undefined;
  }
  const length = toLength(bytes);
  const say = (text: Message): string => formatMessage(text, translate);
  if (!isPicture(uri)) {
    return say(length);
  }
  const [head] = await fileSystem.readBytes([uri], pictureHead);
  const size = head && pictureSize(head);
  const facts =
    size === undefined ? length : message('{0} × {1} pixels, {2}', size.width, size.height, length);
  return `${picture(uri, Math.min(pictureWidth, size?.width ?? pictureWidth))}\n\n${say(facts)}`;
}

/** A call as the Markdown of an example. */
export function exampleText(call: string, title: string): string {
  return `${title}\n\n${call.includes('\n') ? fenced(call) : code(call)}`;
}

function fenced(text: string): string {
  const longest = Math.max(2, ...[...text.matchAll(/`+/g)].map(([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}\n${text}\n${fence}`;
}

function toLength(bytes: number): Message {
  if (bytes < 1000) {
    return message('{0} bytes', bytes);
  }
  return bytes < 1_000_000
    ? message('{0} kB', Math.round(bytes / 1000))
    : message('{0} MB', (bytes / 1_000_000).toFixed(1));
}
