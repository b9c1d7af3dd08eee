// Which state of a page readers have: that of its file when the writer opened it, and none of a page that is new.
import { expect, test } from 'vitest';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { contentFileOf } from '../../../server/src/core/site/contentFile.ts';
import { emptyFacts } from '../../../server/src/core/site/emptyFacts.ts';
import { toPageRecord } from '../../../server/src/core/site/pageRecord.ts';
import type { PageRecord } from '../../../server/src/core/site/snapshot.ts';
import { SiteStore } from '../../../server/src/core/site/store.ts';

const uri = 'file:///site/content/a.md';
const facts = emptyFacts('file:///site');
const read = { progress: { ...facts.progress, content: true } };
const page = (slug: string): PageRecord =>
  toPageRecord(uri, contentFileOf('a.md', facts.config), `---\nslug: ${slug}\n---\n`, unknownHugo);

function slugOf(store: SiteStore): string | undefined {
  return store.snapshot.openedPage(uri)?.keys[0]?.values[0];
}

test('a page that is opened keeps the state of its file, also once it is saved', () => {
  const store = new SiteStore(facts);
  store.update({ files: [[uri, page('old')]] });
  store.update({ facts: read });
  store.update({ open: [[uri, page('new')]] });
  store.update({ files: [[uri, page('new')]] });
  expect(slugOf(store)).toBe('old');
});

test('a page that was open before the site was read has the state of its file', () => {
  const store = new SiteStore(facts);
  store.update({ open: [[uri, page('new')]] });
  store.update({ files: [[uri, page('old')]] });
  store.update({ facts: read });
  expect(slugOf(store)).toBe('old');
});

test('a page that is closed is as its file', () => {
  const store = new SiteStore(facts);
  store.update({ files: [[uri, page('old')]] });
  store.update({ open: [[uri, page('new')]] });
  store.update({ files: [[uri, page('new')]] });
  store.update({ open: [[uri, undefined]] });
  expect(slugOf(store)).toBe('new');
});

test('readers have nothing of a page that was made since', () => {
  const store = new SiteStore(facts);
  store.update({ facts: read });
  store.update({ files: [[uri, page('first')]] });
  store.update({ open: [[uri, page('second')]] });
  expect(slugOf(store)).toBe(undefined);
});
