import { describe, expect, test } from 'vitest';
import { checkDiagnostics, codesOf, fixed, verdictsOf } from '../../../support/checks.ts';
import { hugo, siteOf } from '../../../support/site.ts';
import { mill, millFiles, millWith } from '../mill.ts';

const site = mill;

test('an unknown shortcode is marked at its name, with the name that is meant', () => {
  checkDiagnostics(
    `Mjöl.
{{< ingres >}}Korn.{{< /ingres >}}
    ^^^^^^ unknown-shortcode: There is no shortcode "ingres" in this site, its themes or Hugo, so Hugo stops the build. Did you mean "ingress"?
`,
    { site },
  );
});

test('a shortcode that nothing resembles', () => {
  checkDiagnostics(
    `Mjöl.
{{% kvarnsten title="x" %}}
    ^^^^^^^^^ unknown-shortcode: There is no shortcode "kvarnsten" in this site, its themes or Hugo, so Hugo stops the build. Correct the name, or add a template for it.
`,
    { site },
  );
});

test('a shortcode that nothing closes', () => {
  checkDiagnostics(
    `Mjöl.
{{< ingress >}}
^^^^^^^^^^^^^^^ unclosed-shortcode: The shortcode "ingress" takes inner content and is never closed, so Hugo stops the build. Close it with {{< /ingress >}}, or with a / before its end.
Korn.
`,
    { site },
  );
});

test('a closing tag without its slash', () => {
  const text = 'Mjöl.\n{{< ingress >}}\nKorn.\n{{< ingress >}}\n';
  checkDiagnostics(
    `Mjöl.
{{< ingress >}}
^^^^^^^^^^^^^^^ unclosed-shortcode: The shortcode "ingress" takes inner content and is never closed, so Hugo stops the build. Close it with {{< /ingress >}}, or with a / before its end.
Korn.
{{< ingress >}}
^^^^^^^^^^^^^^^ unclosed-shortcode: This opens "ingress" once more, and nothing closes it, so Hugo stops the build. If it is meant to close the one above, write {{< /ingress >}}.
`,
    { site },
  );
  expect(fixed(text, { site })).toBe('Mjöl.\n{{< ingress >}}\nKorn.\n{{< /ingress >}}\n');
});

test('a closing tag that closes nothing', () => {
  checkDiagnostics(
    `Mjöl.
{{< /ingress >}}
^^^^^^^^^^^^^^^^ unopened-shortcode: No shortcode "ingress" is open here, so Hugo stops the build at its closing tag. Remove the tag, or open "ingress" before it.
`,
    { site },
  );
});

test('a closed shortcode that takes no inner content', () => {
  checkDiagnostics(
    `Mjöl.
{{< custom-card >}}Korn.{{< /custom-card >}}
                        ^^^^^^^^^^^^^^^^^^^^ shortcode-takes-no-inner: The shortcode "custom-card" takes no inner content, so Hugo stops the build when it is closed. Remove {{< /custom-card >}}.
`,
    { site },
  );
});

test.each([
  ['a shortcode in a folder', 'Mjöl. {{< blocks/lead >}}x{{< /blocks/lead >}}'],
  ['a shortcode of Hugo', 'Mjöl. {{< figure src="a.png" >}}'],
  ['a shortcode with Swedish letters', 'Mjöl. {{< öppet 1 >}}'],
  ['a shortcode in a comment', 'Mjöl. {{</* okänd */>}}'],
  ['an inline shortcode', 'Mjöl. {{< tid.inline >}}x{{< /tid.inline >}}'],
  ['overlapping shortcodes', 'Mjöl. {{< ingress >}}{{% blocks/lead %}}{{< /ingress >}}{{% /blocks/lead %}}'],
  ['a self-closed shortcode', 'Mjöl. {{< ingress />}}'],
  ['an anonymous closing tag', 'Mjöl. {{< ingress >}}x{{< / >}}'],
  ['a template expression', 'Mjöl. {{ .Title }} {{ < okänd > }}'],
  ['front matter', '---\ntitle: "{{< okänd >}}"\n---\n'],
])('nothing of %s', (_, text) => {
  expect(codesOf(text, { site })).toEqual([]);
});

