import { parseTeamFile, teamFormatOf } from '../config/teamFile.ts';
import { range } from '../text/range.ts';
import { rules } from './diagnostics/index.ts';
import type { Finding } from './finding.ts';
import { unknownCode } from './ruleCodes.ts';

/**
 * What is wrong with a team's own file, `.hugo-scribe.yaml` or `.hugo-scribe.json`, by the ranges of its text: it is no page, so no rule looks at it.
 * Warnings all: Hugo does not read the file.
 */
export function teamFileFindings(uri: string, text: string): readonly Finding[] {
  const { problems, ignoredCodes } = parseTeamFile(uri, text, teamFormatOf(uri));
  const codes = rules.map(({ code }) => code);
  const unknown = ignoredCodes
    .filter((node) => !codes.includes(node.text))
    .map((node) => {
      const start = node.range.start + Math.max(0, node.source.indexOf(node.text));
      return unknownCode(node.text, range(start, start + node.text.length), codes);
    });
  return [...problems, ...unknown].map((found) => ({
    fixes: [],
    ...found,
    code: 'team-file',
    severity: 'warning',
  }));
}
