// Archetypes that we cannot run ourselves: Hugo in memory makes of them what `hugo new` made of them when it was recorded.
import { afterAll, describe, expect, test } from 'vitest';
import { mergeConfig } from '../../../server/src/core/config/mergeConfig.ts';
import { archetypeFacts, archetypeText } from '../../../server/src/core/site/archetypeText.ts';
import { contentFileOf } from '../../../server/src/core/site/contentFile.ts';
import { archetypePage, archetypeResult } from '../../../server/src/engine/embedded/archetypePage.ts';
import type { PreviewEngine } from '../../../server/src/engine/types.ts';
import { readArchetypeCases } from '../../conformance/archetypeCases.ts';
import { htmlOf, openEngine, type OpenEngine } from './openEngine.ts';

const someTime = '2026-11-22T15:00:00+01:00';

const left = readArchetypeCases().filter(({ path, config, archetype }) => {
  const site = mergeConfig([{ path: 'hugo.toml', text: config }]);
  const ours = archetypeText(archetype, contentFileOf(path, site), 'posts', site, someTime);
  return 'failure' in ours && ours.failure === 'unknown';
});

/** As for a page that is not there: Hugo forgets it. */
async function run(engine: PreviewEngine, path: string, source: string, now = someTime): Promise<string> {
  const page = archetypePage(`content/${path}`, source, archetypeFacts('posts', now));
  const rendered = await engine.render(page);
  engine.update(new Map([[page.path, undefined]]));
  return archetypeResult(rendered) ?? 'refused';
}

describe('what `hugo new` makes', () => {
  const engines = new Map<string, Promise<OpenEngine>>();
  afterAll(() => Promise.all([...engines.values()].map(async (opened) => (await opened).engine.dispose())));

  test.each(left)('of $name', async ({ path, config, archetype, hugo }) => {
    const opened = engines.get(config) ?? openEngine(`-- hugo.toml --\n${config}`);
    engines.set(config, opened);
    const { text = 'refused', now } = hugo['0.152.2'] ?? {};
    expect(await run((await opened).engine, path, archetype, now)).toBe(text);
  });
});

describe('an archetype', () => {
  const site = `
-- hugo.toml --
title = "Mill"
canonifyURLs = true
-- layouts/single.html --
<h1>{{ .Title }}</h1>{{ .Content }}{{ range site.RegularPages }}[{{ .Title }}]{{ end }}
-- layouts/list.html --
list
-- layouts/partials/mark.md --
<a href="/{{ .Type }}"> & {{ .Name | md5 }}
-- layouts/partials/broken.md --
{{ index 1 2 }}
-- content/posts/wheel.md --
---
title: Wheel
---
Stone
`;
  const opening = openEngine(site);
  afterAll(async () => (await opening).engine.dispose());

  test.each([
    ['is no HTML', '{{ partial "mark.md" . }}', '<a href="/posts"> & 5d41402abc4b2a76b9719d911017c592'],
    ['keeps its calls', '{{< figure src="{{ .Name }}" >}}{{% a %}}', '{{< figure src="hello" >}}{{% a %}}'],
    ['keeps its letters', '“{{ upper "ö" }}” 🎉\r\n', '“Ö” 🎉\r\n'],
    ['that fails is refused', '{{ partial "broken.md" . }}', 'refused'],
    ['that cannot be read is refused', '{{ if }}', 'refused'],
  ])('%s', async (_, source, text) => {
    const open = await opening;
    expect((await run(open.engine, 'posts/hello.md', source)).trimEnd()).toBe(text.trimEnd());
  });

  test('leaves the pages that are shown as they are', async () => {
    const open = await opening;
    const before = htmlOf(await open.render('content/posts/wheel.md'));
    expect(before).toBe('<h1>Wheel</h1><p>Stone</p>[Wheel]');
    expect(await run(open.engine, 'posts/hello/index.md', '{{ partial "broken.md" . }}')).toBe('refused');
    expect(await run(open.engine, 'posts/hello/index.md', '{{ md5 .Name }}')).toHaveLength(32);
    const after = await open.render('content/posts/wheel.md');
    expect(htmlOf(after)).toBe(before);
    expect(after.notes).toEqual([]);
    expect(open.hosts).toHaveLength(1);
  });
});
