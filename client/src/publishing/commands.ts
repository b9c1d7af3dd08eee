// What a writer does about the publication of a page: by the palette, the lens above its front matter, or the menu of the status bar.
import { commands, env, Uri, window } from 'vscode';
import type { Disposable, QuickPickItem } from 'vscode';
import { publicationChangeRequest, publicationRequest } from '../../../server/src/protocol.ts';
import type { PublicationChangeParams, PublicationResult } from '../../../server/src/protocol.ts';
import type { Asked } from '../asked.ts';
import { askForPage } from '../askForPage.ts';
import { activeContent } from '../documents.ts';
import { translate } from '../translate.ts';

/** Registers the commands; each takes the URI of a document, as text, and without it means the active one. */
export function publishingCommands(serverOf: () => Promise<Asked | undefined>): readonly Disposable[] {
  const withPage = (run: (uri: Uri, server: Asked) => Promise<void>) => async (named?: unknown) => {
    const uri = typeof named === 'string' ? Uri.parse(named) : activeContent();
    const server = await serverOf();
    if (uri === undefined || server === undefined) {
      void askForPage();
      return;
    }
    await run(uri, server);
  };
  return Object.entries(actions).map(([name, run]) =>
    commands.registerCommand(`hugoScribe.${name}`, withPage(run)),
  );
}

type Action = (uri: Uri, server: Asked) => Promise<void>;

const actions: Readonly<Record<string, Action>> = {
  toggleDraft: (uri, server) => change({ uri: uri.toString(), change: 'toggleDraft' }, server),
  publishNow: (uri, server) => change({ uri: uri.toString(), change: 'publishNow' }, server),
  copyAddress,
  openOnSite,
  publishingMenu,
};

async function change(params: PublicationChangeParams, server: Asked): Promise<void> {
  const { refusal } = (await server.ask(publicationChangeRequest, params)) ?? {};
  if (refusal !== undefined) {
    void window.showInformationMessage(refusal);
  }
}

/** With the site's host where it is known. */
async function copyAddress(uri: Uri, server: Asked): Promise<void> {
  const state = await server.ask(publicationRequest, { uri: uri.toString() });
  const address = state === undefined ? '' : state.url || state.path;
  if (address === '') {
    void window.showInformationMessage(noAddress(state));
    return;
  }
  await env.clipboard.writeText(address);
  window.setStatusBarMessage(translate('Copied: {0}', address), shownFor);
}

/** In ms. */
const shownFor = 4000;

async function openOnSite(uri: Uri, server: Asked): Promise<void> {
  const state = await server.ask(publicationRequest, { uri: uri.toString() });
  if (state?.notOpen === '') {
    await env.openExternal(Uri.parse(state.url, true));
    return;
  }
  const publish = translate('Publish Now');
  const ways = state?.canPublish === true ? [publish] : [];
  if ((await window.showInformationMessage(state?.notOpen ?? noAddress(state), ...ways)) === publish) {
    await change({ uri: uri.toString(), change: 'publishNow' }, server);
  }
}

function noAddress(state: PublicationResult | undefined): string {
  return state?.reason || state?.notOpen || translate('This file has no address on the site.');
}

interface MenuItem extends QuickPickItem {
  readonly command: string;
}

async function publishingMenu(uri: Uri, server: Asked): Promise<void> {
  const state = await server.ask(publicationRequest, { uri: uri.toString() });
  if (state === undefined) {
    void window.showInformationMessage(noAddress(state));
    return;
  }
  const chosen = await window.showQuickPick(await menuOf(state), {
    title: [state.label, state.length].join(' · '),
    placeHolder: state.reason || state.url || state.path,
  });
  if (chosen !== undefined) {
    await commands.executeCommand(chosen.command, uri.toString());
  }
}

/** Only what can be done now, what a writer wants most first. */
async function menuOf({ canPublish, isDraft, path, url, notOpen }: PublicationResult): Promise<MenuItem[]> {
  const known = new Set(await commands.getCommands(true));
  const items: readonly (MenuItem | false)[] = [
    canPublish && {
      label: `$(rocket) ${translate('Publish Now')}`,
      detail: translate('Removes the draft and the dates that keep it back'),
      command: 'hugoScribe.publishNow',
    },
    {
      label: `$(edit) ${isDraft ? translate('No Longer a Draft') : translate('Make It a Draft')}`,
      command: 'hugoScribe.toggleDraft',
    },
    path !== '' && {
      label: `$(copy) ${translate('Copy Address')}`,
      description: url || path,
      command: 'hugoScribe.copyAddress',
    },
    notOpen === '' && {
      label: `$(link-external) ${translate('Open on the Site')}`,
      command: 'hugoScribe.openOnSite',
    },
    { label: `$(checklist) ${translate('Before Publishing…')}`, command: 'hugoScribe.beforePublishing' },
    { label: `$(open-preview) ${translate('Open Preview')}`, command: 'hugoScribe.openPreview' },
  ];
  return items.flatMap((item) => (item !== false && known.has(item.command) ? [item] : []));
}