describe('fixes', () => {
  test('the name is changed in both tags', () => {
    expect(fixed('Mjöl. {{< ingres >}}Korn.{{< /ingres >}}', { site })).toBe(
      'Mjöl. {{< ingress >}}Korn.{{< /ingress >}}',
    );
  });

  test.each([
    ['Add {{< /ingress >}} after it', 'Mjöl. {{< ingress >}}', 'Mjöl. {{< ingress >}}{{< /ingress >}}'],
    [
      'Add {{< /ingress >}} after the paragraph',
      '{{< ingress >}}\nMjöl\noch korn.\n\n## Vatten\n',
      '{{< ingress >}}\nMjöl\noch korn.\n{{< /ingress >}}\n\n## Vatten\n',
    ],
    [
      'Add {{< /ingress >}} after the paragraph',
      'Mjöl.\r\n  {{< ingress >}}\r\n  Korn.',
      'Mjöl.\r\n  {{< ingress >}}\r\n  Korn.\r\n  {{< /ingress >}}',
    ],
    [
      'Add {{< /ingress >}} after the paragraph',
      '{{< ingress >}}\nMjöl.\n{{< custom-card >}}\n',
      '{{< ingress >}}\nMjöl.\n{{< /ingress >}}\n{{< custom-card >}}\n',
    ],
    [
      'Add {{< /ingress >}} after it',
      '{{< ingress >}}\n\nMjöl.\n',
      '{{< ingress >}}{{< /ingress >}}\n\nMjöl.\n',
    ],
    ['Add {{< /ingress >}} after it', 'a {{< ingress >}}\nMjöl.', 'a {{< ingress >}}{{< /ingress >}}\nMjöl.'],
    ['Close it with a /, without inner content', 'Mjöl. {{< ingress >}}', 'Mjöl. {{< ingress />}}'],
    ['Close it with a /, without inner content', 'Mjöl. {{<ingress>}}', 'Mjöl. {{<ingress />}}'],
    ['Remove the closing tag', 'Mjöl. {{< /ingress >}}', 'Mjöl. '],
    ['Remove the closing tag', 'Mjöl. {{< custom-card >}}{{< /custom-card >}}', 'Mjöl. {{< custom-card >}}'],
    ['Remove the /', 'Mjöl. {{< custom-card />}}', 'Mjöl. {{< custom-card >}}'],
  ])('%s', (title, text, expected) => {
    expect(fixed(text, { site }, title)).toBe(expected);
  });
});

describe('while the site is not known whole', () => {
  const unknown = 'Mjöl. {{< okänd >}}';
  const unclosed = 'Mjöl. {{< ingress >}}';

  test('nothing is said before the templates are read', () => {
    const reading = millWith({ isReading: true });
    expect(codesOf(unknown, { site: reading })).toEqual([]);
    expect(codesOf(unclosed, { site: reading })).toEqual([]);
  });

  test('with a theme that is not on disk no name is unknown, but the project’s own shortcodes are sure', () => {
    const themeless = millWith({ missingModules: ['docsy'] });
    expect(codesOf(unknown, { site: themeless })).toEqual([]);
    expect(codesOf(unclosed, { site: themeless })).toEqual(['unclosed-shortcode']);
    expect(codesOf('Mjöl. {{< figure >}}{{< /figure >}}', { site: themeless })).toEqual([]);
  });

  test('what Hugo cannot read is wrong in every site', () => {
    expect(codesOf('Mjöl. {{< "x" >}}', { site: millWith({ isReading: true }) })).toEqual([
      'shortcode-syntax',
    ]);
  });
});

describe('a shortcode that Hugo has in some releases', () => {
  const page = (note: string): string => `Mjöl.\n{{< qr text="x" />}}\n${note}`;
  const since = '^^';
  test.each([
    ['below', hugo('0.111.3'), `    ${since} unknown-shortcode: `],
    ['straddling', hugo('0.111.3', '0.147.6'), `    ${since} warning unknown-shortcode: `],
    ['unknown', undefined, `    ${since} warning unknown-shortcode: `],
  ])('%s', (_, range, note) => {
    checkDiagnostics(
      page(
        `${note}Hugo has the shortcode "qr" since 0.141.0 only. Older releases stop the build here: use a newer one, or remove the call.\n`,
      ),
      { site: range === undefined ? site : millWith({ hugo: range }) },
    );
  });

  test('above', () => {
    checkDiagnostics(page(''), { site: millWith({ hugo: hugo('0.147.6') }) });
  });
});

describe('a name in other letters', () => {
  const page = (note: string): string => `Mjöl.\n{{< Custom-card >}}\n${note}`;
  const message =
    'Hugo before 0.146.0 finds no shortcode "Custom-card" and stops the build: the case of letters counts. Write "custom-card".';
  test.each([
    ['below', hugo('0.111.3'), `    ^^^^^^^^^^^ unknown-shortcode: ${message}\n`],
    ['straddling', hugo('0.111.3', '0.147.6'), `    ^^^^^^^^^^^ warning unknown-shortcode: ${message}\n`],
    ['above', hugo('0.147.6'), ''],
  ])('%s', (_, range, note) => {
    checkDiagnostics(page(note), { site: millWith({ hugo: range }) });
  });
});

