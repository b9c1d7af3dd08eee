import { describe, expect, test } from 'vitest';
import { templateNames } from '../../../server/src/core/references/templateNames.ts';
import { symbolId, type SiteSymbol } from '../../../server/src/core/references/types.ts';
import { applyEdits } from '../../../server/src/core/text/edit.ts';
import { siteOf } from '../../support/site.ts';
import { read } from '../../support/templates.ts';

/** Ways to ask for what is called `old`, where other things are called so, too. */
const ofArguments = [
  '{{ .Get "old" }}',
  '{{ .Get `old` }}',
  '{{ .Get "old" | default "old" }}',
  '{{ $old := .Get "old" }}{{ $old }}{{ with $old }}{{ .old }}{{ end }}',
  '{{ .Params.old }}{{ $.Params.old | upper }}',
  '{{ if isset .Params "old" }}{{ index .Params "old" }}{{ end }}',
  '{{ (.Get "old") }}{{ print "old" (.Get "old") "old" }}',
  '{{ with .Get "old" }}{{ if eq . "old" }}old{{ end }}{{ end }}',
  '{{ if eq (.Get "old") "old" }}{{ errorf "old %s" (.Get "old") }}{{ end }}',
  '{{- range split (.Get "old") "," -}}{{ . }}{{- end -}}',
  '{{ $p := .Params }}{{ $p.old }}{{ index $p "old" }}',
  '{{ cond (isset .Params "old") (.Get "old") (index .Params "other") }}',
  '{{ $key := "old" }}{{ .Get $key }}{{ index .Params $key }}',
  '{{ range slice "old" "other" }}{{ $.Get . }}{{ end }}',
  '{{ define "old" }}{{ .Get "old" }}{{ end }}{{ template "old" . }}',
] as const;

const ofKeys = [
  '{{ .Params.old }}{{ .Params.Old }}{{ .old }}',
  '{{ .Params.card.old }}{{ .Params.old.card }}{{ .Params.old.old }}',
  '{{ with .Params.card }}{{ .old }}{{ end }}{{ index .Params "card" "old" }}',
  '{{ index (index .Params "old") "old" }}',
  '{{ .Param "old" }}{{ .Param "card.old" }}{{ .Site.Params.old }}{{ site.Params.old }}',
  '{{ range where .Pages "Params.old" "old" }}{{ .Params.old }}{{ end }}',
  '{{ range where (where .Pages "Params.old" 1) "Params.old" 2 }}{{ end }}',
  '{{ range sort .Pages "Params.old" }}{{ .Params.old }}{{ end }}',
  '{{ range .Pages.ByParam "old" }}{{ with .Params.old }}{{ . }}{{ end }}{{ end }}',
  '{{ range .Params.items }}{{ .old }}{{ end }}{{ range .Params.old }}{{ .items }}{{ end }}',
  '{{ if and .Params.old (eq .Params.old "old") }}{{ end }}{{ if isset .Params "old" }}{{ end }}',
  '{{ $key := "old" }}{{ with .Param $key }}{{ . }}{{ end }}',
  '{{ block "old" . }}{{ .Params.old }}{{ end }}',
  '{{ $old := .Params.old }}{{ with .Page }}{{ .Params.old }}{{ $old }}{{ end }}',
] as const;

describe('a template asks for the new name where the old one is replaced', () => {
  test.each(ofArguments)('of an argument: %s', (text) => {
    const symbol: SiteSymbol = { kind: 'argument', shortcode: 'box', key: 'old' };
    const asked = read(renamed('shortcodes/box.html', text, symbol), {}, 'shortcode').signature?.arguments;
    const before = read(text, {}, 'shortcode').signature?.arguments;
    const expected = before?.map(({ key }) => (key === 'old' ? 'renamed' : key)) ?? [];
    expect(asked?.map(({ key }) => key)).toEqual(expected);
    expect(expected).toContain('renamed');
  });

  test.each(ofKeys)('of a key: %s', (text) => {
    for (const id of ['old', 'card.old', 'old.old', 'items.[].old']) {
      const asked = read(renamed('_default/single.html', text, { kind: 'key', id }), {}, 'page').keys;
      const before = read(text, {}, 'page').keys;
      expect(asked.map(({ path }) => path.join('.').toLowerCase()).sort()).toEqual(
        [...new Set(before.map(({ path }) => withName(path.join('.').toLowerCase(), id)))].sort(),
      );
    }
  });
});

/** The id with the name replaced where it is that key, or stands below it. */
function withName(id: string, old: string): string {
  const renamedId = `${old.slice(0, -'old'.length)}renamed`;
  return id === old || id.startsWith(`${old}.`) ? renamedId + id.slice(old.length) : id;
}

function renamed(path: string, text: string, symbol: SiteSymbol): string {
  const site = siteOf(`-- layouts/${path} --\n${text}\n-- content/a.md --\n`);
  const [template] = site.templates();
  const names = template === undefined ? [] : templateNames(site, template, text);
  const edits = names
    .filter((name) => symbolId(name.symbol) === symbolId(symbol))
    .map(({ range }) => ({ range, newText: 'renamed' }));
  return applyEdits(text, edits);
}
