import { setTimeout as wait } from 'node:timers/promises';
import { afterEach, expect, test, vi } from 'vitest';
import { htmlOf, openEngine, type OpenEngine } from './openEngine.ts';

// Hugo's start takes a second or two, and many times that on a machine that is busy.
vi.setConfig({ testTimeout: 180_000, hookTimeout: 60_000 });

const page = 'content/a.md';
const site = `
-- hugo.toml --
baseURL = 'https://mill.example/'
-- layouts/_default/single.html --
<main>{{ .Content }}</main>{{ partial "a.html" . }}{{ partial "b.html" . }}
-- layouts/partials/a.html --
<i>a</i>
-- layouts/partials/b.html --
<i>b</i>
-- layouts/shortcodes/ok.html --
OK {{ .Get 0 }}
-- content/_index.md --
-- content/a.md --
text of A
-- content/b.md --
text of B
`;

let open: OpenEngine | undefined;
afterEach(async () => {
  await open?.engine.dispose();
  const left = (open?.hosts ?? []).filter(({ pid }) => isAlive(pid));
  open = undefined;
  expect(left).toEqual([]);
});

test('A killed host is replaced, with what the writer changed meanwhile', async () => {
  open = await openEngine(site);
  await open.engine.open(page);
  const [first] = open.hosts;
  process.kill(first?.pid ?? 0, 'SIGKILL');
  await wait(50);
  expect(htmlOf(await open.render(page, 'after the end'))).toMatch(/after the end/);
  open.writeSilently('layouts/partials/a.html', '<i>read again</i>');
  const rendering = open.render(page, 'while it runs');
  process.kill(open.hosts.at(-1)?.pid ?? 0, 'SIGKILL');
  expect(htmlOf(await rendering)).toMatch(/while it runs.*read again/);
});

test('A new configuration is read by a new host', async () => {
  open = await openEngine(site);
  await open.render(page);
  open.writeSilently('layouts/partials/b.html', '<i>new</i>');
  open.engine.reset();
  expect(htmlOf(await open.render(page))).toMatch(/text of A.*new/);
  expect(open.hosts).toHaveLength(2);
});

test('A broken configuration is said in words, at once and until it is mended', async () => {
  open = await openEngine(site.replace("baseURL = 'https://mill.example/'", "timeZone = 'Nowhere/Land'"));
  await expect(open.render(page)).rejects.toThrow(/unknown time zone Nowhere\/Land/);
  await expect(open.render(page)).rejects.toThrow(/unknown time zone/);
  expect(open.hosts).toHaveLength(1);
});

const endless = `${'{{ range seq 2000 }}'.repeat(4)}${'{{ end }}'.repeat(4)}`;
const recursion = '{{ define "partials/x.html" }}{{ partial "x.html" . }}{{ end }}{{ partial "x.html" . }}';

// How soon Hugo ends a recursion depends on the machine: in time, and there is a page with a box, or not.
test.each([
  ['a loop without end', endless],
  ['a template that calls itself', '{{ define "x" }}{{ template "x" . }}{{ end }}{{ template "x" . }}'],
  ['a partial that calls itself', recursion],
])('A shortcode with %s is a problem of its page; the next text is shown', async (_, template) => {
  open = await openEngine(site.replace('OK {{ .Get 0 }}', template), new Map(), 5_000);
  await open.render(page);
  for (const again of [1, 2]) {
    const { problems } = await open.render(page, `x {{< ok >}} for time ${String(again)}`);
    expect(problems[0]).toMatchObject({ severity: 'error', path: page });
  }
  expect(htmlOf(await open.render(page, 'mended'))).toMatch(/mended/);
});

test('A text on which Hugo hung is not tried again before something changes', async () => {
  open = await openEngine(site.replace('OK {{ .Get 0 }}', endless), new Map(), 3_000);
  const hung = await open.render(page, 'x {{< ok >}}');
  expect(hung.problems).toEqual([
    { severity: 'error', message: 'Hugo did not finish within 3 seconds.', path: page },
  ]);
  expect(await open.render(page, 'x {{< ok >}}')).toBe(hung);
  open.write('layouts/shortcodes/ok.html', 'ended');
  expect(htmlOf(await open.render(page, 'x {{< ok >}}'))).toMatch(/ended/);
});

test('A layout without end keeps no other page from being shown', async () => {
  open = await openEngine(
    `${site}-- layouts/wheels/single.html --\n${endless}\n-- content/wheels/w.md --\n`,
    new Map(),
    3_000,
  );
  const { html, problems } = await open.render('content/wheels/w.md', 'x');
  expect(html).toBeUndefined();
  expect(problems[0]?.message).toMatch(/did not finish/);
  expect(htmlOf(await open.render(page))).toMatch(/text of A/);
});

test('What fails from the start is left out and named', async () => {
  open = await openEngine(
    site
      .replace('<i>a</i>', '{{ .Nope.Foo }}')
      .replace('<i>b</i>', '<i>b {{ end }}')
      .replace('text of A', 'text of A {{< ok >}}')
      .replace('OK {{ .Get 0 }}', 'OK {{ add .Page 1 }}'),
  );
  const rendered = await open.render(page);
  expect(htmlOf(rendered)).toMatch(/<main>.*text of A.*<small>ok<\/small>.*<\/main>$/);
  expect(rendered.notes.map(({ args }) => args)).toEqual([
    ['layouts/partials/b.html, layouts/partials/a.html, layouts/shortcodes/ok.html'],
  ]);
  open.write('layouts/partials/b.html', '<i>better</i>');
  expect(htmlOf(await open.render(page, 'plain'))).toMatch(/better/);
});

test('A page that is broken from the start is mended by the next text', async () => {
  open = await openEngine(site.replace('text of A', '{{< nosuch >}}'));
  const broken = await open.render(page);
  expect(broken.html).toBeUndefined();
  expect(broken.problems).toMatchObject([{ path: page, line: 0, character: 0 }]);
  expect(htmlOf(await open.render(page, 'mended'))).toMatch(/mended/);
  expect(htmlOf(await open.render('content/b.md'))).toMatch(/text of B/);
});

function isAlive(pid: number | undefined): boolean {
  try {
    return pid !== undefined && process.kill(pid, 0);
  } catch {
    return false;
  }
}
