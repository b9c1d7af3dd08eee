// `npm start [-- path/to/site]`: VS Code in the browser on a Hugo site, with this extension installed. Does all of its own set-up;
// Ctrl+C ends all of it. The site is opened where it lies, so what you save there is saved.
import { execFileSync, spawn } from 'node:child_process';
import { existsSync, mkdirSync, statSync } from 'node:fs';
import { join, resolve } from 'node:path';
import { installPackages } from './support/install.mjs';
import { isStopping, root } from './support/processes.mjs';
import { quietSettings, writeSettings } from './vscode/profile.mjs';
import { installExtension, startServer, workbenchAddress } from './vscode/server.mjs';
import { setUpEditor } from './vscode/setup.mjs';

// The profile outlives the run: text that was not saved when the editor ended is there again at the next start.
const profile = join(root, '.cache/start');
const settingsFile = join(profile, 'data/User/settings.json');

// npm runs its scripts in the repository; INIT_CWD is where the person stands who wrote the path.
const site = resolve(
  process.env['INIT_CWD'] ?? process.cwd(),
  process.argv[2] ?? join(root, 'test/fixtures/site'),
);
if (!statSync(site, { throwIfNoEntry: false })?.isDirectory()) {
  console.error(`${site} is not a folder.`);
  process.exit(1);
}

installPackages();
setUpEditor();
// Packed and installed rather than loaded from the repository: what you try is what ships, and the editor needs no test flags.
execFileSync(process.execPath, ['package.mjs'], { cwd: root, stdio: ['ignore', 'ignore', 'inherit'] });
mkdirSync(profile, { recursive: true });
if (!existsSync(settingsFile)) {
  writeSettings(profile, quietSettings);
}
await installExtension({ folder: profile, vsix: join(root, 'hugo-scribe.vsix') });

// Whoever names a folder here trusts it: no question about trust stands before the first look.
const server = await startServer({
  folder: profile,
  logFile: join(profile, 'server.log'),
  flags: ['--disable-workspace-trust'],
});
const address = workbenchAddress(server, site);
console.log(`\nHugo Scribe on ${site}\n\n  ${address}\n\nCtrl+C ends it.`);
openBrowser(address);
server.child.once('exit', (code) => {
  if (isStopping()) {
    return;
  }
  console.error(`The VS Code server ended; its log is in ${join(profile, 'server.log')}`);
  process.exit(code ?? 1);
});

/** Opens the person's own browser where there is a screen to show it on; without one the printed address has to do. */
function openBrowser(url) {
  const opener = { linux: 'xdg-open', darwin: 'open' }[process.platform];
  const hasScreen = process.platform === 'darwin' || process.env['DISPLAY'] || process.env['WAYLAND_DISPLAY'];
  if (opener === undefined || !hasScreen || process.env['CI']) {
    return;
  }
  // Not one of our processes: the browser may stay open when we end.
  spawn(opener, [url], { stdio: 'ignore', detached: true })
    .once('error', () => undefined)
    .unref();
}
