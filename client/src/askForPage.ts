import { commands, window } from 'vscode';
import { translate } from './translate.ts';

/** Says that an action wants a page, with the way to one. */
export async function askForPage(why = translate('Open the page that you mean first.')): Promise<void> {
  const goTo = translate('Go to a Page');
  if ((await window.showInformationMessage(why, goTo)) === goTo) {
    await commands.executeCommand('workbench.action.quickOpen', '.md');
  }
}
