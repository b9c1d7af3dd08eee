import { describe, expect, test } from 'vitest';
import { checkCompletion, completionList, suggestions, vscode } from '../../support/checks.ts';
import { hugo, siteOf } from '../../support/site.ts';
import { mill, millWith } from './mill.ts';

const site = mill;

test('the shortcodes of the site come first, most used first; those of Hugo that it warns of come last', () => {
  const labels = suggestions('{{< █', { site: millWith({ hugo: hugo('0.147.6') }) });
  expect(labels.slice(0, 2)).toEqual(['custom-card', 'ingress']);
  expect(labels).toContain('figure');
  expect(labels.at(-1)).toMatch(/^(?:comment|gist|twitter|tweet)/);
});

test.each([
  ['a half-typed name', 'Mjöl. {{< cus█', 'custom-card', 'Mjöl. {{< custom-card title="${1}" >}}${0}'],
  ['nothing', 'Mjöl. {{< █', 'custom-card', 'Mjöl. {{< custom-card title="${1}" >}}${0}'],
  ['nothing, without a blank', 'Mjöl. {{<█', 'custom-card', 'Mjöl. {{< custom-card title="${1}" >}}${0}'],
  [
    'braces that the editor closed',
    'Mjöl. {{<█}}',
    'custom-card',
    'Mjöl. {{< custom-card title="${1}" >}}${0}',
  ],
  [
    'all that the editor closed',
    'Mjöl. {{<█>}}',
    'custom-card',
    'Mjöl. {{< custom-card title="${1}" >}}${0}',
  ],
  [
    'a name in what the editor closed',
    'Mjöl. {{< cus█>}}',
    'custom-card',
    'Mjöl. {{< custom-card title="${1}" >}}${0}',
  ],
  [
    'a name before a blank',
    'Mjöl. {{< cus█ >}}',
    'custom-card',
    'Mjöl. {{< custom-card title="${1}" >}}${0}',
  ],
  [
    'a name with arguments',
    'Mjöl. {{< cus█ title="a" >}}',
    'custom-card',
    'Mjöl. {{< custom-card title="a" >}}',
  ],
  [
    'the middle of a name',
    'Mjöl. {{< custom█-cord >}}',
    'custom-card',
    'Mjöl. {{< custom-card title="${1}" >}}${0}',
  ],
  [
    'text behind the cursor',
    'Mjöl {{< cus█ och vatten',
    'custom-card',
    'Mjöl {{< custom-card title="${1}" >}}${0} och vatten',
  ],
  [
    'another shortcode on the line',
    '{{< █ {{< ingress >}}x{{< /ingress >}}',
    'custom-card',
    '{{< custom-card title="${1}" >}}${0} {{< ingress >}}x{{< /ingress >}}',
  ],
  ['the other delimiter', 'Mjöl. {{%█%}}', 'custom-card', 'Mjöl. {{% custom-card title="${1}" %}}${0}'],
  ['a name with a dash', 'Mjöl. {{< custom-█', 'custom-card', 'Mjöl. {{< custom-card title="${1}" >}}${0}'],
  [
    'a name in a folder',
    'Mjöl. {{< blocks/█',
    'blocks/lead',
    'Mjöl. {{< blocks/lead >}}${0}{{< /blocks/lead >}}',
  ],
  ['a name with Swedish letters', 'Mjöl. {{< ö█', 'öppet', 'Mjöl. {{< öppet "${1}" >}}${0}'],
  ['inner content in a line', 'Mjöl. {{< ing█>}}', 'ingress', 'Mjöl. {{< ingress >}}${0}{{< /ingress >}}'],
  [
    'inner content on a line of its own',
    'Mjöl.\n\n{{< ing█\n',
    'ingress',
    'Mjöl.\n\n{{< ingress >}}\n${0}\n{{< /ingress >}}\n',
  ],
  [
    'inner content, indented',
    '- Mjöl\n\n  {{< ing█>}}\n',
    'ingress',
    '- Mjöl\n\n  {{< ingress >}}\n  ${0}\n  {{< /ingress >}}\n',
  ],
  [
    'inner content with CRLF',
    'Mjöl.\r\n{{% ing█\r\n',
    'ingress',
    'Mjöl.\r\n{{% ingress %}}\r\n${0}\r\n{{% /ingress %}}\r\n',
  ],
  [
    'a closing tag that stands there already',
    'Mjöl. {{< ing█ >}}x{{< /ingress >}}',
    'ingress',
    'Mjöl. {{< ingress >}}${0}x{{< /ingress >}}',
  ],
])('%s', (_, marked, label, expected) => {
  checkCompletion(`---\ntitle: x\n---\n${marked}`, label, `---\ntitle: x\n---\n${expected}`, { site });
});

