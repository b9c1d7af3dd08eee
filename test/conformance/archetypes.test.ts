// What `hugo new` of three releases made of archetypes, recorded in TZ=Europe/Stockholm with the moment at which each ran, against what we make of them
// ourselves. What we leave to Hugo is in test/engine/embedded/archetypes.test.ts.
import { describe, expect, test } from 'vitest';
import { mergeConfig } from '../../server/src/core/config/mergeConfig.ts';
import { archetypeText } from '../../server/src/core/site/archetypeText.ts';
import { contentFileOf } from '../../server/src/core/site/contentFile.ts';
import { readArchetypeCases } from './archetypeCases.ts';

/** What we do not run ourselves, but leave to Hugo. */
const leftToHugo = new Set<string>([
  'printed values',
  'arithmetic',
  'dict and index',
  'page',
  'countwords',
  'uniq',
  'language',
  'more dot',
  'hash',
  'unique',
  'a function that is not there',
  'a language in the name posts/my-post.md',
]);

/** What Hugo 0.111 does not have yet. */
const isNew = new Set(['trim', 'title case firstupper', 'title case none']);

describe('an archetype becomes what Hugo makes of it', () => {
  for (const { name, path, config, archetype, hugo } of readArchetypeCases()) {
    const releases = Object.entries(hugo).filter(([release]) => release !== '0.111.3' || !isNew.has(name));
    test.each(releases)(`${name}, Hugo %s`, (_, recorded) => {
      const site = mergeConfig([{ path: 'hugo.toml', text: config }]);
      const { now = '2026-11-22T15:00:00+01:00', text } = recorded;
      const [section = ''] = path.includes('/') ? path.split('/') : [];
      const ours = archetypeText(archetype, contentFileOf(path, site), section, site, now);
      if (leftToHugo.has(name)) {
        expect(ours).toMatchObject({ failure: 'unknown' });
      } else if (text === undefined) {
        expect(ours).toHaveProperty('failure');
      } else {
        expect(ours).toEqual({ text });
      }
    });
  }
});