describe('pages that old releases do not read', () => {
  const severities = (path: string, text: string, range: ReturnType<typeof hugo>): string[] =>
    verdictsOf(text, { site: millWith({ hugo: range }), path }).filter(
      (verdict) => !verdict.startsWith('information'),
    );

  test.each([
    ['a draft', 'content/blogg/ett.md', '---\ndraft: true\n---\n{{< okänd >}}\n'],
    ['a draft in TOML', 'content/blogg/ett.md', '+++\nDraft = true\n+++\n{{< okänd >}}\n'],
    ['a page of tomorrow', 'content/blogg/ett.md', '---\ndate: 2026-11-22\n---\n{{< okänd >}}\n'],
    ['a scheduled page', 'content/blogg/ett.md', '---\npublishDate: 2026-12-01\n---\n{{< okänd >}}\n'],
    ['an expired page', 'content/blogg/ett.md', '---\nexpiryDate: 2026-11-20\n---\n{{< okänd >}}\n'],
  ])('%s', (_, path, text) => {
    expect(severities(path, text, hugo('0.111.3'))).toEqual(['warning unknown-shortcode']);
    expect(severities(path, text, hugo('0.111.3', '0.147.6'))).toEqual(['warning unknown-shortcode']);
    expect(severities(path, text, hugo('0.147.6'))).toEqual(['error unknown-shortcode']);
  });

  test.each([
    ['a page of today', 'date: 2026-11-21'],
    ['a page of the future that was published', 'date: 2026-12-01\npublishDate: 2026-11-01'],
    ['a page that expires tomorrow', 'expiryDate: 2026-11-22'],
    ['a page that is never rendered', '_build:\n  render: never'],
  ])('%s is read by all', (_, header) => {
    const text = `---\n${header}\n---\n{{< okänd >}}\n`;
    expect(severities('content/blogg/ett.md', text, hugo('0.111.3'))).toEqual(['error unknown-shortcode']);
  });

  test('an HTML file without front matter is copied by old releases', () => {
    const path = 'content/blogg/kvarnhjul.html';
    const text = 'Ink.\n{{< okänd >}}\n';
    expect(severities(path, text, hugo('0.111.3'))).toEqual([]);
    expect(severities(path, text, hugo('0.111.3', '0.147.6'))).toEqual(['warning unknown-shortcode']);
    expect(severities(path, text, hugo('0.147.6'))).toEqual(['error unknown-shortcode']);
  });

  test('an HTML file that starts with a tag is copied by old releases', () => {
    expect(severities('content/a.html', '<p>Ink.</p>\n{{< okänd >}}\n', hugo('0.111.3'))).toEqual([]);
    expect(severities('content/a.md', '<p>Ink.</p>\n', hugo('0.111.3'))).toEqual([
      'error front-matter-delimiter',
    ]);
  });

  test('an HTML file with front matter is read by all', () => {
    expect(severities('content/a.html', '---\ntitle: x\n---\n{{< okänd >}}\n', hugo('0.111.3'))).toEqual([
      'error unknown-shortcode',
    ]);
  });
});

test('the shortcode that Hugo keeps for its own templates can be called', () => {
  checkDiagnostics('Ink.\n{{< 1__h_simple_assets >}}\n', { site: mill });
});

test('a site of its own shortcodes alone: the project’s template wins over Hugo’s', () => {
  const own = siteOf(`${millFiles}-- layouts/shortcodes/figure.html --\n<figure>{{ .Inner }}</figure>\n`);
  expect(codesOf('Mjöl. {{< figure >}}x{{< /figure >}}', { site: own })).toEqual([]);
});

describe('a shortcode of a theme that is not on disk', () => {
  const themeless = siteOf('-- layouts/_default/single.html --\n{{ .Content }}\n', {
    missingModules: ['ananke'],
  });

  test('takes inner content if the page closes it anywhere', () => {
    checkDiagnostics(
      `Kvarn. {{< tile >}}Mjöl.{{< /tile >}}
{{< tile >}}
^^^^^^^^^^^^ warning unclosed-shortcode: Elsewhere on this page "tile" is closed, so it takes inner content, and Hugo stops the build where it is not. Close it with {{< /tile >}}.
Korn.
`,
      { site: themeless },
    );
  });

  test.each([
    ['that nothing closes', 'Kvarn. {{< tile >}}\n{{< tile >}}\n'],
    ['that is always closed', 'Kvarn. {{< tile >}}Mjöl.{{< /tile >}}\n{{< tile />}}\n'],
  ])('%s', (_, text) => {
    expect(codesOf(text, { site: themeless })).toEqual([]);
  });
});

test('an inline shortcode needs a definition where it is used, if the site allows any', () => {
  const text = `Mjöl.
{{< kvarn.inline />}}
    ^^^^^^^^^^^^ undefined-inline-shortcode: Nothing defines "kvarn.inline" before Hugo gets here, so it stops the build. Close it behind what it shows, or define it further up.
{{< kvarn.inline >}}Sten{{< /kvarn.inline >}}
{{< kvarn.inline />}}
`;
  checkDiagnostics(text, { site: siteOf('-- hugo.toml --\n[security]\nenableInlineShortcodes = true\n') });
  expect(codesOf('Mjöl.\n{{< kvarn.inline />}}\n', { site })).toEqual([]);
});
