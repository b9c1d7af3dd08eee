import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { rules } from './diagnostics/index.ts';
import type { Finding } from './finding.ts';

/** Every finding of every rule on one page, in the order of the text. */
export function check(site: SiteSnapshot, page: PageDocument): Finding[] {
  const findings = rules.flatMap((rule) =>
    [...rule.check(site, page)].map((found) => ({
      code: rule.code,
      severity: found.severity ?? rule.defaultSeverity,
      range: found.range,
      message: found.message,
      fixes: found.fixes ?? [],
    })),
  );
  return findings.sort((a, b) => a.range.start - b.range.start || a.range.end - b.range.end);
}
