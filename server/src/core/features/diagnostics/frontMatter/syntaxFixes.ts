import { findFence } from '../../../frontMatter/fence.ts';
import { lineEndFrom, lineStartOf } from '../../../frontMatter/outline/outlineLines.ts';
import { parseFrontMatter, withOneFault } from '../../../frontMatter/parse.ts';
import type { FrontMatterFormat } from '../../../frontMatter/types.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { applyEdits } from '../../../text/edit.ts';
import type { Problem } from '../../../text/problem.ts';
import type { Fix } from '../../finding.ts';
import {
  addBlank,
  addColon,
  addComma,
  alignWithLineAbove,
  closeBracket,
  closeQuote,
  doubleBackslashes,
  doubleQuotes,
  quoteValue,
  removeIndent,
  removeLine,
  removeRange,
  rewriteWord,
  tabsToBlanks,
  writeColon,
  writeEquals,
} from './repairs.ts';
import type { Repair, Stop } from './repairs.ts';

/** What may mend each kind of problem, the likeliest first. */
const repairsByKind: Readonly<Record<FrontMatterFormat, readonly (readonly [RegExp, readonly Repair[]])[]>> =
  {
    yaml: [
      [/^tabIndent$/, [tabsToBlanks]],
      [/^(?:noBlankAfterColon|noBlankAfterDash)$/, [addBlank]],
      [/^(?:notAMap|noColon)$/, [writeColon]],
      [/^unclosedQuote$/, [closeQuote]],
      [/^unclosedFlow$/, [closeBracket, quoteValue]],
      [/^unknownEscape$/, [doubleBackslashes]],
      [/^indentedKey$/, [removeIndent]],
      [/^(?:wrongIndent|outdentedKey)$/, [alignWithLineAbove]],
      [/^controlCharacter$/, [removeRange]],
      [/^(?:textBelowDots|earlyEnd)$/, [removeLine]],
      [/^(?:listOnKeyLine|itemBelowValue)$/, []],
      [/./, [quoteValue, alignWithLineAbove]],
    ],
    toml: [
      [/^Unterminated string/, [closeQuote, quoteValue]],
      [/escape|code point/, [doubleBackslashes]],
      [/^Expected comma/, [addComma]],
      [/^(?:Leading zeros|Unexpected invalid|Unspecified)/, []],
      [/./, [writeEquals, rewriteWord, quoteValue]],
    ],
    json: [
      [/^(?:PropertyNameExpected|InvalidCommentToken)$/, [removeRange, rewriteWord]],
      [/^CommaExpected$/, [addComma]],
      [/^ColonExpected$/, [addColon]],
      [/^InvalidEscapeCharacter$/, [doubleBackslashes]],
      [/./, [doubleQuotes, rewriteWord]],
    ],
    org: [],
  };

/** The likeliest repair after which Hugo's reader comes beyond the line of the problem. */
export function syntaxFixes(page: PageDocument, { kind = '', range }: Problem): readonly Fix[] {
  const { text, fence } = page;
  if (fence === undefined) {
    return [];
  }
  const { start, end } = fence.content;
  const stop: Stop = {
    text,
    fence,
    ...range,
    lineStart: lineStartOf(text, range.start, start),
    lineEnd: Math.min(lineEndFrom(text, range.start), end),
  };
  const [, repairs = []] = repairsByKind[fence.format].find(([kinds]) => kinds.test(kind)) ?? [];
  const proposed = repairs.flatMap((repair) => repair(stop) ?? []);
  return proposed.filter((fix) => mends(page, stop, fix)).slice(0, 1);
}

/** Tried with the other faults left out. */
function mends(
  { hugo, frontMatter }: PageDocument,
  { text, fence, start, lineEnd }: Stop,
  { edits }: Fix,
): boolean {
  const alone = frontMatter === undefined ? text : withOneFault(text, frontMatter, start);
  const mended = applyEdits(alone, edits);
  const found = findFence(mended, hugo).fence;
  if (found?.format !== fence.format || (found.closer === undefined) !== (fence.closer === undefined)) {
    return false;
  }
  const end = lineEnd + mended.length - text.length;
  return parseFrontMatter(mended, found, hugo).problems.every(
    ({ code, range }) => code !== 'front-matter-syntax' || range.start > end,
  );
}
