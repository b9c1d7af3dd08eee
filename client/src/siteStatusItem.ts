import { l10n, languages, LanguageStatusSeverity, Uri, window } from 'vscode';
import type { Disposable, LanguageStatusItem } from 'vscode';
import type { SiteStatus } from '../../server/src/protocol.ts';
import { contentDocuments } from './documents.ts';

/** The entry behind `{}` in the status bar: the site of the page being written, its Hugo, and how far it has been read. */
export class SiteStatusItem implements Disposable {
  readonly #item: LanguageStatusItem;
  readonly #listener: Disposable;
  #sites: readonly SiteStatus[] = [];

  constructor() {
    this.#item = languages.createLanguageStatusItem('hugoScribe.site', contentDocuments);
    this.#item.name = l10n.t('Hugo site');
    this.#item.command = { title: l10n.t('Show Output'), command: 'hugoScribe.showOutput' };
    this.#listener = window.onDidChangeActiveTextEditor(() => this.#show());
    this.#show();
  }

  update(sites: readonly SiteStatus[]): void {
    this.#sites = sites;
    this.#show();
  }

  /** Says that there is no server, and why. */
  fail(reason: string): void {
    this.#sites = [];
    this.#show();
    this.#item.text = l10n.t('Hugo Scribe has stopped');
    this.#item.detail = reason;
    this.#item.severity = LanguageStatusSeverity.Error;
    this.#item.busy = false;
  }

  dispose(): void {
    this.#listener.dispose();
    this.#item.dispose();
  }

  #show(): void {
    const site = this.#sites.find((one) => holds(one, window.activeTextEditor?.document.uri));
    this.#item.text = site?.title ?? l10n.t('No Hugo site');
    this.#item.detail = site === undefined ? '' : describeSite(site);
    this.#item.busy = site?.state === 'reading';
    this.#item.severity = severityOf(site);
  }
}

function holds({ root }: SiteStatus, document: Uri | undefined): boolean {
  return document?.path.startsWith(`${Uri.parse(root).path}/`) ?? false;
}

function severityOf(site: SiteStatus | undefined): LanguageStatusSeverity {
  if (site?.state === 'failed') {
    return LanguageStatusSeverity.Error;
  }
  return site === undefined || site.note === ''
    ? LanguageStatusSeverity.Information
    : LanguageStatusSeverity.Warning;
}

function describeSite(site: SiteStatus): string {
  return [describeHugo(site), describeProgress(site), site.note].filter((part) => part !== '').join(' · ');
}

function describeHugo({ hugo, hugoSource }: SiteStatus): string {
  if (hugo === '') {
    return l10n.t('Hugo version unknown');
  }
  return hugoSource === '' ? l10n.t('Hugo {0}', hugo) : l10n.t('Hugo {0} ({1})', hugo, hugoSource);
}

function describeProgress({ state, pagesRead, pagesTotal, shortcodes }: SiteStatus): string {
  if (state === 'ready') {
    return l10n.t('{0} pages, {1} shortcodes', pagesRead, shortcodes);
  }
  return pagesTotal === undefined
    ? l10n.t('reading the site')
    : l10n.t('{0} of {1} pages read', pagesRead, pagesTotal);
}
