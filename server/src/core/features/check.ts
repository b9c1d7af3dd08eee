import { noOtherPages, type OtherPages } from '../site/otherPages.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { message } from '../text/message.ts';
import { rules } from './diagnostics/index.ts';
import type { DiagnosticRule, Finding, Severity } from './finding.ts';
import { suppressionOf } from './suppression.ts';

/** So many findings of one rule on one page are enough: who mends the first has mended many. */
const mostOfOneRule = 500;

/** How severe the writer wants the findings of a rule, by its code; a rule that is not named keeps its own severities. */
export type Severities = ReadonlyMap<string, Severity | 'off'>;

const none: Severities = new Map();

/**
 * The findings of every rule on one page, in the order of the text; where a rule finds more than 500, the last one says so. `now` is the
 * writer's time as in RFC 3339: what is wrong with a page may depend on whether it is published yet. A rule that is off costs nothing; what a
 * comment or the team's file puts aside is left out. What needs `others` (those of `anchorTargets`) is not looked for where they are not given.
 */
export function check(
  site: SiteSnapshot,
  page: PageDocument,
  now: string,
  severities: Severities = none,
  others: OtherPages = noOtherPages,
): Finding[] {
  const isSuppressed = suppressionOf(site, page);
  return rules
    .flatMap((rule) => [...findingsOf(rule, { site, page, now, others }, severities.get(rule.code))])
    .filter((finding) => !isSuppressed(finding))
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

interface Checked {
  readonly site: SiteSnapshot;
  readonly page: PageDocument;
  readonly now: string;
  readonly others: OtherPages;
}

function* findingsOf(
  rule: DiagnosticRule,
  { site, page, now, others }: Checked,
  chosen: Severity | 'off' | undefined,
): Iterable<Finding> {
  const severity = chosen ?? rule.defaultSeverity;
  if (severity === 'off') {
    return;
  }
  let count = 0;
  for (const found of rule.check(site, page, now, others)) {
    if (++count > mostOfOneRule) {
      yield {
        code: rule.code,
        severity: 'information',
        range: found.range,
        message: message('There are more of these below. Only the first {0} are shown.', mostOfOneRule),
        fixes: [],
      };
      return;
    }
    yield {
      fixes: [],
      ...found,
      code: rule.code,
      severity: (chosen && severity) ?? found.severity ?? severity,
    };
  }
}
