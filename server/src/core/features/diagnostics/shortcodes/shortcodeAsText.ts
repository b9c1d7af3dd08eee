import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import type { OffsetEdit } from '../../../text/edit.ts';
import { message, type Message } from '../../../text/message.ts';
import { range, type TextRange } from '../../../text/range.ts';
import type { DiagnosticRule, RuleFinding } from '../../finding.ts';

export const shortcodeAsText: DiagnosticRule = {
  code: 'shortcode-as-text',
  summary: 'Shortcode that Hugo prints as text',
  why: 'Hugo takes {{< name >}} and {{% name %}} for shortcodes. What nearly looks so, with a blank, one brace or the tags of another system, stands on the page as it is written.',
  defaultSeverity: 'warning',
  fix: 'Writes the delimiters as Hugo wants them',
  examples: [
    { wrong: 'Ink.\n{{ < figure src="a.png" > }}\n', right: 'Ink.\n{{< figure src="a.png" >}}\n' },
    { wrong: 'Ink.\n{< figure src="a.png" >}\n', right: 'Ink.\n{{< figure src="a.png" >}}\n' },
    { wrong: 'Ink.\n{% figure src="a.png" %}\n', right: 'Ink.\n{{% figure src="a.png" %}}\n' },
  ],
  check: nearMisses,
};

/**
 * What stands for a left delimiter, a slash perhaps, a name, and what follows on the line up to what stands for a right one. The parts are
 * short or closed sets, so that every place is looked at once.
 */
const nearMiss =
  /(?<left>\{\{[ \t]{1,3}[<%]|\{\{[≤‹«＜]|(?<!\{)\{[<%]|(?<![{$])\{\{)[ \t]{0,3}-?[ \t]{0,3}(?<slash>\/?)[ \t]{0,3}(?<name>[\p{L}\p{Nd}_][\p{L}\p{Nd}_/-]{0,80})/gu;

const right = /[ \t]{0,3}(?:[>%≥›»＞][ \t]{0,3}\}{1,2}|\}\})/y;

/** Tags of other systems (Jekyll, GitBook, Twig) that stay behind when a page moves to Hugo; those that close them begin with `end`. */
const foreignTags = new Set([
  'tab',
  'tabs',
  'page-ref',
  'code',
  'swagger',
  'if',
  'for',
  'assign',
  'capture',
  'include',
  'include_relative',
  'link',
  'post_url',
  'raw',
  'asset',
  'embed',
  'hint',
  'content-ref',
  'codetabs',
]);

function* nearMisses(site: SiteSnapshot, page: PageDocument): Iterable<RuleFinding> {
  const from = page.fence?.bodyStart ?? 0;
  if (!site.progress.templates || !page.text.includes('{', from)) {
    return;
  }
  const isHidden = hiddenIn(page);
  for (const match of page.text.slice(from).matchAll(nearMiss)) {
    const { left = '', slash = '', name = '' } = match.groups ?? {};
    const whole = range(from + match.index, from + match.index + match[0].length);
    const isOurs = left === '{{' ? isOwn(site, name) : site.shortcode(name) !== undefined;
    const isForeign = left === '{%' && foreignTags.has(name.replace(/^end/, ''));
    if ((isOurs || isForeign) && !isHidden(whole.start)) {
      yield isOurs ? ours(page.text, whole, left, slash, name) : { range: whole, message: foreign(name) };
    }
  }
}

/** Between two braces alone some of Hugo's names are those of functions in templates. */
function isOwn(site: SiteSnapshot, name: string): boolean {
  const origin = site.shortcode(name)?.sources[0]?.origin;
  return name === 'figure' || (origin !== undefined && origin !== 'embedded');
}

function foreign(name: string): Message {
  return message(
    'This is a tag of another system. Hugo prints it as text: find out what does the same in Hugo, or remove it.',
    name,
  );
}

function ours(text: string, whole: TextRange, left: string, slash: string, name: string): RuleFinding {
  const sign = left.includes('%') ? '%' : '<';
  const tag = `{{${sign} ${slash}${name} ${sign === '%' ? '%' : '>'}}}`;
  const edits = editsOf(text, whole, left, sign);
  // Some write a call so to show how it looks.
  const mayBeMeant = left === '{{' || /\s/.test(left);
  return {
    range: whole,
    message: message(
      'Hugo takes this for text and prints it as it is. A call of the shortcode is written {0}.',
      tag,
    ),
    fixes:
      edits === undefined
        ? []
        : [
            {
              title: message('Write it as a shortcode'),
              edits,
              ...(mayBeMeant ? {} : { isSure: true as const }),
            },
          ],
  };
}

/** Further away nobody looks for the end of a tag, in UTF-16 units. */
const longestTag = 2000;

/** Nothing where the line has no end of the tag. */
function editsOf(
  text: string,
  { start, end }: TextRange,
  left: string,
  sign: '<' | '%',
): OffsetEdit[] | undefined {
  const most = Math.min(text.length, end + longestTag);
  for (let at = end; at < most && text[at] !== '\n'; at++) {
    right.lastIndex = at;
    const found = right.exec(text);
    if (found !== null) {
      const blank = /^[ \t]/.test(found[0]) ? found[0].slice(0, 1) : '';
      return [
        { range: range(start, start + left.length), newText: `{{${sign}` },
        { range: range(at, right.lastIndex), newText: `${blank}${sign === '%' ? '%' : '>'}}}` },
      ];
    }
    if (text.startsWith('{{', at)) {
      return undefined;
    }
  }
  return undefined;
}

/** Code, comments, calls, and what stands inside of shortcodes that show it as it is. To be asked from the front to the back. */
function hiddenIn(page: PageDocument): (offset: number) => boolean {
  let hidden: readonly TextRange[] | undefined;
  let at = 0;
  let covered = 0;
  return (offset) => {
    hidden ??= [
      ...page.markdown.verbatim.map((each) => each.range),
      ...page.shortcodes.tags.map((tag) => tag.range),
      ...shownAsCode(page),
    ].sort((a, b) => a.start - b.start);
    for (let next = hidden[at]; next !== undefined && next.start <= offset; next = hidden[++at]) {
      covered = Math.max(covered, next.end);
    }
    return offset < covered;
  };
}

const showsCode = /code|highlight|raw|mermaid|terminal|prism|snippet|verbatim/i;

/** From such a call to the tag behind it. */
function* shownAsCode({ text, shortcodes: { tags } }: PageDocument): Iterable<TextRange> {
  for (const [at, { kind, name, range: whole }] of tags.entries()) {
    if (kind === 'open' && showsCode.test(name)) {
      yield range(whole.start, tags[at + 1]?.range.start ?? text.length);
    }
  }
}
