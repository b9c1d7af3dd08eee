import { valueAt } from '../../../config/value.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { toKeyId } from '../../../site/pageRecord.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule, RuleFinding } from '../../finding.ts';
import { judgedAtRender } from '../judged.ts';
import { givenAs } from '../../../site/pageCalls.ts';
import { provenCalls } from './calls.ts';

export const unknownParam: DiagnosticRule = {
  code: 'unknown-param',
  summary: 'Parameter that neither the page nor the site has',
  why: 'The shortcode "param" prints a key of the front matter, or else a parameter of the site. Hugo stops the build where it finds neither.',
  defaultSeverity: 'error',
  examples: [
    {
      wrong: 'Ink.\n{{< param colr >}}\n',
      right: 'Ink.\n{{< param color >}}\n',
      site: '-- hugo.toml --\nparams.color = "blue"\n',
    },
  ],
  *check(site, page, now) {
    if (site.progress.content && site.missingModules.length === 0 && !hasCascades(site)) {
      yield* judgedAtRender(site, page, now, unknownOn(site, page));
    }
  },
};

/** Parameters may come from pages above, too. */
function hasCascades(site: SiteSnapshot): boolean {
  return valueAt(site.config.raw, 'cascade') !== undefined || site.keyStats('cascade') !== undefined;
}

/** What Hugo itself makes parameters of without being asked. */
const ownKeys = new Set([
  'title',
  'date',
  'lastmod',
  'publishdate',
  'expirydate',
  'draft',
  'iscjklanguage',
  'linktitle',
  'slug',
  'type',
  'layout',
]);

function* unknownOn(site: SiteSnapshot, page: PageDocument): Iterable<RuleFinding> {
  for (const { tag, schema } of provenCalls(site, page)) {
    const argument = schema.embedded?.name === 'param' ? givenAs(tag, 0) : undefined;
    if (argument !== undefined && argument.value !== '' && !isKnown(site, page, argument.value)) {
      yield {
        range: argument.contentRange,
        message: message(
          'Neither this page nor the site has a parameter "{0}", so Hugo stops the build. Add it to the front matter, or correct the name.',
          argument.value,
        ),
      };
    }
  }
}

function isKnown(site: SiteSnapshot, { outline }: PageDocument, name: string): boolean {
  const path = name.split('.');
  const id = toKeyId(path);
  const { raw, languages } = site.config;
  return (
    ownKeys.has(id) ||
    (outline?.entries ?? []).some(
      ({ path: own, shape, scalars }) =>
        [id, `params.${id}`].includes(toKeyId(own)) && (shape !== 'scalar' || scalars[0]?.text !== ''),
    ) ||
    valueAt(raw, 'params', ...path) !== undefined ||
    languages.some(
      ({ code }) =>
        valueAt(raw, 'languages', code, 'params', ...path) !== undefined ||
        valueAt(raw, 'languages', code, ...path) !== undefined,
    )
  );
}
