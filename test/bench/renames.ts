// What a new name takes in a large site, from the editor's question to all edits of all files; an echo server is asked the same.
import { RenameRequest, TextDocumentEdit, type WorkspaceEdit } from 'vscode-languageserver/node';
import { pages, rowsOf, type Asked, type Question } from './largeSite.ts';
import type { Row } from './measure.ts';
import { syntheticSite } from './synthetic.ts';

const post = 'content/blogg/0/inlagg-0.md';
const template = 'layouts/shortcodes/boat.html';

const asked: readonly Asked[] = [
  { name: 'a shortcode, from a call', file: post, text: 'boat sail', limit: 1500 },
  { name: 'an argument, from its template', file: template, text: 'sail"', limit: 1500 },
  { name: 'a key, from a page', file: post, text: 'harbor:', limit: 1500 },
  { name: 'a term, from a page', file: post, text: 'Rare', limit: 1500 },
];

const question: Question = {
  unit: 'edits',
  abilities: {
    workspace: {
      workspaceEdit: {
        documentChanges: true,
        resourceOperations: ['create', 'rename', 'delete'],
        changeAnnotationSupport: { groupsOnLabel: true },
      },
    },
  },
  ask: async (client, { uri, position }, run) =>
    editsOf(
      await client.connection.sendRequest(RenameRequest.type, {
        textDocument: { uri },
        position,
        newName: `other${String(run)}`,
      }),
    ),
};

/** 2,000 pages call the shortcode and have the term, 4,000 the key. */
export function renames(): Promise<Row[]> {
  return rowsOf(withNames(syntheticSite(pages)), asked, question);
}

function editsOf(edit: WorkspaceEdit | null): number {
  const changes = edit?.documentChanges ?? [];
  return changes.reduce((sum, change) => sum + (TextDocumentEdit.is(change) ? change.edits.length : 1), 0);
}

function withNames(site: Map<string, string>): Map<string, string> {
  site.set(template, '<i class="boat">{{ .Get "sail" }}</i>\n');
  site.set('layouts/_default/single.html', '<p>{{ .Params.harbor }}</p>{{ .Content }}\n');
  let count = 0;
  for (const [path, text] of site) {
    if (path.startsWith('content/')) {
      const [isFifth, isKeyed] = [count % 5 === 0, count % 5 < 2];
      count++;
      const keyed = isKeyed ? text.replace('tags: [', 'harbor: "Oslo"\ntags: [') : text;
      const named = keyed.replace('tags: [', 'tags: ["Rare", ');
      site.set(path, isFifth ? `${named}\n{{< boat sail="big" >}}\n` : keyed);
    }
  }
  return site;
}