describe('closing tags', () => {
  test('the innermost open shortcode comes first', () => {
    expect(suggestions('Ink.\n{{< blocks/lead >}}{{< ingress >}}x{{</█', { site })).toEqual([
      '/ingress',
      '/blocks/lead',
    ]);
  });

  test('nothing where nothing is open', () => {
    expect(suggestions('Ink.\n{{< ingress >}}x{{< /ingress >}}{{< /█', { site })).toEqual([]);
    expect(suggestions('Ink.\n{{< custom-card >}}{{< /█', { site })).toEqual([]);
  });

  test.each([
    ['what the editor closed', '{{< ingress >}}x{{</█>}}', '/ingress', '{{< ingress >}}x{{< /ingress >}}'],
    ['nothing behind the slash', '{{< ingress >}}x{{< /█', '/ingress', '{{< ingress >}}x{{< /ingress >}}'],
    ['a half-typed name', '{{% ingress %}}x{{% /ing█ %}}', '/ingress', '{{% ingress %}}x{{% /ingress %}}'],
    [
      'blanks round the slash',
      '{{< ingress >}}x{{<  / ing█',
      '/ingress',
      '{{< ingress >}}x{{<  /ingress >}}',
    ],
    ['no slash yet', '{{< ingress >}}x{{<█>}}', '/ingress', '{{< ingress >}}x{{< /ingress >}}'],
  ])('%s', (_, marked, label, expected) => {
    checkCompletion(`Ink.\n${marked}`, label, `Ink.\n${expected}`, { site });
  });
});

test('without snippets the writer gets the opening tag', () => {
  checkCompletion(
    'Ink. {{< ing█',
    'ingress',
    'Ink. {{< ingress >}}',
    { site },
    { ...vscode, snippets: false },
  );
});

test('says how often it is called, where the template is, and what its author says of it', () => {
  const item = completionList('Ink. {{< █', { site }).items.find(({ label }) => label === 'custom-card');
  expect(item).toMatchObject({
    detail: 'used 3 times on 2 pages · layouts/shortcodes/custom-card.html',
  });
  const ingress = completionList('Ink. {{< █', { site }).items.find(({ label }) => label === 'ingress');
  expect(ingress?.documentation).toEqual({ kind: 'markdown', value: 'A lead paragraph in larger type.' });
});

test('shortcodes that the site’s Hugo does not have are not suggested', () => {
  const labels = (version: string): string[] =>
    suggestions('Ink. {{< █', { site: millWith({ hugo: hugo(version) }) });
  expect(labels('0.111.3')).not.toContain('qr');
  expect(labels('0.147.6')).toContain('qr');
});

test.each([
  ['the page content', 'Ink█'],
  ['a comment', 'Ink. {{</* ing█ */>}}'],
  ['an argument', 'Ink. {{< ingress title=█ >}}'],
  ['behind a tag', 'Ink. {{< custom-card >}}█'],
  ['front matter', '---\ntitle: "{{< █ >}}"\n---\n'],
])('no shortcodes in %s', (_, marked) => {
  expect(suggestions(marked, { site })).toEqual([]);
});

test('a document outside every site still gets the shortcodes of Hugo', () => {
  expect(suggestions('Ink. {{< fig█', { site: siteOf('') })).toEqual(['figure']);
});
