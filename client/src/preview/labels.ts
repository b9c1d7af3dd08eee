// Every text of the panel, in the language of the editor. The webview gets them with its HTML: it has no translations of its own.
import { l10n } from 'vscode';

export type Labels = Readonly<ReturnType<typeof readLabels>>;

export function toLabels(): Labels {
  return readLabels();
}

function readLabels() {
  return {
    language: l10n.t('Language: {0}'),
    bar: l10n.t('Preview'),
    page: l10n.t('Page'),
    noUrl: l10n.t('URL unknown'),
    copyUrl: l10n.t('Copy URL'),
    engine: l10n.t('Choose the engine: {0}'),
    instant: l10n.t('Instant'),
    embedded: l10n.t('Hugo {0}'),
    native: l10n.t('Installed Hugo {0}'),
    milliseconds: l10n.t('{0} ms'),
    width: l10n.t('Width'),
    fit: l10n.t('Width of the panel'),
    phone: l10n.t('Phone'),
    tablet: l10n.t('Tablet'),
    desktop: l10n.t('Desktop'),
    lock: l10n.t('Stay on this page'),
    scripts: l10n.t('Run site scripts'),
    remote: l10n.t('Load remote pictures'),
    refresh: l10n.t('Refresh'),
    published: l10n.t('Published'),
    draft: l10n.t('Draft'),
    scheduled: l10n.t('Scheduled'),
    expired: l10n.t('Expired'),
    neverRendered: l10n.t('Never rendered'),
    problems: l10n.t('Problems'),
    error: l10n.t('Error'),
    warning: l10n.t('Warning'),
    stale: l10n.t('The page is shown as it was before this.'),
    oneNote: l10n.t('1 note'),
    notes: l10n.t('{0} notes'),
    untrusted: l10n.t(
      'In Restricted Mode nothing of the site is run. Trust the workspace to see the page as Hugo builds it.',
    ),
    manageTrust: l10n.t('Manage Workspace Trust'),
    waiting: l10n.t('Getting the page…'),
    notContent: l10n.t('This file is not content of a Hugo site. Open a page of the site to see it here.'),
    noServer: l10n.t('The language server of Hugo Scribe is not running, so there is no page to show.'),
    restartServer: l10n.t('Restart Language Server'),
    gone: l10n.t('The file of this page has been deleted.'),
  };
}
