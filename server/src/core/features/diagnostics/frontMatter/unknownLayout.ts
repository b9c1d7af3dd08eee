import type { PageDocument } from '../../../site/pageDocument.ts';
import { publishState } from '../../../site/publishState.ts';
import type { SiteSnapshot, SiteTemplate } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import { editDistance, nearestOf } from '../../../text/near.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { entriesOf, rewritten, rootOf } from './fieldValues.ts';
import { memoize } from '../../../text/memoize.ts';

export const unknownLayout: DiagnosticRule = {
  code: 'unknown-layout',
  summary: 'Layout that no template has',
  why: 'Where no template has the name, Hugo takes the one that it would take without the key, and does not say so.',
  defaultSeverity: 'warning',
  fix: 'Takes the nearest name of a template',
  examples: [
    {
      wrong: '---\nlayout: galery\n---\n',
      right: '---\nlayout: gallery\n---\n',
      site: '-- layouts/_default/single.html --\n{{ .Content }}\n-- layouts/_default/gallery.html --\n{{ .Content }}\n',
    },
  ],
  *check(site, page, now) {
    const root = rootOf(page);
    const node = root && entriesOf(root).get('layout')?.value;
    if (
      node?.kind !== 'scalar' ||
      node.text === '' ||
      !isComplete(site) ||
      isNeverRendered(site, page, now)
    ) {
      return;
    }
    const names = layoutNames(site.templates());
    const name = node.text.toLowerCase();
    if (names.size === 0 || names.has(name)) {
      return;
    }
    const most = Math.min(2, Math.floor(name.length / 3));
    const nearest = nearestOf(names, (each) => editDistance(name, each, most))?.item;
    yield {
      range: node.range,
      message:
        nearest === undefined
          ? message('No template is called "{0}", so Hugo takes another one for this page.', node.text)
          : message(
              'No template is called "{0}", so Hugo takes another one. Did you mean "{1}"?',
              node.text,
              nearest,
            ),
      fixes:
        nearest === undefined
          ? []
          : [
              {
                title: message('Change it to "{0}"', nearest),
                edits: [rewritten(node, nearest, page.fence?.format ?? 'yaml')],
              },
            ],
    };
  },
};

function isNeverRendered({ config }: SiteSnapshot, page: PageDocument, now: string): boolean {
  return publishState(page, config, now) === 'neverRendered';
}

function isComplete({ progress, missingModules }: SiteSnapshot): boolean {
  return progress.templates && missingModules.length === 0;
}

/** The names of all files below `layouts`, up to their first dot, wherever they stand: a layout may be chosen in many ways. */
const layoutNames = memoize(
  (templates: readonly SiteTemplate[]): ReadonlySet<string> =>
    new Set(
      templates
        .filter(({ role }) => role === 'page' || role === 'other' || role === 'base')
        .flatMap(({ path }) =>
          path
            .slice(path.lastIndexOf('/') + 1)
            .toLowerCase()
            .split('.'),
        ),
    ),
);
