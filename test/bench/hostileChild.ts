// Answers for hostile files in a process of its own, so that an end of it is a result and not the end of the benchmark.
import { check } from '../../server/src/core/features/check.ts';
import { complete } from '../../server/src/core/features/complete.ts';
import { hover } from '../../server/src/core/features/hover.ts';
import { longestText } from '../../server/src/core/features/tooLong.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import { companySite } from '../conformance/companySite.ts';
import { siteOf } from '../support/site.ts';
import { hostileTexts } from './hostileTexts.ts';

export interface HostileReply {
  /** Milliseconds of the processor for check, completion and hover of a text that nobody has seen before: the least of some runs. */
  readonly took: number;
  /** It is too long to be looked at, and one finding says so. */
  readonly isRefused: boolean;
}

const client = { snippets: true, today: '2026-11-21', now: '2026-11-21T09:30:00+01:00' };
const site = siteOf(`${companySite}-- layouts/shortcodes/box.html --\n{{ .Inner }}\n`);
const texts = hostileTexts();

process.on('message', (index: number) => {
  const text = texts[index]?.text ?? '';
  const isRefused = text.length > longestText;
  const runs = isRefused ? [] : [0, 1, 2].map((run) => answer(' '.repeat(run) + text));
  process.send?.({ took: Math.min(...runs, isRefused ? 0 : Infinity), isRefused } satisfies HostileReply);
});
process.on('disconnect', () => process.exit());
process.send?.({ took: 0, isRefused: false } satisfies HostileReply);

function answer(text: string): number {
  const before = process.cpuUsage();
  const page = new PageDocument('file:///site/content/blogg/sten.md', text, site.hugo);
  check(site, page, client.now);
  complete(site, page, text.length >> 1, client);
  hover(site, page, text.length >> 1, client);
  const { user, system } = process.cpuUsage(before);
  return (user + system) / 1000;
}
