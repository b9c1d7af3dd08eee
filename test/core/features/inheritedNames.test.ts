// Keys, shortcodes and configuration may be named like what every JavaScript object inherits. They are names like any other.
import { describe, expect, test } from 'vitest';
import { codesOf, suggestions } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

const names = ['__proto__', 'constructor', 'toString', 'hasOwnProperty', 'valueOf'];

describe.each(names)('%s', (name) => {
  const empty = siteOf(`-- hugo.toml --\n[params.${name}]\nx = 1\n[taxonomies]\n${name} = "${name}"\n`);
  const full = siteOf(
    [
      '-- hugo.toml --',
      'title = "T"',
      `-- layouts/shortcodes/${name}.html --`,
      `{{ .Get "${name}" }}`,
      '-- content/a.md --',
      '---',
      `${name}: ink`,
      '---',
      `{{< ${name} >}}`,
      '',
    ].join('\n'),
  );

  test('is an unknown shortcode where there is no template', () => {
    expect(codesOf(`Ink.\n{{< ${name} >}}\n`, { site: empty })).toEqual(['unknown-shortcode']);
  });

  test('is a shortcode where there is one', () => {
    expect(codesOf(`Ink.\n{{< ${name} ${name}="x" >}}\n`, { site: full })).toEqual([]);
    expect(suggestions('{{< █ >}}', { site: full })).toContain(name);
  });

  test('is a key with the values that other pages give it', () => {
    expect(suggestions('---\n█\n---\n', { site: full })).toContain(name);
    expect(suggestions(`---\n${name}: █\n---\n`, { site: full })).toContain('ink');
  });
});
