import { parseTeamFile } from '../../../config/teamFile.ts';
import type { Finding } from '../../finding.ts';

/**
 * What is wrong with a team's own file, `.hugo-scribe.yaml` or `.hugo-scribe.json`, by the ranges of its text: it is no page, so no rule looks at it.
 * Warnings all: Hugo does not read the file.
 */
export function teamFileFindings(uri: string, text: string): readonly Finding[] {
  const format = uri.toLowerCase().endsWith('.json') ? 'json' : 'yaml';
  return parseTeamFile(uri, text, format).problems.map(({ code, range, message }) => ({
    code,
    severity: 'warning',
    range,
    message,
    fixes: [],
  }));
}
