import { code, picture } from '../core/text/markdown.ts';
import { formatMessage, message, type Message, type Translate } from '../core/text/message.ts';
import { isPicture } from '../core/text/path.ts';
import { pictureHead, pictureSize, type PictureSize } from '../core/preview/pictureSize.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';

/** In the editor's pixels, both ways: a list of suggestions has about as much room beside it. */
const pictureRoom = 320;

/**
 * What an editor shows of a file, in Markdown: its size, behind `link` where there is one, and the picture where it is one; nothing of
 * what is no file.
 */
export async function fileText(
  fileSystem: FileSystem,
  uri: string,
  translate: Translate,
  link?: string,
): Promise<string | undefined> {
  const bytes = await fileSystem.size(uri);
  if (bytes === undefined) {
    return undefined;
  }
  const size = isPicture(uri) ? await readPictureSize(fileSystem, uri) : undefined;
  const length = toLength(bytes);
  const facts =
    size === undefined ? length : message('{0} × {1} pixels, {2}', size.width, size.height, length);
  return [
    [link ?? [], formatMessage(facts, translate)].flat().join(' · '),
    isPicture(uri) ? picture(uri, widthOf(size)) : [],
  ]
    .flat()
    .join('\n\n');
}

/** A picture is never shown bigger than it is, and a tall one narrow enough to be seen whole. */
function widthOf(size: PictureSize | undefined): number {
  if (size === undefined) {
    return pictureRoom;
  }
  const { width, height } = size;
  return Math.ceil(Math.min(width, pictureRoom, (pictureRoom * width) / height));
}

async function readPictureSize(fileSystem: FileSystem, uri: string): Promise<PictureSize | undefined> {
  const [head] = await fileSystem.readBytes([uri], pictureHead);
  return head && pictureSize(head);
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
    : message('{0}.{1} MB', ...tenthsOf(Math.round(bytes / 100_000)));
}

/** Two numbers, because the sign between them is one of the language. */
function tenthsOf(tenths: number): readonly [number, number] {
  return [Math.floor(tenths / 10), tenths % 10];
}
