import { chmodSync, existsSync, readdirSync, symlinkSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { one, plain, post, sites } from './sites.ts';
import { installed, openSite, processesIn, withHugo } from './support.ts';

describe.skipIf(installed === undefined)(`the installed Hugo (${withHugo})`, () => {
  test.each(sites)('shows $name', async ({ files, path, text, url, html }) => {
    const site = openSite(files);
    const before = site.files();
    const page = await site.show(path, text);
    expect(page.problems).toEqual([]);
    expect(page.html).toContain(html);
    expect(page.url).toBe(url);
    expect(site.files()).toEqual(before);
  });

  test('shows each text as it is typed, and the file where a page is not open any more', async () => {
    const site = openSite(plain);
    const before = site.files();
    for (const word of ['first', 'second', 'third']) {
      expect((await site.show(one, post(word))).html).toContain(`<p>${word}</p>`);
    }
    const section = await site.show('content/posts/_index.md', '---\ntitle: Posts\n---\n');
    expect(section.html).toContain('<li>Two<li>One');
    expect((await site.show(one)).html).toContain('<p>saved</p>');
    expect(site.files()).toEqual(before);
  });

  test('makes only the newest of the texts that wait, and answers it to all', async () => {
    const site = openSite(plain);
    const answers = await Promise.all(['a', 'b', 'c'].map((word) => site.show(one, post(word))));
    expect(answers.map(({ html }) => html?.includes('<p>c</p>'))).toEqual([true, true, true]);
  });

  test.each([
    { fault: '{{< nosuch >}}', problem: 'nosuch', line: 5 },
    { fault: '{{< box >}}', problem: 'closed', line: 5 },
    { fault: '{{< relref "gone" >}}', problem: 'gone', line: 5 },
  ])('puts $fault where it is typed, and recovers', async ({ fault, problem, line }) => {
    const site = openSite(plain);
    await site.show(one);
    const broken = await site.show(one, post(`before\n${fault}`));
    expect(broken.problems).toMatchObject([
      { severity: 'error', path: one, line, message: expect.stringContaining(problem) as string },
    ]);
    const mended = await site.show(one, post('mended'));
    expect(mended.problems).toEqual([]);
    expect(mended.html).toContain('<p>mended</p>');
  });

  test('blames front matter that Hugo cannot read', async () => {
    const site = openSite(plain);
    const page = await site.show(one, '---\ntitle: [One\n---\nwords\n');
    expect(page.html).toBeUndefined();
    expect(page.problems).toMatchObject([{ severity: 'error', path: one }]);
  });

  test('names a template at fault', async () => {
    const site = openSite(`${plain}
-- layouts/shortcodes/fails.html --
{{ index 1 2 3 }}
`);
    const page = await site.show(one, post('{{< fails >}}'));
    expect(page.html).toBeUndefined();
    expect(page.problems.map(({ path }) => path)).toEqual([one, 'layouts/shortcodes/fails.html']);
  });

  test('leaves out another page that Hugo cannot build, and says so', async () => {
    const site = openSite(`${plain}
-- content/posts/broken.md --
---
title: Broken
---
{{< nosuch >}}
`);
    const page = await site.show(one, post('whole'));
    expect(page.html).toContain('<p>whole</p>');
    expect(page.notes.map(({ args }) => args[0])).toEqual(['content/posts/broken.md']);
  });

  test('shows other unsaved texts, until they are saved or closed', async () => {
    const site = openSite(plain);
    const section = (): Promise<string | undefined> =>
      site.show('content/posts/_index.md', '---\ntitle: Posts\n---\n').then(({ html }) => html);
    site.engine.update(new Map([[one, post('x').replace('One', 'Unsaved')]]));
    expect(await section()).toContain('<li>Unsaved');
    site.engine.update(new Map([[one, undefined]]));
    expect(await section()).toContain('<li>One');
  });

  test('does not let a half-typed text of another page stop this one', async () => {
    const site = openSite(plain);
    await site.show(one);
    site.engine.update(new Map([['content/posts/two.md', '---\ntitle: Two\n---\n{{< bo']]));
    expect((await site.show(one, post('unharmed'))).html).toContain('<p>unharmed</p>');
  });

  test('keeps showing the text in the editor after the file was saved', async () => {
    const site = openSite(plain);
    await site.show(one, post('typed'));
    site.write(one, post('saved now'));
    expect((await site.show(one, post('saved now'))).html).toContain('<p>saved now</p>');
    expect((await site.show(one, post('typed on'))).html).toContain('<p>typed on</p>');
  });

  test('reads the configuration anew after a reset', async () => {
    const site = openSite(`${plain}
-- layouts/posts/single.html --
{{ site.Title }}
`);
    await site.show(one);
    site.write('hugo.toml', 'baseURL = "https://example.org/"\ntitle = "Renamed"\n');
    site.engine.reset();
    expect((await site.show(one)).html).toContain('Renamed');
  });

  test('says what is wrong with a configuration that Hugo refuses', async () => {
    const site = openSite(plain);
    site.write('hugo.toml', 'baseURL = \n');
    await expect(site.engine.open(one)).rejects.toThrow('Hugo cannot build this site');
    const page = await site.show(one);
    expect(page.problems[0]?.severity).toBe('error');
    site.write('hugo.toml', 'baseURL = "https://example.org/"\n');
    expect((await site.show(one)).html).toContain('<p>saved</p>');
  });

  test('serves the files of a bundle, and nothing else', async () => {
    const bundle = 'content/posts/trip/index.md';
    const site = openSite(`${plain}
-- ${bundle} --
---
title: Trip
---
-- content/posts/trip/photo.svg --
<svg xmlns="http://www.w3.org/2000/svg"/>
-- assets/main.css --
b { color: red }
-- layouts/posts/single.html --
{{ with .Resources.Get "photo.svg" }}<img src="{{ .RelPermalink }}">{{ end }}
<link href="{{ (resources.Get "main.css").RelPermalink }}">
`);
    const page = await site.show(bundle, post('![](photo.svg)'));
    expect(page.html).toContain('<img src="/posts/trip/photo.svg">');
    const urls = [
      '/posts/trip/photo.svg',
      '/main.css?v=1',
      '/no.css',
      '/../config/production',
      '/%2e%2e/layouts',
    ];
    const [photo, css, ...others] = await site.engine.readPublished(urls);
    expect(Buffer.from(photo ?? '').toString()).toContain('<svg');
    expect(Buffer.from(css ?? '').toString()).toContain('color: red');
    expect(others).toEqual([undefined, undefined, undefined]);
  });

  test('publishes nothing through a link that leads out', async () => {
    const site = openSite(plain);
    await site.show(one);
    const [folder = ''] = readdirSync(site.temp);
    symlinkSync(join(site.folder, 'hugo.toml'), join(site.temp, folder, 'public', 'link.css'));
    expect(await site.engine.readPublished(['/link.css'])).toEqual([undefined]);
  });

  test('leaves no process and no folder behind', async () => {
    const site = openSite(plain);
    await site.show(one);
    expect(processesIn(site.temp)).toHaveLength(1);
    await site.engine.dispose();
    expect(processesIn(site.temp)).toEqual([]);
    expect(readdirSync(site.temp)).toEqual([]);
  });

  test('goes on when Hugo was ended by somebody else', async () => {
    const site = openSite(plain);
    await site.show(one);
    const [line = ''] = processesIn(site.temp);
    process.kill(Number.parseInt(line, 10));
    expect((await site.show(one, post('again'))).html).toContain('<p>again</p>');
  });
});

test('runs nothing without trust', async () => {
  const site = openSite(plain, { program: process.execPath, isTrusted: () => false });
  await expect(site.engine.open(one)).rejects.toThrow('trusted');
});

test('runs no program that stands in the site, nor one that a link there leads to', async () => {
  const files = `${plain}
-- bin/hugo --
#!/bin/sh
touch "$(dirname "$0")/ran"
`;
  const site = openSite(files);
  chmodSync(join(site.folder, 'bin/hugo'), 0o755);
  const link = join(site.temp, 'hugo');
  symlinkSync(join(site.folder, 'bin/hugo'), link);
  for (const program of [join(site.folder, 'bin/hugo'), link]) {
    const engine = site.engineOf({ program });
    await expect(engine.open(one)).rejects.toThrow('stands in the site');
    await engine.dispose();
  }
  expect(existsSync(join(site.folder, 'bin/ran'))).toBe(false);
});
