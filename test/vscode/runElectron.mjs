// The same suite in the desktop VS Code, which is downloaded on first use: for a laptop and for public CI (on Linux under xvfb-run).
// SCRIBE_VSCODE names another version, such as 1.91.0, the oldest that the manifest allows.
import { join } from 'node:path';
import { runTests } from '@vscode/test-electron';
import { root } from '../support/processes.mjs';
import { bundleSuite, suiteBundle } from './bundle.mjs';
import { createSandbox } from './profile.mjs';

await bundleSuite();
for (const fixture of ['site', 'plain-markdown']) {
  const sandbox = createSandbox(fixture);
  try {
    await runTests({
      version: process.env['SCRIBE_VSCODE'] ?? 'stable',
      extensionDevelopmentPath: root,
      extensionTestsPath: suiteBundle,
      launchArgs: [
        sandbox.workspace,
        '--disable-extensions',
        '--disable-workspace-trust',
        '--skip-welcome',
        '--skip-release-notes',
        `--user-data-dir=${join(sandbox.data, 'data')}`,
      ],
    });
  } catch (error) {
    console.error(String(error));
    process.exitCode = 1;
  } finally {
    sandbox.dispose();
  }
}
