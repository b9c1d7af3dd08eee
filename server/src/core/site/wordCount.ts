/**
 * How long a page is, as its templates could print it. Hugo counts what is left of the rendered content without tags (hugolib/page__per_output.go,
 * tpl/strings `StripHTML`); here the same is worked out from the writer's text: what Markdown shows of it, and of shortcodes the arguments that are text.
 * What templates of shortcodes say themselves only Hugo knows: where it has counted, that is added.
 */
import { flagAt } from '../config/value.ts';
import { verdictFor } from '../hugo/version.ts';
import type { MarkdownLink, MarkdownStructure } from '../markdown/types.ts';
import type { Argument, ShortcodeTag } from '../shortcodes/types.ts';
import type { ArgumentSignature, UseType } from '../templates/signature.ts';
import { range, textOf, type TextRange } from '../text/range.ts';
import type { PageDocument } from './pageDocument.ts';
import type { SiteSnapshot } from './snapshot.ts';

/** How long the content of a page is, and how long reading it takes, in whole minutes. */
export interface Reading {
  readonly words: number;
  readonly minutes: number;
}

/** What Hugo counted of a text of the page. */
export interface HugoCount {
  readonly page: PageDocument;
  readonly words: number;
}

/** `isCjk` is what the page says itself; else `hasCJKLanguage` of the site and the text decide, as Hugo does. `counted` may be of an older text of the page. */
export function readingOf(
  site: CountingSite,
  page: PageDocument,
  isCjk: boolean | undefined,
  counted?: HugoCount,
): Reading {
  const own = countOf(site, page, isCjk);
  const words = own.words + missedIn(site, page, isCjk, counted);
  const speed = verdictFor(site.hugo, newSpeed.since) === 'all' ? newSpeed : oldSpeed;
  return { words, minutes: Math.ceil(words / (own.isCjk ? speed.cjk : speed.words)) };
}

type CountingSite = Pick<SiteSnapshot, 'shortcode' | 'config' | 'hugo'>;

interface Count {
  readonly words: number;
  readonly isCjk: boolean;
}

function countOf(site: CountingSite, page: PageDocument, says: boolean | undefined): Count {
  const text = shownText(site, page);
  const words = text.match(/\S+/g) ?? [];
  const isCjk = says ?? (flagAt(site.config.raw, 'hasCJKLanguage') && cjk.test(text));
  const signs = (word: string): number => (isAscii.test(word) ? 1 : Array.from(word).length);
  return { words: isCjk ? words.reduce((sum, word) => sum + signs(word), 0) : words.length, isCjk };
}

/** By how much Hugo's count of the page differs from ours, which stays so while the page calls its shortcodes as it did then. */
function missedIn(
  site: CountingSite,
  page: PageDocument,
  isCjk: boolean | undefined,
  counted: HugoCount | undefined,
): number {
  return counted === undefined || tagsOf(counted.page) !== tagsOf(page)
    ? 0
    : counted.words - countOf(site, counted.page, isCjk).words;
}

function tagsOf({ text, shortcodes }: PageDocument): string {
  return shortcodes.tags.map((tag) => textOf(text, tag.range)).join('\n');
}

/** Words a minute, and signs a minute. */
const oldSpeed = { words: 213, cjk: 501 };
const newSpeed = { since: '0.168.0', words: 212, cjk: 500 };

const cjk = /[\p{Script=Han}\p{Script=Hangul}\p{Script=Hiragana}\p{Script=Katakana}]/u;
const isAscii = /^\p{ASCII}*$/u;

interface Cut {
  readonly range: TextRange;
  readonly shown: string;
}

