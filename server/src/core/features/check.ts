import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { message } from '../text/message.ts';
import { rules } from './diagnostics/index.ts';
import type { DiagnosticRule, Finding } from './finding.ts';

/** So many findings of one rule on one page are enough: who mends the first has mended many. */
const mostOfOneRule = 500;

/**
 * The findings of every rule on one page, in the order of the text; where a rule finds more than 500, the last one says so. `now` is the
 * writer's time as in RFC 3339: what is wrong with a page may depend on whether it is published yet.
 */
export function check(site: SiteSnapshot, page: PageDocument, now: string): Finding[] {
  return rules
    .flatMap((rule) => [...findingsOf(rule, site, page, now)])
    .sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}

function* findingsOf(
  rule: DiagnosticRule,
  site: SiteSnapshot,
  page: PageDocument,
  now: string,
): Iterable<Finding> {
  let count = 0;
  for (const found of rule.check(site, page, now)) {
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
      code: rule.code,
      severity: found.severity ?? rule.defaultSeverity,
      range: found.range,
      message: found.message,
      fixes: found.fixes ?? [],
    };
  }
}
