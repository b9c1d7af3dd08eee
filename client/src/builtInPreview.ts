// Shortcodes in VS Code's own Markdown preview. VS Code makes the preview's markdown-it and asks for it to be extended, synchronously, and
// parses without saying which document the text is from; so the open documents are asked for theirs.
import { commands, Uri, workspace } from 'vscode';
import type { TextDocument } from 'vscode';
import { shortcodeBoxes, unknownHugo } from '../../server/src/shared.ts';
import { isInSite } from './isInSite.ts';
import { translate } from './translate.ts';

type Markdown = Parameters<typeof shortcodeBoxes>[0];

/** The answers of `isInSite` by folder; `undefined` while it is being asked. */
const inSite = new Map<string, boolean | undefined>();

/** What VS Code calls for `markdown.markdownItPlugins`. Outside Hugo sites the preview stays as it is. */
export function extendMarkdownIt<Extended extends Markdown>(md: Extended): Extended {
  shortcodeBoxes(md, {
    isContent,
    keepsYaml: true,
    hugo: unknownHugo,
    takesInner: () => undefined,
    translate,
  });
  return md;
}

function isContent(text: string, env: Readonly<Record<string, unknown>>): boolean {
  const named = env['currentDocument'];
  const uri =
    named instanceof Uri ? named : workspace.textDocuments.find((document) => holds(document, text))?.uri;
  return uri?.scheme === 'file' && isFolderInSite(Uri.joinPath(uri, '..'));
}

function holds(document: TextDocument, text: string): boolean {
  return document.languageId === 'markdown' && document.getText() === text;
}

/** Whether a folder is known to lie in a Hugo site. One that nobody asked about is asked about now, and the preview shown again if it does. */
function isFolderInSite(folder: Uri): boolean {
  const key = folder.toString();
  if (!inSite.has(key)) {
    inSite.set(key, undefined);
    void ask(folder, key);
  }
  return inSite.get(key) === true;
}

async function ask(folder: Uri, key: string): Promise<void> {
  const answer = await isInSite(folder);
  inSite.set(key, answer);
  if (answer) {
    await commands.executeCommand('markdown.preview.refresh');
  }
}
