// What there is to say of one file, open or not: our findings, and what Hugo says beside them.
import type { CodeAction, CodeActionParams, Diagnostic } from 'vscode-languageserver';
import { teamFileNames } from '../core/config/teamFile.ts';
import { check } from '../core/features/check.ts';
import type { TextDocument } from 'vscode-languageserver-textdocument';
import type { Finding } from '../core/features/finding.ts';
import { ignoreFixes, ignoreInSite, type TeamText } from '../core/features/ignoreFixes.ts';
import { teamFileFindings } from '../core/features/teamFileFindings.ts';
import { newPageFix } from '../core/features/newPageFix.ts';
import { longestText } from '../core/features/tooLong.ts';
import { PageDocument } from '../core/site/pageDocument.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import type { Today } from '../core/schema/newPageLines.ts';
import { LineIndex } from '../core/text/lineIndex.ts';
import type { Translate } from '../core/text/message.ts';
import type { FileSystem } from '../workspace/fileSystem.ts';
import { normalUri } from '../workspace/uris.ts';
import { ReadPages } from '../workspace/readPages.ts';
import type { LiveSite } from '../workspace/sites.ts';
import type { Place } from './answers.ts';
import { toCodeActions, type EditAbilities } from './codeActions.ts';
import { toDiagnostic, toTooLong, toWarning } from './convert.ts';
import type { OpenPages } from './openPages.ts';
import type { SiteSettings } from './siteSettings.ts';

export interface PageChecksOptions {
  readonly pages: OpenPages;
  readonly fileSystem: FileSystem;
  readonly settings: SiteSettings;
  readonly translate: Translate;
  /** The site whose content a document is. */
  readonly siteOf: (uri: string) => Promise<LiveSite | undefined>;
  /** Fulfilled when the installed Hugo is known. */
  readonly installed: () => Promise<void>;
  readonly clock: () => Today & { readonly now: string };
  /** What Hugo says of a file beside what we say. */
  readonly beside: (uri: string, own: readonly Diagnostic[]) => readonly Diagnostic[];
  /** Files that are not open are checked, too. */
  readonly checksSite: boolean;
}

export class PageChecks {
  readonly #options: PageChecksOptions;
  readonly #others: ReadPages;

  constructor(options: PageChecksOptions) {
    this.#options = options;
    this.#others = new ReadPages(options.fileSystem, (uri, { hugo }) => {
      const open = options.pages.uris().find((each) => normalUri(each) === uri);
      return open === undefined ? undefined : options.pages.page(open, hugo);
    });
  }

  /** Waits for everything that decides how strict findings are, so that none is shown and then taken back. */
  async of(uri: string): Promise<readonly Diagnostic[]> {
    const own = isTeamFile(uri) ? await this.#ofTeamFile(uri) : await this.#ofContent(uri);
    return (await this.#asksHugo(uri)) ? [...own, ...this.#options.beside(uri, own)] : own;
  }

  async codeActions(
    { site, page, offset }: Place,
    { range, context }: CodeActionParams,
    document: EditAbilities & { readonly version: number },
  ): Promise<CodeAction[]> {
    const team = await this.#readTeam(site);
    const request = {
      findings: await this.#findings(site, page),
      range: { start: offset, end: page.lines.offsetAt(range.end) },
      context,
      document: { ...document, uri: page.uri, lines: page.lines },
      besides: (finding: Finding) => newPageFix(site, page, finding, this.#options.clock()),
      ignore: (finding: Finding) => [...ignoreFixes(site, page, finding), ...ignoreInSite(finding, team)],
    };
    return toCodeActions(request, this.#options.translate);
  }

  /** The same for the team's own file. */
  actionsOfTeamFile(
    document: TextDocument,
    { range, context }: CodeActionParams,
    abilities: EditAbilities,
  ): CodeAction[] {
    const { uri, version } = document;
    const text = document.getText();
    const lines = new LineIndex(text);
    const request = {
      findings: teamFileFindings(uri, text),
      range: lines.toOffsets(range),
      context,
      document: { ...abilities, uri, version, lines },
      besides: () => [],
      ignore: () => [],
    };
    return toCodeActions(request, this.#options.translate);
  }

  async #asksHugo(uri: string): Promise<boolean> {
    const live = await this.#options.siteOf(uri);
    return live === undefined || (await this.#options.settings.of(live.root)).hugoCheck !== 'off';
  }

  async #ofContent(uri: string): Promise<readonly Diagnostic[]> {
    const { settings, installed, pages, translate } = this.#options;
    const live = await this.#options.siteOf(uri);
    if (live === undefined) {
      return [];
    }
    await settings.of(live.root);
    await installed();
    const closed = pages.document(uri) === undefined ? await this.#readClosed(uri) : undefined;
    const site = live.snapshot;
    if (pages.document(uri) === undefined && closed === undefined) {
      return [];
    }
    const page = pages.document(uri) === undefined ? toPage(uri, closed, site) : pages.page(uri, site.hugo);
    if (page === undefined) {
      return [toTooLong(translate)];
    }
    const findings = await this.#findings(site, page);
    return findings.map((finding) => toDiagnostic(finding, page, translate));
  }

  async #readClosed(uri: string): Promise<string | undefined> {
    return this.#options.checksSite ? (await this.#options.fileSystem.readMany([uri]))[0] : undefined;
  }

  async #ofTeamFile(uri: string): Promise<readonly Diagnostic[]> {
    const text = await this.#readOther(uri);
    if (text === undefined) {
      return [];
    }
    const lines = new LineIndex(text);
    return teamFileFindings(uri, text).map((finding) => toWarning(finding, lines, this.#options.translate));
  }

  /** The team's file, or where it would be. */
  async #readTeam({ root, team }: SiteSnapshot): Promise<TeamText> {
    const uri = team?.uri ?? `${root}/${teamFileNames[0]}`;
    return { uri, text: await this.#readOther(uri) };
  }

  /** A file that is no page, as it stands in the editor or else on the disk. */
  async #readOther(uri: string): Promise<string | undefined> {
    const { pages, fileSystem } = this.#options;
    return pages.document(uri)?.getText() ?? (await fileSystem.readMany([uri]))[0];
  }

  /** What there is to say of a page, as severe as the writer wants it. */
  async #findings(site: SiteSnapshot, page: PageDocument): Promise<Finding[]> {
    const { severities } = await this.#options.settings.of(site.root);
    const others = await this.#others.neededBy(site, page);
    return check(site, page, this.#options.clock().now, severities, others);
  }
}

/** Whether it is a team's file, by its name. */
export function isTeamFile(uri: string): boolean {
  return teamFileNames.some((name) => uri.endsWith(`/${name}`));
}

function toPage(uri: string, text: string | undefined, { hugo }: SiteSnapshot): PageDocument | undefined {
  return text === undefined || text.length > longestText ? undefined : new PageDocument(uri, text, hugo);
}
