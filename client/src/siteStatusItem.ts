import { languages, LanguageStatusSeverity, Uri, window } from 'vscode';
import type { Disposable, LanguageStatusItem, LogOutputChannel } from 'vscode';
import type { SiteStatus } from '../../server/src/protocol.ts';
import { contentDocuments } from './documents.ts';
import { translate } from './translate.ts';

/** The entries behind `{}` in the status bar: the site of the page being written and how far it has been read, and its Hugo. */
export class SiteStatusItem implements Disposable {
  readonly #item: LanguageStatusItem;
  readonly #log: LogOutputChannel;
  #hugo: LanguageStatusItem | undefined;
  readonly #listener: Disposable;
  #sites: readonly SiteStatus[] = [];
  #failure: string | undefined;

  constructor(log: LogOutputChannel) {
    this.#log = log;
    this.#item = languages.createLanguageStatusItem('hugoScribe.site', contentDocuments);
    this.#listener = window.onDidChangeActiveTextEditor(() => this.#show());
    this.#show();
  }

  update(sites: readonly SiteStatus[]): void {
    this.#failure = undefined;
    for (const site of sites.filter(({ state }) => state !== 'reading')) {
      const before = this.#sites.find(({ root }) => root === site.root);
      if (before?.state !== site.state) {
        this.#log.info([site.root, describeHugo(site), describeSite(site)].join(' · '));
      }
    }
    this.#sites = sites;
    this.#show();
  }

  /** Says, until the next update, that there is no server, and why. */
  fail(reason: string): void {
    this.#failure = reason;
    this.#sites = [];
    this.#show();
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
    this.#hugo?.dispose();
  }

  #show(): void {
    const site = siteOf(window.activeTextEditor?.document.uri, this.#sites);
    const command = { title: translate('Show Output'), command: 'hugoScribe.showOutput' };
    Object.assign(this.#item, { name: translate('Hugo site'), command, ...this.#describe(site) });
    this.#showHugo(site);
  }

  /** An entry of its own: one line for everything would run out of the window. */
  #showHugo(site: SiteStatus | undefined): void {
    if (site === undefined) {
      this.#hugo?.dispose();
      this.#hugo = undefined;
      return;
    }
    this.#hugo ??= languages.createLanguageStatusItem('hugoScribe.version', contentDocuments);
    Object.assign(this.#hugo, {
      name: translate('Hugo version'),
      text: describeHugo(site),
      detail: site.hugoSource,
    });
  }

  #describe(site: SiteStatus | undefined): Pick<LanguageStatusItem, 'text' | 'detail' | 'severity' | 'busy'> {
    if (this.#failure !== undefined) {
      const text = translate('Hugo Scribe has stopped');
      return { text, detail: this.#failure, severity: LanguageStatusSeverity.Error, busy: false };
    }
    if (site === undefined) {
      const text = translate('No Hugo site');
      return { text, detail: '', severity: LanguageStatusSeverity.Information, busy: false };
    }
    const { title, state } = site;
    return { text: title, detail: describeSite(site), severity: severityOf(site), busy: state === 'reading' };
  }
}

/** The innermost site that holds the document. */
function siteOf(document: Uri | undefined, sites: readonly SiteStatus[]): SiteStatus | undefined {
  const holding = sites.filter(({ root }) => document?.path.startsWith(`${Uri.parse(root).path}/`));
  return holding.sort((a, b) => b.root.length - a.root.length)[0];
}

function severityOf({ state, note }: SiteStatus): LanguageStatusSeverity {
  if (state === 'failed') {
    return LanguageStatusSeverity.Error;
  }
  return note === '' ? LanguageStatusSeverity.Information : LanguageStatusSeverity.Warning;
}

function describeSite(site: SiteStatus): string {
  return [describeProgress(site), site.note].filter((part) => part !== '').join(' · ');
}

function describeHugo({ hugo }: SiteStatus): string {
  return hugo === '' ? translate('Hugo version unknown') : translate('Hugo {0}', hugo);
}

function describeProgress({ state, pagesRead, pagesTotal, shortcodes }: SiteStatus): string {
  if (state === 'ready') {
    return translate('{0} pages, {1} shortcodes', pagesRead, shortcodes);
  }
  return pagesTotal === undefined
    ? translate('reading the site')
    : translate('{0} of {1} pages read', pagesRead, pagesTotal);
}
