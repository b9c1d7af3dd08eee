import { languages, window } from 'vscode';
import type { TextDocument, Uri } from 'vscode';

type DocumentPatterns = readonly { readonly scheme: string; readonly pattern: string }[];

/** The documents that Hugo may take as content, by their name, whatever the editor's language for them is. */
export const contentDocuments: DocumentPatterns = [
  { scheme: 'file', pattern: '**/*.{md,markdown,mdown,html,htm,adoc,asciidoc,ad,org,rst,rest,pandoc,pdc}' },
];

/** Templates, archetypes and data, in which names of the site stand, too. */
export const siteDocuments: DocumentPatterns = [
  { scheme: 'file', pattern: '**/{layouts,archetypes}/**' },
  { scheme: 'file', pattern: '**/{data,i18n}/**/*.{yaml,yml,toml,json}' },
];

/** What a team says of its site. */
export const teamDocuments: DocumentPatterns = [
  { scheme: 'file', pattern: '**/.hugo-scribe.{yaml,yml,json}' },
];

/** Whether Hugo may take the document as content. */
export function isContent(document: TextDocument): boolean {
  return languages.match([...contentDocuments], document) > 0;
}

/** The content file that is being written. */
export function activeContent(): Uri | undefined {
  const document = window.activeTextEditor?.document;
  return document !== undefined && isContent(document) ? document.uri : undefined;
}
