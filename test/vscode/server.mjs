// Starts the pinned VS Code server on the loopback address, for npm start and for every test inside the editor.
import { createWriteStream, existsSync, mkdirSync } from 'node:fs';
import { join } from 'node:path';
import { endProcess, root, runCommand, startProcess } from '../support/processes.mjs';

const installed = join(root, 'test/vscode/node_modules');
const serverMain = join(installed, 'code-server/lib/vscode/out/server-main.js');

/**
 * The flags of an editor under test. Without the smoke-test driver a built workbench silently ignores an extension
 * or a test suite that is named in its address.
 */
export const testFlags = ['--enable-smoke-test-driver', '--disable-workspace-trust'];

/**
 * Starts a server that keeps its data in `folder` and its log in `logFile`.
 * Resolves, once it listens, to `{ authority, origin, child, stop }`.
 */
export async function startServer({ folder, logFile, flags = [], env = {} }) {
  mkdirSync(folder, { recursive: true });
  const args = [
    serverMain,
    '--accept-server-license-terms',
    '--without-connection-token',
    '--host',
    '127.0.0.1',
    '--port',
    '0',
  ];
  const child = startProcess(nodeBinary(), [...args, ...dataFlags(folder), ...flags], {
    env: { ...process.env, ...env },
    stdio: ['ignore', 'pipe', 'pipe'],
  });
  const log = createWriteStream(logFile);
  child.stdout.pipe(log);
  child.stderr.pipe(log);
  const port = await portOf(child, logFile);
  const authority = `127.0.0.1:${port}`;
  return { authority, origin: `http://${authority}`, child, stop: () => endProcess(child) };
}

/** Installs a packed extension into the data of a server, as the editor's "Install from VSIX" does. */
export async function installExtension({ folder, vsix }) {
  const args = [
    serverMain,
    '--accept-server-license-terms',
    '--install-extension',
    vsix,
    '--force',
    ...dataFlags(folder),
  ];
  const { code, output } = await runCommand(nodeBinary(), args, { minutes: 2, echo: false });
  if (code !== 0 || !/successfully installed/.test(output)) {
    throw new Error(`The extension could not be installed from ${vsix}:\n${output}`);
  }
}

/** The address that opens a folder, with whatever the workbench is told on its way up (its "payload"). */
export function workbenchAddress(server, folder, { file, extension, tests } = {}) {
  const payload = Object.entries({
    openFile: file,
    extensionDevelopmentPath: extension,
    extensionTestsPath: tests,
  })
    .filter(([, path]) => path !== undefined)
    .map(([key, path]) => [key, `vscode-remote://${server.authority}${path}`]);
  const address = new URL(server.origin);
  address.searchParams.set('folder', folder);
  if (payload.length > 0) {
    address.searchParams.set('payload', JSON.stringify(payload));
  }
  return address.href;
}

function dataFlags(folder) {
  return [
    '--server-data-dir',
    folder,
    '--extensions-dir',
    join(folder, 'extensions'),
    '--telemetry-level',
    'off',
  ];
}

function nodeBinary() {
  const own = join(installed, `node-${process.platform}-${process.arch}/bin/node`);
  if (existsSync(own)) {
    return own;
  }
  if (Number.parseInt(process.versions.node) >= 24) {
    return process.execPath;
  }
  throw new Error(
    `The pinned VS Code needs Node 24, and none is packed for ${process.platform}-${process.arch}: run this with Node 24.`,
  );
}

function portOf(child, logFile) {
  return new Promise((resolve, reject) => {
    const fail = (why) => reject(new Error(`The VS Code server ${why}; see ${logFile}`));
    const timer = setTimeout(() => fail('did not start within a minute'), 60_000);
    let text = '';
    child.stdout.on('data', (chunk) => {
      text += chunk;
      const port = /Extension host agent listening on (\d+)/.exec(text)?.[1];
      if (port) {
        clearTimeout(timer);
        resolve(port);
      }
    });
    child.once('error', (error) => fail(`could not be started (${error.message})`));
    child.once('exit', (code) => fail(`ended with ${code}`));
  });
}
