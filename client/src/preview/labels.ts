// Every text of the panel, in the language of the editor. The webview gets them with its HTML: it has no translations of its own.
import { translate } from '../translate.ts';

export type Labels = Readonly<ReturnType<typeof readLabels>>;

export function toLabels(): Labels {
  return readLabels();
}

function readLabels() {
  return {
    language: translate('Language: {0}'),
    bar: translate('Preview'),
    page: translate('Page'),
    noUrl: translate('URL unknown'),
    copyUrl: translate('Copy URL'),
    engine: translate('Choose the engine: {0}'),
    instant: translate('Instant'),
    embedded: translate('Hugo {0}'),
    native: translate('Installed Hugo {0}'),
    milliseconds: translate('{0} ms'),
    width: translate('Width'),
    fit: translate('Width of the panel'),
    phone: translate('Phone'),
    tablet: translate('Tablet'),
    desktop: translate('Desktop'),
    lock: translate('Stay on this page'),
    scripts: translate('Run site scripts'),
    remote: translate('Load remote pictures'),
    refresh: translate('Refresh'),
    published: translate('Published'),
    draft: translate('Draft'),
    scheduled: translate('Scheduled'),
    expired: translate('Expired'),
    neverRendered: translate('Never rendered'),
    problems: translate('Problems'),
    error: translate('Error'),
    warning: translate('Warning'),
    stale: translate('The page is shown as it was before this.'),
    oneNote: translate('1 note'),
    notes: translate('{0} notes'),
    untrusted: translate(
      'In Restricted Mode nothing of the site is run. Trust the workspace to see the page as Hugo builds it.',
    ),
    manageTrust: translate('Manage Workspace Trust'),
    waiting: translate('Getting the page…'),
    notContent: translate('This file is not content of a Hugo site. Open a page of the site to see it here.'),
    noServer: translate('The language server of Hugo Scribe is not running, so there is no page to show.'),
    restartServer: translate('Restart Language Server'),
    gone: translate('The file of this page has been deleted.'),
  };
}
