import fc from 'fast-check';
import { expect, test } from 'vitest';
import { emptyFacts } from '../../server/src/core/site/emptyFacts.ts';
import type { PageKey, PageRecord, SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { toArgumentId } from '../../server/src/core/site/pageRecord.ts';
import { SiteStore } from '../../server/src/core/site/store.ts';
import { answersOf } from '../support/siteQueries.ts';
import { seed } from '../support/seed.ts';

const uris = ['a', 'b', 'c', 'd', 'e'].map((name) => `file:///s/content/${name}.md`);
const spellings = ['Title', 'title', 'tags', 'menu', '__proto__', 'slug'];
const texts = ['x', 'y', 'z', 'Y', 'constructor', 'w'];
const names = ['box', 'Box', 'deep/er', 'deep.er', 'toString'];
const sections = ['', 'blog', 'docs'];
const asked = {
  uris,
  sections,
  names,
  folders: ['', 'blog', 'docs/deep'],
  starts: ['', '/blog/', '/blog/x'],
  ids: ['title', 'tags', 'menu', 'menu.main', 'resources.[].src', '__proto__', 'none'],
  parents: ['', 'menu', 'resources.[]'],
  limits: [0, 1, 2, 99],
};

const key: fc.Arbitrary<PageKey> = fc
  .record({
    parent: fc.constantFrom('', 'menu.', 'resources.[].'),
    spelling: fc.constantFrom(...spellings, 'main', 'src'),
    type: fc.constantFrom('string', 'list', 'int', 'null'),
    values: fc.uniqueArray(fc.constantFrom(...texts), { maxLength: 3 }),
  })
  .map(({ parent, spelling, type, values }) => ({
    id: parent + spelling.toLowerCase(),
    spelling,
    type,
    values,
  }));

const argument: fc.Arbitrary<PageKey> = fc
  .record({
    shortcode: fc.constantFrom(...names),
    spelling: fc.constantFrom('Title', 'title', 'a.b', '0', '__proto__'),
    type: fc.constantFrom('string', 'bool', 'int', 'float'),
    values: fc.uniqueArray(fc.constantFrom(...texts), { maxLength: 3 }),
  })
  .map(({ shortcode, spelling, ...more }) => ({ id: toArgumentId(shortcode, spelling), spelling, ...more }));

const page: fc.Arbitrary<Omit<PageRecord, 'uri'>> = fc.record(
  {
    path: fc.constantFrom('a.md', 'blog/a.md', 'blog/a/index.md', 'docs/deep/b.md'),
    language: fc.constantFrom('sv', 'en'),
    section: fc.constantFrom(...sections),
    bundle: fc.constantFrom('leaf', 'branch', 'none'),
    keys: fc.uniqueArray(key, { selector: ({ id }) => id, maxLength: 5 }),
    calls: fc.array(fc.constantFrom(...names), { maxLength: 4 }),
    arguments: fc.uniqueArray(argument, { selector: ({ id }) => id, maxLength: 4 }),
    leads: fc.uniqueArray(fc.constantFrom('/a/', 'b.png', '#c'), { maxLength: 3 }),
    cascades: fc.constant([{ values: { type: ['docs'] }, target: {}, targetName: undefined }]),
    callDetails: fc.array(
      fc.record({
        isMarkdown: fc.boolean(),
        isAlone: fc.boolean(),
        given: fc.array(fc.record({ argument: fc.nat(2), value: fc.option(fc.nat(1), { nil: undefined }) }), {
          maxLength: 2,
        }),
      }),
      { maxLength: 2 },
    ),
  },
  { requiredKeys: ['path', 'language', 'section', 'bundle', 'keys', 'calls', 'arguments', 'callDetails'] },
);

const step = fc.record({
  kind: fc.constantFrom('file', 'open', 'look'),
  uri: fc.constantFrom(...uris),
  page: fc.option(page, { nil: undefined }),
});

/** The pages as a reader of the whole site would find them: what is open wins. */
class Model {
  readonly files = new Map<string, PageRecord>();
  readonly open = new Map<string, PageRecord>();

  put(layer: 'files' | 'open', uri: string, record: PageRecord | undefined): void {
    if (record === undefined) {
      this[layer].delete(uri);
    } else {
      this[layer].set(uri, record);
    }
  }

  snapshot(): SiteSnapshot {
    return new SiteStore(emptyFacts('file:///s')).update({ files: new Map([...this.files, ...this.open]) });
  }
}

test(
  'after any changes, every snapshot ever made answers like one built from its pages alone',
  { timeout: 180_000 },
  () => {
    let executed = 0;
    fc.assert(
      fc.property(fc.array(fc.array(step, { minLength: 1, maxLength: 3 }), { maxLength: 6 }), (batches) => {
        executed++;
        const store = new SiteStore(emptyFacts('file:///s'));
        const model = new Model();
        const held: { snapshot: SiteSnapshot; answers: unknown }[] = [];
        for (const batch of batches) {
          const files: [string, PageRecord | undefined][] = [];
          const open: [string, PageRecord | undefined][] = [];
          for (const { kind, uri, page: content } of batch) {
            const record = content && { ...content, uri };
            if (kind === 'look') {
              answersOf(store.snapshot, asked);
              held.slice(0, 1).forEach(({ snapshot }) => answersOf(snapshot, asked));
            } else {
              model.put(kind === 'file' ? 'files' : 'open', uri, record);
              (kind === 'file' ? files : open).push([uri, record]);
            }
          }
          const revision = store.snapshot.revision;
          const snapshot = store.update({ files, open });
          expect(snapshot.revision).toBeGreaterThanOrEqual(revision);
          held.push({ snapshot, answers: answersOf(model.snapshot(), asked) });
        }
        for (const { snapshot, answers } of held.reverse()) {
          expect(answersOf(snapshot, asked)).toEqual(answers);
        }
      }),
      { numRuns: 10_000, seed },
    );
    process.stdout.write(`siteStore: ${executed} cases, seed ${seed}\n`);
  },
);
