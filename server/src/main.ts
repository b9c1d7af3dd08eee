// The language server's process: over Node's ipc for VS Code, over `--stdio` for any editor.
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { serve } from './lsp/server.ts';
import { NodeFileSystem } from './workspace/nodeFileSystem.ts';
import { unprotected } from './protections.ts';

declare const HUGO_SCRIBE_VERSION: string;

serve({
  connection: createConnection(ProposedFeatures.all),
  fileSystem: new NodeFileSystem(),
  version: HUGO_SCRIBE_VERSION,
  schedule: (task) => setImmediate(task),
  now: () => performance.now(),
  today,
  notes: unprotected(),
});

/** The writer's own day, not the day in Greenwich. */
function today(): string {
  const now = new Date();
  const two = (part: number): string => String(part).padStart(2, '0');
  return `${String(now.getFullYear())}-${two(now.getMonth() + 1)}-${two(now.getDate())}`;
}
