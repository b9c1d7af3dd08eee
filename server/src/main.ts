// The language server's process: over Node's ipc for VS Code, over `--stdio` for any editor.
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { engineMakers } from './engines.ts';
import { serve } from './lsp/server.ts';
import { findInstalledHugo } from './workspace/installedHugo.ts';
import { NodeFileSystem } from './workspace/nodeFileSystem.ts';
import { nodeTime } from './workspace/nodeSites.ts';
import { unprotected } from './protections.ts';

declare const HUGO_SCRIBE_VERSION: string;

serve({
  connection: createConnection(ProposedFeatures.all),
  fileSystem: new NodeFileSystem(),
  version: HUGO_SCRIBE_VERSION,
  ...nodeTime,
  clock,
  readInstalledHugo: (named, untouched) =>
    findInstalledHugo({ named, untouched: untouched.map((folder) => fileURLToPath(folder)) }),
  engines: engineMakers(__dirname),
  notes: unprotected(),
});

/** The writer's own day and time, not those of Greenwich. */
function clock(): { today: string; now: string } {
  const date = new Date();
  const behind = date.getTimezoneOffset();
  const local = new Date(date.getTime() - behind * 60_000).toISOString();
  const zone = `${behind > 0 ? '-' : '+'}${two(Math.abs(behind) / 60)}:${two(Math.abs(behind) % 60)}`;
  return { today: local.slice(0, 10), now: local.slice(0, 19) + zone };
}

function two(part: number): string {
  return String(Math.floor(part)).padStart(2, '0');
}
