// What a call gives to its shortcode, and what the templates, the team and Hugo make of it.
import { describe, expect, test } from 'vitest';
import { checkDiagnostics, fixed, verdictsOf } from '../../../support/checks.ts';
import { hugo, siteOf } from '../../../support/site.ts';

const files = `
-- hugo.toml --
[params]
color = "blue"
[params.deep]
ink = "black"
-- .hugo-scribe.yaml --
shortcodes:
  pen:
    arguments:
      nib:
        required: true
-- layouts/shortcodes/pen.html --
{{ with .Get "color" }}{{ if not (in (slice "blue" "red") .) }}{{ errorf "bad" }}{{ end }}{{ end }}{{ .Get "nib" }}
-- layouts/shortcodes/ink.html --
{{ with .Get "id" | default (.Get 0) }}{{ . }}{{ else }}{{ errorf "no id" }}{{ end }}
-- layouts/shortcodes/two.html --
{{ .Get 0 }}{{ .Get 1 }}
-- layouts/shortcodes/free.html --
{{ range .Params }}{{ . }}{{ end }}
-- layouts/shortcodes/plain.html --
<hr>
-- layouts/shortcodes/tabs.html --
{{ .Get "id" }}{{ .Inner }}
-- layouts/shortcodes/tab.html --
{{ .Parent.Get "active" }}
-- layouts/shortcodes/dyn.html --
{{ range .Parent.Params }}{{ . }}{{ end }}
`;
const site = siteOf(files, { hugo: hugo('0.147.6') });
const nib = 'nib="fine"';

test.each([
  [
    '{{< ink >}}',
    '^^^^^^^ missing-argument: The shortcode "ink" demands id="…" / #1, so Hugo stops the build without it. Add it.',
  ],
  [
    '{{< ink id="" >}}',
    '        ^^^^^ warning missing-argument: The shortcode demands id="…" / #1, and this is empty. Fill it in.',
  ],
  [
    '{{< pen >}}',
    '^^^^^^^ warning missing-argument: Your team wants nib="…" in every call of "pen". Add it.',
  ],
  [
    `{{< pen ${nib} color="bleu" >}}`,
    '                          ^^^^ argument-value: Hugo stops the build at the value "bleu". It may be: "blue", "red".',
  ],
  [
    `{{< pen ${nib} colr="blue" >}}`,
    '                   ^^^^ warning unknown-argument: The shortcode "pen" does not read "colr", so it has no effect. Did you mean "color"?',
  ],
  [
    `{{< pen ${nib} Nib="blue" color=red >}}`,
    '                   ^^^ warning unknown-argument: The shortcode "pen" does not read "Nib", so it has no effect. Correct the name, or remove it.',
  ],
  [
    '{{< plain a >}}',
    '          ^ warning unknown-argument: The shortcode "plain" reads no argument without a name, so this one has no effect.',
  ],
  [
    '{{< two a b c >}}',
    '            ^ warning unknown-argument: The shortcode "two" reads 2 arguments without names at most, so this one has no effect.',
  ],
  [
    '{{< figure src="a.png" src="b.png" >}}',
    '           ^^^^^^^^^^^ warning duplicate-argument: "src" is given again below, and Hugo takes the last one. Remove one of both.',
  ],
  [
    '{{< figure src="a.png" width=50%" >}}',
    '                             ^^^^ warning quotes-in-value: Hugo takes these quotation marks for part of the value. Write "50%", in straight double quotes.',
  ],
  [
    '{{< tab >}}',
    '    ^^^ warning shortcode-outside-parent: The shortcode "tab" takes "active" from the shortcode around it, and nothing stands around it. Put it inside of that one.',
  ],
  [
    '{{< param colour >}}',
    '          ^^^^^^ unknown-param: Neither this page nor the site has a parameter "colour", so Hugo stops the build. Add it to the front matter, or correct the name.',
  ],
  [
    '{{< figure src="a.png" loading="lazzy" >}}',
    '                                ^^^^^ warning argument-value: Nobody knows the value "lazzy", so it has no effect. It may be: "eager", "lazy".',
  ],
  [
    '{{< qr text="a" scale=1 />}}',
    '                      ^ argument-value: This has to be a whole number of 2 or more, or Hugo stops the build.',
  ],
  [
    '{{< highlight go "linenos=table,wrap" >}}{{< /highlight >}}',
    '                                ^^^^ argument-value: An option needs a name and one value, such as linenos=table, and "wrap" is none. Hugo stops the build here.',
  ],
  [
    '{{< highlight go "hl_lines=1,2" >}}{{< /highlight >}}',
    '                             ^ argument-value: An option needs a name and one value, such as linenos=table, and "2" is none. Hugo stops the build here.',
  ],
])('%s', (line, note) => {
  checkDiagnostics(`Ink.\n${line}\n${note}\n`, { site });
});

