// What may mend a call that Hugo cannot read. A repair is offered where our scanner, which is Hugo's, then comes further than the fault.
import { shortcodeSchema } from '../../../schema/shortcodeSchema.ts';
import { findKeptQuotes, openingMark } from '../../../shortcodes/keptQuotes.ts';
import { scanShortcodes } from '../../../shortcodes/scan.ts';
import type { ShortcodeTag } from '../../../shortcodes/types.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { applyEdits, type OffsetEdit } from '../../../text/edit.ts';
import { message, type Message } from '../../../text/message.ts';
import type { Problem } from '../../../text/problem.ts';
import { range } from '../../../text/range.ts';
import type { Fix } from '../../finding.ts';
import { givenAs } from '../../../site/pageCalls.ts';

interface Repair {
  readonly title: Message;
  readonly edits: readonly OffsetEdit[];
  readonly isSure?: true;
}

/** The fault: where it stands in the text, and the call that it is in. */
interface Fault {
  readonly text: string;
  readonly at: number;
  readonly tag: ShortcodeTag;
  /** Where the next call begins, or the call becomes too long to be looked at. */
  readonly end: number;
}

/** A call longer than this is not repaired, in UTF-16 units. */
const longestCall = 2000;

/** The fixes of one problem of the scanner: the first repair that helps, or a name for an argument without one. */
export function syntaxFixes(site: SiteSnapshot, page: PageDocument, problem: Problem): readonly Fix[] {
  const at = problem.range.start;
  const { tags } = page.shortcodes;
  const index = lastBefore(tags, at);
  const tag = tags[index];
  if (tag === undefined || at - tag.range.start > longestCall) {
    return [];
  }
  const end = Math.min(tags[index + 1]?.range.start ?? page.text.length, tag.range.start + longestCall);
  const fault = { text: page.text, at, tag, end };
  const repair = repairs
    .map((make) => make(fault))
    .find((each) => each !== undefined && helps(fault, each, site));
  return repair === undefined ? namesFor(site, fault).filter((each) => helps(fault, each, site)) : [repair];
}

/** By halves: a page may have very many calls. */
function lastBefore(tags: readonly ShortcodeTag[], at: number): number {
  let [low, high] = [0, tags.length];
  while (low < high) {
    const middle = (low + high) >> 1;
    if ((tags[middle]?.range.start ?? Infinity) <= at) {
      low = middle + 1;
    } else {
      high = middle;
    }
  }
  return low - 1;
}

function helps({ text, at, tag, end }: Fault, { edits }: Repair, { hugo }: SiteSnapshot): boolean {
  const { start } = tag.range;
  const moved = edits.map((edit) => ({
    ...edit,
    range: range(edit.range.start - start, edit.range.end - start),
  }));
  const mended = applyEdits(text.slice(start, end), moved);
  const { tags, problems } = scanShortcodes(mended, 0, hugo);
  const right = tags[0]?.right?.end;
  return right !== undefined && (problems[0]?.range.start ?? right) >= right && at < end;
}

const repairs: readonly ((fault: Fault) => Repair | undefined)[] = [
  straightQuotes,
  usualBlank,
  equalsForColon,
  quotesAroundWord,
];

/** The value that begins with a false quote: here, or before a blank in it. */
function straightQuotes({ text, at, tag }: Fault): Repair | undefined {
  const before = tag.args.findLast(({ valueRange, quote }) => valueRange.start < at && quote === '');
  const start = openingMark.test(text.charAt(at)) ? at : before?.valueRange.start;
  const quoted = start === undefined ? undefined : findKeptQuotes(text, start);
  return quoted === undefined
    ? undefined
    : {
        title: message('Use straight double quotes'),
        edits: [{ range: quoted, newText: `"${text.slice(quoted.start + 1, quoted.end - 1)}"` }],
        isSure: true,
      };
}

function usualBlank({ text, at }: Fault): Repair | undefined {
  const odd = /^[,\u00a0\u2000-\u200b\u202f\u3000][ \t]{0,20}/.exec(text.slice(at, at + 30))?.[0];
  return odd === undefined
    ? undefined
    : {
        title: message('Put a usual blank in its place'),
        edits: [{ range: range(at, at + odd.length), newText: ' ' }],
        isSure: true,
      };
}

function equalsForColon({ text, at }: Fault): Repair | undefined {
  const written = /^:[ \t]{0,20}(?=["`\w])/.exec(text.slice(at, at + 30))?.[0];
  return written === undefined || /^:\/\//.test(text.slice(at, at + 3))
    ? undefined
    : {
        title: message('Write "{0}"', '='),
        edits: [{ range: range(at, at + written.length), newText: '=' }],
      };
}

/** A word with a character that has to be quoted: `/img/a.png`. */
function quotesAroundWord({ text, at, tag }: Fault): Repair | undefined {
  const head = text.slice(Math.max(tag.nameRange.end, at - 200), at);
  const start = at - (/[^\s"'`=]*$/.exec(head)?.[0].length ?? 0);
  const word = /^[^\s"'`<>{}\\]+?(?=\s|\/?[>%]\}\})/.exec(text.slice(start, start + 500))?.[0];
  return word === undefined || start <= tag.nameRange.end - 1
    ? undefined
    : {
        title: message('Put it in quotes'),
        edits: [{ range: range(start, start + word.length), newText: `"${word}"` }],
      };
}

/** The names that the template reads and the call does not give yet, for an argument without a name among others; first what most pages give. */
function namesFor(site: SiteSnapshot, { at, tag }: Fault): Repair[] {
  const argument = tag.args.find(({ range: own, nameRange }) => own.start === at && nameRange === undefined);
  if (argument === undefined) {
    return [];
  }
  const known = shortcodeSchema(site, tag.name).arguments.toSorted((a, b) => b.named - a.named);
  return known.flatMap(({ name }) =>
    name === undefined || givenAs(tag, name) !== undefined
      ? []
      : [
          {
            title: message('Write "{0}"', `${name}=`),
            edits: [{ range: range(at, at), newText: `${name}=` }],
          },
        ],
  );
}
