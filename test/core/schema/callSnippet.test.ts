// A new call of a shortcode, as the gallery puts it at the cursor `█` or around what is selected between `«` and `»`.
import { expect, test } from 'vitest';
import { callAt } from '../../../server/src/core/schema/callSnippet.ts';
import { applyEdits } from '../../../server/src/core/text/edit.ts';
import { range } from '../../../server/src/core/text/range.ts';
import { hugo, pageOf, siteOf } from '../../support/site.ts';

const files = `
-- hugo.toml --
-- layouts/shortcodes/box.html --
{{ $color := .Get "color" }}{{ if not $color }}{{ errorf "color" }}{{ end }}<div>{{ .Inner | markdownify }}</div>
-- layouts/shortcodes/level.html --
{{ if not (in (slice "low" "high, or so") (.Get 0)) }}{{ errorf "level" }}{{ end }}
-- layouts/shortcodes/note.md --
**{{ .Get 0 }}**
-- layouts/shortcodes/line.html --
<hr>
-- content/sv/a.md --
{{< box color="röd" >}}A{{< /box >}}
-- content/sv/b.md --
{{< box color="röd" >}}B{{< /box >}}
-- content/en/a.md --
{{< box color="red" >}}A{{< /box >}}
-- content/en/b.md --
{{< box color="red" >}}B{{< /box >}}
`;

test.each([
  [
    'required arguments with what calls share, the nearest first',
    'sv',
    '█',
    'box',
    '{{< box color="${1|röd,red|}" >}}\n$0\n{{< /box >}}',
  ],
  [
    'the same on a page of another section',
    'en',
    '█',
    'box',
    '{{< box color="${1|red,röd|}" >}}\n$0\n{{< /box >}}',
  ],
  ['within a line', 'en', 'A █ b', 'box', 'A {{< box color="${1|red,röd|}" >}}$0{{< /box >}} b'],
  [
    'around a selection',
    'en',
    'A «$1 b» c',
    'box',
    'A {{< box color="${1|red,röd|}" >}}\\$1 b{{< /box >}}$0 c',
  ],
  [
    'around whole lines',
    'en',
    'A«A\nB»B\nC',
    'box',
    '{{< box color="${1|red,röd|}" >}}\nAA\nBB\n{{< /box >}}$0\nC',
  ],
  ['a selection stays where nothing can enclose it', 'en', 'A «b» c', 'line', 'A b{{< line >}}$0 c'],
  [
    'a closed set, whose commas do not count',
    'en',
    '█',
    'level',
    '{{< level "${1|low,high\\, or so|}" >}}$0',
  ],
  ['a template of plain text', 'en', '█', 'note', '{{% note "$1" %}}$0'],
  ['what Hugo needs closed by itself', 'en', '█', 'qr', '{{< qr text="$1" />}}$0'],
  ['a QR code of a selection', 'en', 'A «b» c', 'qr', 'A {{< qr >}}b{{< /qr >}}$0 c'],
])('%s', (_, section, marked, name, expected) => {
  const site = siteOf(files, { hugo: hugo('0.147.6') });
  const cursor = marked.indexOf('█');
  const start = cursor < 0 ? marked.indexOf('«') : cursor;
  const end = cursor < 0 ? marked.indexOf('»') - 1 : cursor;
  const text = marked.replace(/[█«»]/g, '');
  const call = callAt(site, pageOf(site, `content/${section}/new.md`, text), range(start, end), name);
  expect(call).toBeDefined();
  const edits = call === undefined ? [] : [{ range: call.range, newText: call.snippet }];
  expect(applyEdits(text, edits).replaceAll('\\}', '}')).toBe(expected);
});

test('none of a shortcode that the site does not have', () => {
  const site = siteOf(files);
  expect(callAt(site, pageOf(site, 'content/a.md', ''), range(0, 0), 'nothing')).toBeUndefined();
});
