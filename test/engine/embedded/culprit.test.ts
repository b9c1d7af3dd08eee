import { expect, test } from 'vitest';
import { findCulprit } from '../../../server/src/engine/embedded/culprit.ts';

const page = 'content/posts/a.md';
const single =
  'render of "content/posts/a.md" failed: "layouts/_default/single.html:1:34": execute of template failed';

test.each([
  [
    'an error of the page itself',
    `process: "${page}:8:3": template for shortcode "nosuch" not found`,
    undefined,
  ],
  ['no place at all', 'Build error: logged 1 error(s)', undefined],
  [
    'the innermost template',
    `${single}: error calling partial: "themes/th/layouts/partials/foot.html:2:8": execute of template failed`,
    'template themes/th/layouts/partials/foot.html',
  ],
  [
    'a shortcode that the page calls',
    `${single}: "${page}:8:1": failed to render shortcode "boom": "layouts/_shortcodes/boom.html:2:36": execute failed`,
    'shortcode layouts/_shortcodes/boom.html',
  ],
  [
    'another page, whatever it fails in',
    `${single}: error calling Summary: "content/posts/b.md:5:1": failed: "layouts/shortcodes/boom.html:2:3": execute failed`,
    'page content/posts/b.md',
  ],
  ['a data file', '"data/mill.yaml:1:1": failed to unmarshal YAML', 'data data/mill.yaml'],
  ['a file of another kind', '"assets/main.css:1:1": failed', undefined],
])('To blame: %s', (_, error, expected) => {
  const culprit = findCulprit(error, page);
  expect(culprit && `${culprit.kind} ${culprit.path}`).toBe(expected);
});
