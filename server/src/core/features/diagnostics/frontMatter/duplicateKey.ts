import { removeKeyAt } from '../../../frontMatter/edit.ts';
import type { OutlineEntry } from '../../../frontMatter/types.ts';
import { verdictFor } from '../../../hugo/version.ts';
import { goccySince } from '../../../hugo/yamlDialects.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { message } from '../../../text/message.ts';
import { covers, textOf } from '../../../text/range.ts';
import type { DiagnosticRule, Fix, RuleFinding } from '../../finding.ts';
import { fromProblems } from '../fromProblems.ts';
import { conflictIn } from './conflict.ts';

export const duplicateKey: DiagnosticRule = {
  code: 'duplicate-key',
  summary: 'Key that stands twice in front matter',
  why: 'Of two keys with the same name Hugo keeps one, or stops the build: in TOML always, in YAML from 0.152 on. Names that differ only in upper and lower case are the same for Hugo.',
  defaultSeverity: 'warning',
  fix: 'Removes the one that does not count',
  examples: [
    { wrong: '---\ntitle: Ink\ntitle: Paper\n---\n', right: '---\ntitle: Ink\n---\n' },
    { wrong: '+++\ntitle = "Ink"\ntitle = "Paper"\n+++\n', right: '+++\ntitle = "Ink"\n+++\n' },
    {
      wrong: '{\n  "title": "Ink",\n  "Title": "Paper"\n}\n',
      right: '{\n  "title": "Ink"\n}\n',
    },
  ],
  *check(_site, page) {
    if (conflictIn(page) !== undefined) {
      return;
    }
    let count = 0;
    for (const finding of fromProblems(page.frontMatter?.problems ?? [], 'duplicate-key')) {
      yield ++count > mostMended ? finding : withFixes(page, finding);
    }
  },
};

/** More keys that stand twice are no slip of a writer, and each fix costs the work of the whole header. */
const mostMended = 20;

function withFixes(page: PageDocument, finding: RuleFinding): RuleFinding {
  const entries = page.outline?.entries ?? [];
  const at = entries.findIndex(({ keyRange }) => covers(finding.range, keyRange));
  const later = entries[at];
  const earlier = later && entries.slice(0, at).findLast(({ path }) => isSameKey(path, later.path));
  if (later === undefined || earlier === undefined) {
    return finding;
  }
  return {
    ...finding,
    range: later.keyRange,
    related: [{ range: earlier.keyRange, message: message('The first one stands here.') }],
    fixes: fixesOf(page, earlier, later),
  };
}

function isSameKey(a: readonly string[], b: readonly string[]): boolean {
  return a.length === b.length && a.every((part, at) => part.toLowerCase() === b[at]?.toLowerCase());
}

/** The one to remove stands first: of two that say the same the later, else the one that is empty or that Hugo leaves aside. */
function fixesOf(page: PageDocument, earlier: OutlineEntry, later: OutlineEntry): readonly Fix[] {
  const [first, second] = [valueOf(page, earlier), valueOf(page, later)];
  const isSame = first === second;
  const removeLater = isSame || second === '';
  const keepsMeaning = isSame || first === '' || (earlier.key === later.key && takesLast(page));
  const fixes: readonly Fix[] = [
    { title: message('Remove the first one'), edits: removal(page, earlier) },
    { title: message('Remove this one'), edits: removal(page, later) },
  ];
  const [sooner, other] = removeLater ? [...fixes].reverse() : fixes;
  const isSure = isSame || (keepsMeaning && !removeLater);
  return [sooner, other]
    .flatMap((fix, at) =>
      fix === undefined ? [] : [isSure && at === 0 ? { ...fix, isSure: true as const } : fix],
    )
    .filter(({ edits }) => edits.length > 0);
}

function removal({ text, fence }: PageDocument, { keyRange }: OutlineEntry): Fix['edits'] {
  return fence === undefined ? [] : removeKeyAt(text, fence, keyRange.start);
}

/** The text of a value; empty for an empty one. */
function valueOf({ text }: PageDocument, { valueRange }: OutlineEntry): string {
  const value = textOf(text, valueRange);
  return value === '""' || value === "''" ? '' : value;
}

/** Some Hugo of the range builds the page, and takes the last one. */
function takesLast({ fence, hugo }: PageDocument): boolean {
  return fence?.format === 'json' || (fence?.format === 'yaml' && verdictFor(hugo, goccySince) !== 'all');
}
