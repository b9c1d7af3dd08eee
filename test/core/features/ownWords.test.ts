import { expect, test } from 'vitest';
import { completionList, suggestions } from '../../support/checks.ts';
import { siteOf } from '../../support/site.ts';

const words = [
  'Add new parts',
  'Build it again',
  'Count the wheels',
  'Draw a map',
  'Early days',
  'Find a mill',
];

/** Each page has a heading and a card of its own; two share one of each. */
const site = siteOf(
  [
    '-- hugo.toml --\ntitle = "Kvarnen"',
    '-- layouts/shortcodes/card.html --\n<b>{{ .Get "text" }}</b><i>{{ .Get "kind" }}</i>',
    ...[...words, 'Early days'].map(
      (text, at) =>
        `-- content/blog/p${String(at)}.md --\n---\nheading: ${text}\nkind: mill\n---\n{{< card text="${text}" kind="mill" >}}`,
    ),
  ].join('\n'),
);
const open = { site, path: 'content/blog/new.md' };

test.each([
  [
    'what every page says in words of its own is offered where several pages say it',
    'heading: █',
    ['""', 'Early days'],
  ],
  ['or to who begins it', 'heading: Bu█', ['Build it again']],
  ['not to who types a word of it', 'heading: again█', []],
  ['other values are offered at once', 'kind: █', ['mill', '""']],
])('%s', (_, line, expected) => {
  expect(suggestions(`---\n${line}\n---\n`, open)).toEqual(expected);
});

test('the editor asks again after a letter, as there may be more then', () => {
  expect(completionList('---\nheading: █\n---\n', open).isIncomplete).toBe(true);
});

test.each([
  ['so it is in calls', '{{< card text="█" >}}', ['Early days']],
  ['where other values are offered, too', '{{< card kind="█" >}}', ['mill']],
])('%s', (_, call, expected) => {
  expect(suggestions(`---\ntitle: New\n---\n${call}\n`, open)).toEqual(expected);
});
