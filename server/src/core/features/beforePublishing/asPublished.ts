// A page as it will be once it is published, and what is found there in the text as it is: a draft is forgiven much, its links to other drafts for one.
import { PageDocument } from '../../site/pageDocument.ts';
import { applyEdits, type OffsetEdit } from '../../text/edit.ts';
import type { TextRange } from '../../text/range.ts';
import type { Finding, Fix } from '../finding.ts';
import type { ListRequest } from './listRequest.ts';

/** The page itself where nothing of it has to change for that, or where that is not all. */
export function asPublished({ page, publishing }: ListRequest): PageDocument {
  return publishing === undefined
    ? page
    : new PageDocument(page.uri, applyEdits(page.text, publishing.edits), page.hugo);
}

/** Findings on that page where they stand now, without those that speak of what is changed for it. */
export function backInText({ publishing }: ListRequest, findings: readonly Finding[]): readonly Finding[] {
  return publishing === undefined
    ? findings
    : findings.flatMap((finding) => backOf(finding, publishing.edits) ?? []);
}

/** The finding in the text as it is before `edits`; nothing where it speaks of what they change. */
function backOf(finding: Finding, edits: readonly OffsetEdit[]): Finding | undefined {
  const where = rangeBefore(finding.range, edits);
  const fixes = finding.fixes.flatMap((fix) => fixBefore(fix, edits) ?? []);
  return where && { ...finding, range: where, fixes };
}

function fixBefore(fix: Fix, edits: readonly OffsetEdit[]): Fix | undefined {
  const own = fix.edits.map(({ range, newText }) => ({ range: rangeBefore(range, edits), newText }));
  const whole = own.flatMap(({ range, newText }) => (range === undefined ? [] : [{ range, newText }]));
  return whole.length === own.length ? { ...fix, edits: whole } : undefined;
}

function rangeBefore({ start, end }: TextRange, edits: readonly OffsetEdit[]): TextRange | undefined {
  let shift = 0;
  for (const { range, newText } of [...edits].sort((a, b) => a.range.start - b.range.start)) {
    const at = range.start + shift;
    if (end <= at) {
      break;
    }
    if (start < at + newText.length) {
      return undefined;
    }
    shift += newText.length - (range.end - range.start);
  }
  return { start: start - shift, end: end - shift };
}