/** What readers see of the content, with blanks between what stands apart. */
function shownText(site: Pick<SiteSnapshot, 'shortcode'>, page: PageDocument): string {
  const { text, markdown, shortcodes } = page;
  if (markdown.isLimited) {
    return text.slice(page.fence?.bodyStart ?? 0);
  }
  const cuts = [
    ...shortcodes.tags.map((tag): Cut => ({ range: tag.range, shown: shownOf(site, tag) })),
    ...markdown.links.flatMap(cutsOfLink),
    ...markdown.verbatim
      .filter(({ kind }) => kind === 'span')
      .map(({ range: span }): Cut => ({ range: span, shown: asCode(textOf(text, span)) })),
  ].sort((a, b) => a.range.start - b.range.start);
  const shown: string[] = [];
  let next = 0;
  for (const { kept, isCode } of keptIn(markdown)) {
    const say = isCode ? asCode : (piece: string): string => piece;
    let at = kept.start;
    for (; next < cuts.length; next += 1) {
      const cut = cuts[next];
      if (cut === undefined || cut.range.start >= kept.end) {
        break;
      }
      if (cut.range.start >= at) {
        shown.push(say(text.slice(at, cut.range.start)), cut.shown);
      }
      at = Math.max(at, cut.range.end);
    }
    shown.push(say(text.slice(at, Math.max(at, kept.end))), '\n');
  }
  return withoutTags(shown.join(''));
}

interface Kept {
  readonly kept: TextRange;
  readonly isCode: boolean;
}

/** Running text, code, and blocks of HTML, in their order. */
function keptIn({ texts, fences, verbatim, htmlBlocks, definitions }: MarkdownStructure): readonly Kept[] {
  const isDefinition = new Set(definitions.map(({ range: { start } }) => start));
  const indented = verbatim.filter(({ kind }) => kind === 'indented').map((code) => code.range);
  const fenced = fences.map(({ info, close, range: { end } }) => range(info.end, close?.start ?? end));
  return [
    ...[...texts.filter(({ start }) => !isDefinition.has(start)), ...htmlBlocks].map((kept): Kept => ({
      kept,
      isCode: false,
    })),
    ...[...indented, ...fenced].map((kept): Kept => ({ kept, isCode: true })),
  ].sort((a, b) => a.kept.start - b.kept.start);
}

/** What looks like a tag there is none. */
function asCode(text: string): string {
  return text.replaceAll('<', '\uE001');
}

/** Of a link its text is seen, of a picture nothing. */
function cutsOfLink({ form, isImage, range: whole, text }: MarkdownLink): Cut[] {
  if (form === 'html' || form === 'bare' || form === 'autolink') {
    return [];
  }
  if (isImage || text === undefined) {
    return [{ range: whole, shown: '' }];
  }
  return [
    { range: range(whole.start, text.start), shown: '' },
    { range: range(text.end, whole.end), shown: '' },
  ];
}

function shownOf(site: Pick<SiteSnapshot, 'shortcode'>, { kind, name, args }: ShortcodeTag): string {
  if (kind === 'close' || kind === 'comment') {
    return ' ';
  }
  const signature = site.shortcode(name)?.signature;
  const shown = args.filter((argument, position) =>
    isText(signature?.arguments.find(({ key }) => key === (argument.name ?? position))),
  );
  return ` ${shown.map(({ value }: Argument) => value).join(' ')} `;
}

/** Nothing else than printing it is done with it, as far as the template says. */
function isText(argument: ArgumentSignature | undefined): boolean {
  return (
    argument !== undefined &&
    argument.values.length === 0 &&
    argument.types.every(({ type }) => textTypes.has(type))
  );
}

const textTypes = new Set<UseType>(['markdown', 'date']);

/** Tags vanish, and nothing stands in their place; a paragraph ends with a line. */
function withoutTags(text: string): string {
  return text
    .replace(/<!--[\s\S]*?(?:-->|$)|<(style|script)\b[\s\S]*?(?:<\/\1\s*>|$)/gi, ' ')
    .replace(/<\/p>|<br ?\/?>/gi, ' ')
    .replace(/<[a-z/][^<>]*>/gi, '');
}
