import { expect, test } from 'vitest';
import { definitions } from '../../support/checks.ts';
import { harbor } from './harbor.ts';

const path = 'content/news/first.md';
const header = (line: string): string => `---\ntitle: First\n${line}\n---\n`;

test.each([
  [
    'from a shortcode to its template, and to the one that it hides',
    '{{< ber█th 7 >}}',
    ['berth', 'layouts/shortcodes/berth.html:1:1', 'themes/wharf/layouts/shortcodes/berth.html:1:1'],
  ],
  ['from a closing tag', '{{< note >}}x{{< /no█te >}}', ['note', 'layouts/shortcodes/note.html:1:1']],
  [
    'from the name of an argument to where the template asks for it',
    '{{< berth si█de="port" >}}',
    ['side', 'layouts/shortcodes/berth.html:2:13'],
  ],
  ['from an argument without a name', '{{< berth 7█ >}}', ['7', 'layouts/shortcodes/berth.html:4:27']],
  [
    'from the value of an argument to its file',
    '{{< berth boat="te█rn.png" >}}',
    ['"tern.png"', 'static/img/boat/tern.png:1:1'],
  ],
])('%s', (_, marked, expected) => {
  expect(definitions(marked, { site: harbor, path })).toEqual(expected);
});

test.each([
  [
    'from a key to the templates that read it, those of this page first',
    'back█ground: calm.jpg',
    ['background', 'layouts/news/single.html:2:23', 'layouts/news/list.html:1:25'],
  ],
  ['from a value to its file', 'background: cal█m.jpg', ['calm.jpg', 'static/img/sky/calm.jpg:1:1']],
  ['from a value to its entry of the data', 'skipper: Si█v', ['Siv', 'data/crew.yaml:3:9']],
  ['from an address to its page', 'more: /about/u█s/', ['/about/us/', 'content/about/us.md:1:1']],
  ['from a value to a file of the bundle', 'map: coa█st.png', ['coast.png', 'beside coast.png']],
])('%s', (_, line, expected) => {
  expect(definitions(header(line), { site: harbor, path })).toEqual(expected);
});

test.each([
  ['prose', 'Mj█öl'],
  ['a title', '---\ntitle: /about/u█s/\n---\n'],
  ['an address of another host', header('more: https://example.org/about/u█s/')],
  ['a path that leads out', header('more: ../../etc/pass█wd.txt')],
  ['an unknown shortcode', '{{< brth█ >}}'],
  ['a shortcode of Hugo', '{{< fig█ure >}}'],
  ['a value that leads nowhere', '{{< berth side="po█rt" >}}'],
])('nowhere from %s', (_, marked) => {
  expect(definitions(marked, { site: harbor, path })).toEqual([]);
});
