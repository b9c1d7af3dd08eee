// The language server's process: over Node's ipc for VS Code, over `--stdio` for any editor.
import { join } from 'node:path';
import { fileURLToPath } from 'node:url';
import { createConnection, ProposedFeatures } from 'vscode-languageserver/node';
import { engineMakers } from './engines.ts';
import { serve } from './lsp/server.ts';
import { findInstalledHugo } from './workspace/installedHugo.ts';
import { nodeClock } from './workspace/nodeClock.ts';
import { NodeFileSystem } from './workspace/nodeFileSystem.ts';
import { nodeTime } from './workspace/nodeSites.ts';
import { readTranslations } from './workspace/translations.ts';
import { unprotected } from './protections.ts';

declare const HUGO_SCRIBE_VERSION: string;

serve({
  connection: createConnection(ProposedFeatures.all),
  fileSystem: new NodeFileSystem(),
  version: HUGO_SCRIBE_VERSION,
  ...nodeTime,
  clock: nodeClock,
  readInstalledHugo: (named, untouched) =>
    findInstalledHugo({ named, untouched: untouched.map((folder) => fileURLToPath(folder)) }),
  readTranslations: (language) => readTranslations(join(__dirname, '../../l10n'), language),
  engines: engineMakers(__dirname),
  notes: unprotected(),
});
