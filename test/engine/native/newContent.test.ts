// Real Hugo runs an archetype that needs it, and leaves the site as it was.
import { execFileSync } from 'node:child_process';
import { mkdirSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { afterAll, beforeAll, describe, expect, test } from 'vitest';
import { newContent } from '../../../server/src/engine/native/newContent.ts';

const isInstalled = ((): boolean => {
  try {
    execFileSync('hugo', ['version'], { stdio: 'ignore' });
    return true;
  } catch {
    return false;
  }
})();

describe.skipIf(!isInstalled)('an archetype that needs Hugo', () => {
  let site = '';
  beforeAll(() => {
    site = mkdtempSync(join(tmpdir(), 'new-content-'));
    for (const [path, text] of [
      ['hugo.toml', 'title = "Mill"\n'],
      ['archetypes/posts.md', '---\nmark: {{ partial "mark" . }}\n---\n'],
      ['archetypes/broken.md', '---\nmark: {{ .Nope }}\n---\n'],
      ['layouts/partials/mark.html', '{{ md5 .Name }}'],
    ] as const) {
      mkdirSync(join(site, path, '..'), { recursive: true });
      writeFileSync(join(site, path), text);
    }
  });
  afterAll(() => rmSync(site, { recursive: true, force: true }));

  test('is run, and nothing of the site is written', async () => {
    const before = readdirSync(site, { recursive: true }).length;
    expect(await newContent('hugo', pathToFileURL(site).href, 'posts/a.md')).toBe(
      '---\nmark: 0cc175b9c0f1b6a831c399e269772661\n---\n',
    );
    expect(readdirSync(site, { recursive: true })).toHaveLength(before);
  });

  test.each([
    ['is not made where Hugo refuses it', 'hugo', 'broken/a.md'],
    ['is not made where there is no such Hugo', 'no-such-hugo', 'posts/b.md'],
  ])('%s', async (_, program, path) => {
    expect((await newContent(program, pathToFileURL(site).href, path)) ?? '').toBe('');
  });
});
