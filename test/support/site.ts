// A site out of one txtar text, without a disk: what `workspace` does with files, as far as a test of a feature needs it.
import { mergeConfig } from '../../server/src/core/config/mergeConfig.ts';
import { unknownHugo } from '../../server/src/core/hugo/version.ts';
import type { HugoRange } from '../../server/src/core/hugo/version.ts';
import { contentFileOf } from '../../server/src/core/site/contentFile.ts';
import { emptyFacts } from '../../server/src/core/site/emptyFacts.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import { toPageRecord } from '../../server/src/core/site/pageRecord.ts';
import { shortcodeDefinitions } from '../../server/src/core/site/shortcodeDefinitions.ts';
import type { ShortcodeFile } from '../../server/src/core/site/shortcodeDefinitions.ts';
import { shortcodeTemplateOf } from '../../server/src/core/site/shortcodeTemplates.ts';
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { SiteStore } from '../../server/src/core/site/store.ts';
import { partialNameOf, partialsBy, templateFacts } from '../../server/src/core/site/templateFacts.ts';
import { parseTxtar } from './txtar.ts';

export interface SiteOptions {
  readonly hugo?: HugoRange;
  readonly missingModules?: readonly string[];
  readonly isReading?: boolean;
}

const root = 'file:///site';
const layoutPattern = /^(.*\/)?layouts\/(.+)$/;

/** A range of releases, both ends included; one number alone is exact. */
export function hugo(min: string | undefined, max = min): HugoRange {
  return { ...unknownHugo, min, max, source: 'setting' };
}

/**
 * The snapshot of the site in `txtar`: its configuration at the top, `layouts/`, those of one theme, and `content/`.
 */
export function siteOf(txtar: string, options: SiteOptions = {}): SiteSnapshot {
  const files = [...parseTxtar(txtar)].map(([path, text]) => ({ path, text }));
  const config = mergeConfig(files.filter(({ path }) => /^(?:hugo|config)\./.test(path)));
  const { hugo: range = unknownHugo, missingModules = [], isReading = false } = options;
  const partialOf = partialsBy(
    files.flatMap(({ path, text }) => {
      const [, theme = '', layout = ''] = layoutPattern.exec(path) ?? [];
      const name = partialNameOf(layout);
      return name === undefined ? [] : [{ name, path, text, rank: theme === '' ? 0 : 1 }];
    }),
  );
  const shortcodes = files.flatMap(({ path, text }) => shortcodeIn(path, text) ?? []);
  const store = new SiteStore({
    ...emptyFacts(root),
    config,
    hugo: range,
    progress: { templates: !isReading, content: !isReading, pagesRead: 0, pagesTotal: undefined },
    missingModules,
    shortcodesComplete: !isReading && missingModules.length === 0,
    shortcodes: shortcodeDefinitions(shortcodes, range),
  });
  return store.update({
    files: files
      .filter(({ path }) => path.startsWith('content/'))
      .map(({ path, text }) => {
        const file = contentFileOf(path.slice('content/'.length), config);
        return [uriOf(path), toPageRecord(uriOf(path), file, text, range)] as const;
      }),
  });

  function shortcodeIn(path: string, text: string): ShortcodeFile | undefined {
    const [, theme = '', layout = ''] = layoutPattern.exec(path) ?? [];
    const name = shortcodeTemplateOf(layout, config)?.name;
    return name === undefined
      ? undefined
      : {
          name,
          source: { uri: uriOf(path), path, origin: theme === '' ? 'project' : 'theme' },
          rank: theme === '' ? 0 : 1,
          facts: templateFacts(path, text, partialOf),
        };
  }
}

/** A page of that site, as an open document. */
export function pageOf(site: SiteSnapshot, path: string, text: string): PageDocument {
  return new PageDocument(uriOf(path), text, site.hugo);
}

function uriOf(path: string): string {
  return `${root}/${path}`;
}
