// Hugo's Markdown is Goldmark with extensions that a site switches on and off. This is markdown-it made to agree with it where a reader
// would see a difference (markup/goldmark/goldmark_config/config.go has the defaults).
import markdownIt, { type MarkdownIt } from 'markdown-it';
import deflist from 'markdown-it-deflist';
import type { ConfigMap } from '../../core/config/types.ts';
import { asMap, flagAt, mapAt, textAt, valueAt } from '../../core/config/value.ts';
import { blockAttributes, headingAttributes } from './attributes.ts';
import { footnotes } from './footnotes.ts';
import { headingIds, type HeadingIdType } from './headingIds.ts';
import { taskLists } from './taskLists.ts';
import { typographer } from './typographer.ts';

/** Makes a Markdown renderer that does what the `markup.goldmark` of a site's merged configuration says. */
export function createGoldmark(config: ConfigMap): MarkdownIt {
  const goldmark = mapAt(config, 'markup', 'goldmark');
  const isOn = (...path: string[]): boolean => isOnByDefault(goldmark, ...path);
  const isExtended = (name: string): boolean => isOn('extensions', name);
  const md = markdownIt({
    html: true,
    breaks: flagAt(goldmark, 'renderer', 'hardWraps'),
    xhtmlOut: flagAt(goldmark, 'renderer', 'xhtml'),
    linkify: isExtended('linkify'),
  });
  linkLikeGoldmark(md, textAt(goldmark, 'extensions', 'linkifyProtocol') ?? 'https');
  md.block.ruler[isExtended('table') ? 'enable' : 'disable']('table');
  md.inline.ruler[isExtended('strikethrough') ? 'enable' : 'disable']('strikethrough');
  for (const [type, tag] of [
    ['s_open', '<del>'],
    ['s_close', '</del>'],
  ] as const) {
    md.renderer.rules[type] = () => tag;
  }
  if (isExtended('footnote')) {
    footnotes(md);
  }
  if (isExtended('definitionList')) {
    md.use(deflist);
  }
  if (isExtended('taskList')) {
    taskLists(md);
  }
  if (isExtended('typographer')) {
    typographer(md, mapAt(goldmark, 'extensions', 'typographer'));
  }
  readAttributes(md, goldmark);
  const isSafe = md.validateLink.bind(md);
  md.validateLink = () => true;
  if (!flagAt(goldmark, 'renderer', 'unsafe')) {
    omitUnsafe(md, isSafe);
  }
  return md;
}

function readAttributes(md: MarkdownIt, goldmark: ConfigMap): void {
  if (flagAt(goldmark, 'parser', 'attribute', 'block')) {
    blockAttributes(md);
  }
  if (isOnByDefault(goldmark, 'parser', 'attribute', 'title')) {
    headingAttributes(md);
  }
  if (isOnByDefault(goldmark, 'parser', 'autoHeadingID')) {
    headingIds(md, headingIdTypeOf(textAt(goldmark, 'parser', 'autoHeadingIDType')));
  }
}

function headingIdTypeOf(text: string | undefined): HeadingIdType {
  return text === 'github-ascii' || text === 'blackfriday' ? text : 'github';
}

/** A switch that is on unless it says otherwise; newer Hugo has tables with `enable` or `disable` in the place of some. */
function isOnByDefault(map: ConfigMap, ...path: readonly string[]): boolean {
  const value = valueAt(map, ...path);
  const table = asMap(value);
  if (table !== undefined) {
    return isOnByDefault(table, 'enable') && !flagAt(table, 'disable');
  }
  return value === undefined || flagAt(map, ...path);
}

/** Goldmark links what has a scheme or begins with `www.`, not every word with a dot. */
function linkLikeGoldmark(md: MarkdownIt, protocol: string): void {
  md.linkify.set({ fuzzyLink: false });
  md.linkify.add('www.', {
    validate: (text, at) =>
      /^[\w-]+(?:\.[\w-]+)*\.[a-z]{2,}(?:[/?#][^\s<>"']*[^\s<>"'.,;:!?)])?/i.exec(
        text.slice(at, at + 2000),
      )?.[0].length ?? 0,
    normalize: (match) => {
      match.url = `${protocol}://${match.url}`;
    },
  });
}

/** `renderer.unsafe` is off: raw HTML and the addresses of scripts are left out as Goldmark leaves them out. */
function omitUnsafe(md: MarkdownIt, isSafe: (url: string) => boolean): void {
  const omitted = '<!-- raw HTML omitted -->';
  md.renderer.rules['html_block'] = () => `${omitted}\n`;
  md.renderer.rules['html_inline'] = () => omitted;
  const normalize = md.normalizeLink.bind(md);
  md.normalizeLink = (url) => (isSafe(url) ? normalize(url) : '');
}
