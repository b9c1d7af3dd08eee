import type { DiagnosticRule } from '../../finding.ts';
import { unknownCode } from '../../ruleCodes.ts';
import { ignoredCodes } from '../../suppression.ts';

/** A rule about comments that put rules aside: `codes` are those that there are. */
export function unknownRule(codes: readonly string[]): DiagnosticRule {
  const code = 'unknown-rule';
  const all = [...codes, code];
  return {
    code,
    summary: 'Comment that puts nothing aside',
    why: 'A comment that names no rule does nothing: what it was meant for is found all the same, and everybody who reads it is misled.',
    defaultSeverity: 'warning',
    fix: 'Names the nearest rule',
    examples: [
      {
        wrong: '---\ntitle: A\n# hugo-scribe-ignore dublicate-key\nweight: 1\n---\n',
        right: '---\ntitle: A\n# hugo-scribe-ignore duplicate-key\nweight: 1\n---\n',
      },
      {
        wrong: '+++\n# hugo-scribe-ignore-file alt-text\ntitle = "A"\n+++\n',
        right: '+++\n# hugo-scribe-ignore-file missing-alt\ntitle = "A"\n+++\n',
      },
    ],
    *check(site, page) {
      for (const named of ignoredCodes(site, page)) {
        if (!all.includes(named.code)) {
          yield unknownCode(named.code, named.range, all);
        }
      }
    },
  };
}
