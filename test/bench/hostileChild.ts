// Answers for hostile files in a process of its own, so that an end of it is a result and not the end of the benchmark.
import { check } from '../../server/src/core/features/check.ts';
import { complete } from '../../server/src/core/features/complete.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import { companySite } from '../conformance/companySite.ts';
import { siteOf } from '../support/site.ts';
import { hostileTexts } from './hostileTexts.ts';
import { measure } from './measure.ts';

export interface HostileReply {
  /** In ms: check, completion and hover of a text that nobody has seen before; the best of some. */
  readonly took: number;
  /** The findings that tell of a limit. */
  readonly limited: number;
}

const client = { snippets: true, today: '2026-11-21', now: '2026-11-21T09:30:00+01:00' };
const site = siteOf(`${companySite}-- layouts/shortcodes/box.html --\n{{ .Inner }}\n`);
const texts = hostileTexts();

process.on('message', (index: number) => {
  const text = texts[index]?.text ?? '';
  let limited = 0;
  const { least } = measure((run) => {
    const page = new PageDocument(
      'file:///site/content/blogg/sten.md',
      ' '.repeat(run + 2) + text,
      site.hugo,
    );
    const findings = check(site, page, client.now);
    limited = findings.filter(({ severity }) => severity === 'information').length;
    complete(site, page, text.length >> 1, client);
    hover(site, page, text.length >> 1, client);
  }, 3);
  process.send?.({ took: least, limited } satisfies HostileReply);
});
process.on('disconnect', () => process.exit());
process.send?.({ took: 0, limited: 0 } satisfies HostileReply);
