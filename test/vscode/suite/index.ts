// What VS Code calls inside its extension host, on the desktop (@vscode/test-electron) and in the pinned server alike.
// The name of the opened folder chooses the part of the suite that belongs to it.
import { basename } from 'node:path';
import Mocha from 'mocha';
import * as vscode from 'vscode';
import { reportTo } from './report.ts';

const suites: Record<string, () => Promise<unknown>> = {
  site: () =>
    Promise.all([
      import('./language.test.ts'),
      import('./structure.test.ts'),
      import('./references.test.ts'),
      import('./displayLanguage.test.ts'),
      import('./makePost.test.ts'),
      import('./client.test.ts'),
      import('./preview.test.ts'),
      import('./builtInPreview.test.ts'),
    ]),
  'plain-markdown': () => import('./plainMarkdown.test.ts'),
};

export async function run(): Promise<void> {
  const folder = basename(vscode.workspace.workspaceFolders?.[0]?.uri.path ?? '');
  const load = suites[folder];
  if (load === undefined) {
    throw new Error(`No test belongs to the folder "${folder}".`);
  }
  const mocha = new Mocha({ ui: 'tdd', timeout: 60_000, reporter: SilentReporter });
  mocha.suite.emit(Mocha.Suite.constants.EVENT_FILE_PRE_REQUIRE, globalThis, folder, mocha);
  await load();
  await reportTo(mocha.run());
}

/** Mocha's own output would be lost in the workbench's log; report.ts prints ours. */
class SilentReporter extends Mocha.reporters.Base {
  override epilogue(): void {
    // Nothing: the counts are the runner's last line.
  }
}
