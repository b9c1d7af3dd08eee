// "Find What Nothing Uses": a list to go through, in which each thing can be looked at while the list stays.
import { commands, ProgressLocation, QuickPickItemKind, ThemeIcon, Uri, window, workspace } from 'vscode';
import type { QuickPickItem } from 'vscode';
import { unusedRequest } from '../../../server/src/protocol.ts';
import type { UnusedItem } from '../../../server/src/protocol.ts';
import type { Asked } from '../asked.ts';
import { translate } from '../translate.ts';

interface Row extends QuickPickItem {
  readonly uri?: Uri;
}

/** Of the site that holds the active editor's file, else of that in the first folder. */
export async function findUnused(server: Asked | undefined): Promise<void> {
  const folder = workspace.workspaceFolders?.[0]?.uri;
  const place = window.activeTextEditor?.document.uri ?? (folder && Uri.joinPath(folder, 'content'));
  if (place === undefined || server === undefined) {
    return;
  }
  const title = translate('Looking for what nothing uses…');
  const found = await window.withProgress({ location: ProgressLocation.Window, title }, () =>
    server.ask(unusedRequest, { uri: place.toString() }),
  );
  if (found === undefined) {
    return;
  }
  const { items, doubts } = found;
  if (items.length === 0) {
    void window.showInformationMessage(
      translate('Nothing of this site is unused: each shortcode, key, file and page is named somewhere.'),
    );
    return;
  }
  show(items, doubts);
}

function show(items: readonly UnusedItem[], doubts: readonly string[]): void {
  const list = window.createQuickPick<Row>();
  list.title = translate('What nothing uses ({0})', items.length);
  list.placeholder = translate('Enter shows an entry, and the list stays.');
  list.matchOnDescription = true;
  list.ignoreFocusOut = true;
  list.items = [...doubts.map((doubt) => ({ label: `$(info) ${doubt}` })), ...groups(items)];
  list.onDidAccept(() => {
    const uri = list.activeItems[0]?.uri;
    if (uri !== undefined) {
      void commands.executeCommand('vscode.open', uri, { preview: true, preserveFocus: true });
    }
  });
  list.onDidTriggerItemButton(({ item: { uri } }) => {
    void commands.executeCommand('revealInExplorer', uri);
    list.hide();
  });
  list.onDidHide(() => list.dispose());
  list.show();
}

function groups(items: readonly UnusedItem[]): readonly Row[] {
  const reveal = { iconPath: new ThemeIcon('go-to-file'), tooltip: translate('Show in the Explorer') };
  return kinds().flatMap(({ kind, label, icon }) => {
    const some = items.filter((item) => item.kind === kind);
    return some.length === 0
      ? []
      : [
          { label: `${label} (${some.length})`, kind: QuickPickItemKind.Separator },
          ...some.map(({ name, path, pages = 1, uri }) => ({
            label: `$(${icon}) ${name}`,
            description: pages === 1 ? path : translate('on {0} pages, such as {1}', pages, path),
            uri: Uri.parse(uri),
            buttons: [reveal],
          })),
        ];
  });
}

function kinds(): readonly {
  readonly kind: UnusedItem['kind'];
  readonly label: string;
  readonly icon: string;
}[] {
  return [
    { kind: 'shortcode', label: translate('Shortcodes that no page calls'), icon: 'symbol-function' },
    { kind: 'key', label: translate('Keys that nothing reads'), icon: 'key' },
    { kind: 'file', label: translate('Pictures and files that nothing names'), icon: 'file-media' },
    { kind: 'page', label: translate('Pages that no page links to'), icon: 'file' },
  ];
}
