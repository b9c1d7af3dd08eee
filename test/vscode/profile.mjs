// The editor's private profile: nothing of the user's own, nothing that asks, opens or talks to the network.
import { cpSync, existsSync, mkdirSync, mkdtempSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { root } from '../support/processes.mjs';

export const quietSettings = {
  'telemetry.telemetryLevel': 'off',
  'extensions.autoUpdate': false,
  'extensions.autoCheckUpdates': false,
  'extensions.ignoreRecommendations': true,
  'workbench.startupEditor': 'none',
  'workbench.tips.enabled': false,
  'workbench.enableExperiments': false,
  'workbench.secondarySideBar.defaultVisibility': 'hidden',
  'chat.disableAIFeatures': true,
  'security.workspace.trust.enabled': false,
};

const testSettings = { 'git.enabled': false, 'files.autoSave': 'off', 'window.commandCenter': false };

/** Writes the user's settings of the server that keeps its data in `folder`. A running editor takes them over at once. */
export function writeSettings(folder, settings) {
  mkdirSync(join(folder, 'data/User'), { recursive: true });
  writeFileSync(join(folder, 'data/User/settings.json'), JSON.stringify(settings, null, 2));
}

/**
 * A throw-away folder with a server's data and, if `fixture` is named, a copy of that folder of test/fixtures to work in.
 * `dispose()` removes it, but for the editor's logs, ours among them, which go to `logsTo`. End the server first, or it writes its files
 * once more.
 */
export function createSandbox(fixture, logsTo) {
  const folder = mkdtempSync(join(tmpdir(), 'hugo-scribe-'));
  const workspace = join(folder, fixture ?? 'site');
  if (fixture) {
    cpSync(join(root, 'test/fixtures', fixture), workspace, { recursive: true });
  }
  const data = join(folder, 'server');
  const useSettings = (settings) => writeSettings(data, { ...quietSettings, ...testSettings, ...settings });
  useSettings({});
  const dispose = () => {
    const logs = join(data, 'data/logs');
    if (logsTo !== undefined && existsSync(logs)) {
      rmSync(logsTo, { recursive: true, force: true });
      cpSync(logs, logsTo, { recursive: true });
    }
    rmSync(folder, { recursive: true, force: true, maxRetries: 5, retryDelay: 200 });
  };
  process.once('exit', dispose); // Also when somebody ends us halfway.
  return { folder, workspace, data, useSettings, dispose };
}
