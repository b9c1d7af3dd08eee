/** The documents that Hugo may take as content, by their name, whatever the editor's language for them is. */
export const contentDocuments: readonly { readonly scheme: string; readonly pattern: string }[] = [
  { scheme: 'file', pattern: '**/*.{md,markdown,mdown,html,htm,adoc,asciidoc,ad,org,rst,rest,pandoc,pdc}' },
];