test.each([
  '{{< ink id="x" >}}{{< ink x >}}',
  `{{< pen ${nib} >}}{{< pen ${nib} color="" >}}`,
  '{{< free a b c >}}{{< free x="y" >}}',
  '{{< two a >}}{{< plain >}}',
  '{{< tabs active="a" >}}{{< tab >}}{{< /tabs >}}',
  '{{< tabs anything="a" >}}{{< dyn >}}{{< /tabs >}}',
  '{{< param color >}}{{< param deep.ink >}}{{< param Title >}}',
  '{{< figure alt="It\'s" title=it\'s >}}',
  '{{< qr text="a" level=high scale=2 />}}{{< qr >}}a{{< /qr >}}',
  '{{< youtube abc >}}{{< youtube id="abc" start=5 >}}',
  '{{< figure alt=`“a”` caption="“a”" >}}',
  '{{< highlight go " " />}}{{< highlight go "linenos=, style = x" />}}',
  '{{< ref "" >}}{{< ref path="" >}}{{< highlight "" />}}',
])('nothing of %s', (line) => {
  expect(verdictsOf(`Ink.\n${line}\n`, { site })).toEqual([]);
});

test.each([
  ['0.111.3', []],
  ['0.121.0', ['error argument-value']],
])('an option of highlight without a value in Hugo %s', (version, expected) => {
  const old = siteOf(files, { hugo: hugo(version) });
  expect(verdictsOf('Ink.\n{{< highlight go "linenos" >}}{{< /highlight >}}\n', { site: old })).toEqual(
    expected,
  );
});

test('a key of the page is a parameter, too, below `params` as well', () => {
  expect(
    verdictsOf('---\na:\n  b: 1\nparams:\n  c: 2\n---\n{{< param a.b >}}{{< param C >}}\n', { site }),
  ).toEqual([]);
});

describe('what Hugo’s own shortcodes demand', () => {
  test.each([
    ['youtube', 'none', 'error'],
    ['youtube id=""', 'none', 'error'],
    ['vimeo', 'none', 'error'],
    ['highlight />', 'error', 'error'],
    ['param', 'error', 'error'],
    ['param name="x"', 'error', 'error'],
    ['ref', 'error', 'error'],
    ['tweet user="a"', 'error', 'error'],
    ['gist', 'warning', 'warning'],
    ['figure', 'none', 'none'],
  ])('%s', (call, before, since) => {
    const text = `Ink.\n{{< ${call.replace(/ *\/>$/, ' /')} >}}\n`.replace('/ >}}', '/>}}');
    const verdict = (version: string): string =>
      verdictsOf(text, { site: siteOf(files, { hugo: hugo(version) }) })
        .filter((each) => each.endsWith('missing-argument'))[0]
        ?.replace(' missing-argument', '') ?? 'none';
    expect(verdict('0.111.3')).toBe(before);
    expect(verdict('0.147.6')).toBe(since);
  });

  test('in some releases only: a warning that names them', () => {
    checkDiagnostics(
      'Ink.\n{{< youtube >}}\n^^^^^^^^^^^ warning missing-argument: Hugo 0.125.0 and newer demand id="…" / #1 of the shortcode "youtube" and stop the build without it. Add it.\n',
      { site: siteOf(files, { hugo: hugo('0.111.3', '0.147.6') }) },
    );
  });

  test('a language for highlighting: not in the newest releases', () => {
    const text = 'Ink.\n{{< highlight />}}\n';
    expect(verdictsOf(text, { site: siteOf(files, { hugo: hugo('0.168.0') }) })).toEqual([]);
  });
});

test.each([
  [`{{< pen ${nib} colr="blue" >}}`, `{{< pen ${nib} color="blue" >}}`],
  ['{{< plain a >}}', '{{< plain >}}'],
  ['{{< figure src="a.png"\n  src="b.png" >}}', '{{< figure\n  src="b.png" >}}'],
  ["{{< figure src='a.png' >}}", '{{< figure src="a.png" >}}'],
  ['{{< figure src=“a.png” >}}', '{{< figure src="a.png" >}}'],
  ['{{< figure width=50%" >}}', '{{< figure width="50%" >}}'],
  [`{{< pen ${nib} color="bleu" >}}`, `{{< pen ${nib} color="blue" >}}`],
])('%s is mended', (call, mended) => {
  expect(fixed(`Ink.\n${call}\n`, { site })).toBe(`Ink.\n${mended}\n`);
});

describe('while the site is not known whole', () => {
  test('what a theme that is not on disk may replace is left alone, and the project’s own is not', () => {
    const themeless = siteOf(files, { missingModules: ['docsy'] });
    expect(verdictsOf('Ink.\n{{< figure "a" >}}{{< param nope >}}\n', { site: themeless })).toEqual([]);
    expect(verdictsOf('Ink.\n{{< plain "a" >}}\n', { site: themeless })).toEqual([
      'warning unknown-argument',
    ]);
  });

  test('nothing is said before the templates are read', () => {
    const reading = siteOf(files, { isReading: true });
    expect(verdictsOf('Ink.\n{{< plain "a" >}}{{< ink >}}{{< pen color=x >}}\n', { site: reading })).toEqual(
      [],
    );
  });
});

test('what only rendering finds is a warning on a draft', () => {
  expect(verdictsOf('---\ndraft: true\n---\n{{< ink >}}\n', { site })).toEqual(['warning missing-argument']);
});
