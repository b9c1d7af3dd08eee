import { describe, expect, it } from 'vitest';
import { findFence } from '../../../server/src/core/frontMatter/fence.ts';
import { findPlace } from '../../../server/src/core/frontMatter/place.ts';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { textOf } from '../../../server/src/core/text/range.ts';
import { takeCursor } from '../../support/marks.ts';

/** The place as one line: what it is, where it goes, `‹what it replaces›`, and what is typed. */
function placeIn(marked: string): string {
  const { text, offset } = takeCursor(marked);
  const { fence } = findFence(text, unknownHugo);
  if (fence === undefined) {
    return 'no front matter';
  }
  const place = findPlace(text, fence, offset);
  if (place.kind === 'none') {
    return `none ${place.reason}`;
  }
  const replaced = `‹${textOf(text, place.range)}› typed ‹${place.typed}›`;
  const flow = place.flow ? ['flow'] : [];
  if (place.kind === 'key') {
    const separator = place.separator === undefined ? [] : [`separator ‹${textOf(text, place.separator)}›`];
    const value = place.hasValue ? ['has value'] : [];
    const indent = place.missingIndent === undefined ? [] : [`indent ${String(place.missingIndent.length)}`];
    return [
      'key in',
      place.parent.join('.') || 'top',
      replaced,
      ...separator,
      ...value,
      ...flow,
      ...indent,
    ].join(' ');
  }
  const closed = place.closed ? ['closed'] : [];
  const blank = place.needsBlank ? ['needs blank'] : [];
  const quote = place.quote === '' ? [] : [`quote ${place.quote}`];
  return ['value of', place.path.join('.'), replaced, ...quote, ...closed, ...blank, ...flow].join(' ');
}

function checkPlaces(wrap: (inner: string) => string, cases: readonly (readonly [string, string])[]): void {
  it.each(cases)('%j', (inner, expected) => {
    expect(placeIn(wrap(inner))).toBe(expected);
  });
}

const yaml = (inner: string): string => `---\n${inner}\n---\nText\n`;
const toml = (inner: string): string => `+++\n${inner}\n+++\nText\n`;
const plain = (inner: string): string => inner;

describe('keys in YAML', () => {
  checkPlaces(yaml, [
    ['█', 'key in top ‹› typed ‹›'],
    ['title: A\n█', 'key in top ‹› typed ‹›'],
    ['title: A\n█\ndate: B', 'key in top ‹› typed ‹›'],
    ['ta█', 'key in top ‹ta› typed ‹ta›'],
    ['title: A\nta█\ndate: B', 'key in top ‹ta› typed ‹ta›'],
    ['title: A\nt█a\ndate: B', 'key in top ‹ta› typed ‹t›'],
    ['ti█tle: A', 'key in top ‹title› typed ‹ti› separator ‹: › has value'],
    ['█title: A', 'key in top ‹title› typed ‹› separator ‹: › has value'],
    ['title█:', 'key in top ‹title› typed ‹title› separator ‹:›'],
    [
      'sidebar-link_namn-å█: A',
      'key in top ‹sidebar-link_namn-å› typed ‹sidebar-link_namn-å› separator ‹: › has value',
    ],
    ['"ti█tle": A', 'key in top ‹"title"› typed ‹ti› separator ‹: › has value'],
    ['title █: A', 'none separator'],
    ['params:\n  █', 'key in params ‹› typed ‹›'],
    ['params:\n  co█', 'key in params ‹co› typed ‹co›'],
    ['params:\n  color: red\n  █', 'key in params ‹› typed ‹›'],
    ['params:\n  color: red\n  wi█', 'key in params ‹wi› typed ‹wi›'],
    ['params:\n  color: red\n█', 'key in top ‹› typed ‹›'],
    ['params:\n  █\n  color: red', 'key in params ‹› typed ‹›'],
    ['menu:\n  main:\n    name: A\n  █', 'key in menu ‹› typed ‹›'],
    ['menu:\n  main:\n    name: A\n    █', 'key in menu.main ‹› typed ‹›'],
    ['menu:\n  main:\n    na█me: A', 'key in menu.main ‹name› typed ‹na› separator ‹: › has value'],
    ['resources:\n- src: a\n  █', 'key in resources.[] ‹› typed ‹›'],
    ['resources:\n  - src: a\n    na█', 'key in resources.[] ‹na› typed ‹na›'],
    ['resources:\n  - src: a\n  █', 'key in resources.[] ‹› typed ‹› indent 2'],
    ['resources:\n  - src: a\n  na█', 'key in resources.[] ‹na› typed ‹na› indent 2'],
    ['resources:\n  -   src: a\n      name: b\n  █', 'key in resources.[] ‹› typed ‹› indent 4'],
    ['resources:\n  - src: a\n    params:\n      icon: b\n  █', 'key in resources.[] ‹› typed ‹› indent 2'],
    ['resources:\n- src: a\n█', 'key in top ‹› typed ‹›'],
    ['resources:\n  - src: a\ntitle: b\n█', 'key in top ‹› typed ‹›'],
    ['resources:\n  - src: a\n  - █', 'key in resources.[] ‹› typed ‹›'],
    ['resources:\n  - src: a\n  - na█', 'key in resources.[] ‹na› typed ‹na›'],
    ['resources:\n  - s█rc: a', 'key in resources.[] ‹src› typed ‹s› separator ‹: › has value'],
    ['tags:\n- a\n█', 'key in top ‹› typed ‹›'],
    ['params: {█}', 'key in params ‹› typed ‹› flow'],
    ['params: {a: 1, █}', 'key in params ‹› typed ‹› flow'],
    ['params: {a: 1, b█}', 'key in params ‹b› typed ‹b› flow'],
    ['params: {a█: 1}', 'key in params ‹a› typed ‹a› separator ‹: › has value flow'],
    ['a: &x\n  b: 1\nc█', 'key in top ‹c› typed ‹c›'],
  ]);
});

describe('values in YAML', () => {
  checkPlaces(yaml, [
    ['title:█', 'value of title ‹› typed ‹› needs blank'],
    ['title: █', 'value of title ‹› typed ‹›'],
    ['title: █\ndate: B', 'value of title ‹› typed ‹›'],
    ['title: █ # why', 'value of title ‹› typed ‹›'],
    ['title: He█llo', 'value of title ‹Hello› typed ‹He›'],
    ['title: New █', 'value of title ‹New › typed ‹New ›'],
    ['title: "█"', 'value of title ‹""› typed ‹› quote " closed'],
    ['title: "He█"', 'value of title ‹"He"› typed ‹He› quote " closed'],
    ["title: 'He█'", "value of title ‹'He'› typed ‹He› quote ' closed"],
    ['title: "He█', 'value of title ‹"He› typed ‹He› quote "'],
    ['title: "█\ndate: "B"', 'value of title ‹"› typed ‹› quote "'],
    ['title: "He █\ndate: B', 'value of title ‹"He › typed ‹He › quote "'],
    ['title: "A"█', 'none separator'],
    ['title:█ "A"', 'none separator'],
    ['title: A\ntitle:█A', 'value of title ‹A› typed ‹› needs blank'],
    ['draft:t█r', 'value of draft ‹tr› typed ‹t› needs blank'],
    ['dra█ft:t', 'key in top ‹draft› typed ‹dra› separator ‹:› has value'],
    ['tags: [█]', 'value of tags.[] ‹› typed ‹› flow'],
    ['tags: [a█]', 'value of tags.[] ‹a› typed ‹a› flow'],
    ['tags: [a, █]', 'value of tags.[] ‹› typed ‹› flow'],
    ['tags: [a, "█"]', 'value of tags.[] ‹""› typed ‹› quote " closed flow'],
    ['tags: ["a█]', 'value of tags.[] ‹"a› typed ‹a› quote " flow'],
    ["tags: ['█ ]", "value of tags.[] ‹'› typed ‹› quote ' flow"],
    ['tags: ["a█, "b"]', 'value of tags.[] ‹"a› typed ‹a› quote " flow'],
    ['tags: ["a, █", "b"]', 'value of tags.[] ‹"a, "› typed ‹a, › quote " closed flow'],
    ['tags: ["a", █', 'value of tags.[] ‹› typed ‹› flow'],
    ['tags: [a, █\ndate: B', 'value of tags.[] ‹› typed ‹› flow'],
    ['tags: ["a"█]', 'none separator'],
    ['tags: ["a" █]', 'none separator'],
    ['tags: [a]█', 'none separator'],
    ['tags:\n  - █', 'value of tags.[] ‹› typed ‹›'],
    ['tags:\n  -█', 'value of tags.[] ‹› typed ‹› needs blank'],
    ['tags:\n  - a\n  - █', 'value of tags.[] ‹› typed ‹›'],
    ['tags:\n- a\n- █\ndate: B', 'value of tags.[] ‹› typed ‹›'],
    ['tags:\n  - a\n  - b█', 'value of tags.[] ‹b› typed ‹b›'],
    ['tags:\n  - "█"', 'value of tags.[] ‹""› typed ‹› quote " closed'],
    ['params:\n  color: r█', 'value of params.color ‹r› typed ‹r›'],
    ['params:\n  color: █\n  width: 1', 'value of params.color ‹› typed ‹›'],
    ['resources:\n  - src: a█', 'value of resources.[].src ‹a› typed ‹a›'],
    ['resources:\n  - src: █', 'value of resources.[].src ‹› typed ‹›'],
    ['resources:\n  - tags: [█]', 'value of resources.[].tags.[] ‹› typed ‹› flow'],
    ['params: {a: █}', 'value of params.a ‹› typed ‹› flow'],
    ['params: {a: r█}', 'value of params.a ‹r› typed ‹r› flow'],
    ['matrix: [[█]]', 'value of matrix.[].[] ‹› typed ‹› flow'],
  ]);
});

describe('nothing to complete in YAML', () => {
  checkPlaces(yaml, [
    ['# ta█', 'none comment'],
    ['title: A # n█', 'none comment'],
    ['title: "#" # n█', 'none comment'],
    ['tags: [a, # n█\n b]', 'none comment'],
    ['summary: |\n  Te█xt', 'none blockScalar'],
    ['summary: |\n  █', 'none blockScalar'],
    ['summary: >-\n  a\n\n  █\ntitle: A', 'none blockScalar'],
  ]);
  it('but a key may stand below a block scalar', () => {
    expect(placeIn(yaml('summary: |\n  Text\n█'))).toBe('key in top ‹› typed ‹›');
  });
});

describe('outside the front matter', () => {
  checkPlaces(plain, [
    ['--█-\ntitle: A\n---\n', 'none delimiter'],
    ['---█\ntitle: A\n---\n', 'none delimiter'],
    ['---\ntitle: A\n█---\n', 'none delimiter'],
    ['---\ntitle: A\n---█\n', 'none delimiter'],
    ['---\ntitle: A\n---\nTe█xt', 'none outside'],
    ['{"title": "A"}█', 'none outside'],
    ['█{"title": "A"}', 'none outside'],
    ['Te█xt', 'no front matter'],
  ]);
});

describe('TOML', () => {
  checkPlaces(toml, [
    ['█', 'key in top ‹› typed ‹›'],
    ['ta█', 'key in top ‹ta› typed ‹ta›'],
    ['title = "A"\nta█\ndate = 2024-01-02', 'key in top ‹ta› typed ‹ta›'],
    ['ti█tle = "A"', 'key in top ‹title› typed ‹ti› separator ‹ = › has value'],
    ['title█=', 'key in top ‹title› typed ‹title› separator ‹=›'],
    ['[params]\n█', 'key in params ‹› typed ‹›'],
    ['[params]\nco█', 'key in params ‹co› typed ‹co›'],
    ['[params.style]\nco█lor = "A"', 'key in params.style ‹color› typed ‹co› separator ‹ = › has value'],
    ['[[resources]]\nsrc = "a"\n█', 'key in resources.[] ‹› typed ‹›'],
    ['[[resources]]\n[resources.params]\n█', 'key in resources.[].params ‹› typed ‹›'],
    ['params.co█lor = "A"', 'key in params ‹color› typed ‹co› separator ‹ = › has value'],
    ['par█ams.color = "A"', 'key in top ‹params› typed ‹par› separator ‹.› has value'],
    ['params = {█}', 'key in params ‹› typed ‹› flow'],
    ['params = {a = 1, b█}', 'key in params ‹b› typed ‹b› flow'],
    ['title = █', 'value of title ‹› typed ‹›'],
    ['title =█', 'value of title ‹› typed ‹›'],
    ['title = "█"', 'value of title ‹""› typed ‹› quote " closed'],
    ['title = "He█\ndate = 2024-01-02', 'value of title ‹"He› typed ‹He› quote "'],
    ["title = 'He█'", "value of title ‹'He'› typed ‹He› quote ' closed"],
    ['title = """\nHe█\n"""', 'value of title ‹"""\nHe\n"""› typed ‹\nHe› quote """ closed'],
    ['draft = tr█', 'value of draft ‹tr› typed ‹tr›'],
    ['tags = [█]', 'value of tags.[] ‹› typed ‹› flow'],
    ['tags = ["a", "█"]', 'value of tags.[] ‹""› typed ‹› quote " closed flow'],
    ['tags = [\n  "a",\n  █\n]', 'value of tags.[] ‹› typed ‹› flow'],
    ['tags = ["a", █\ntitle = "A"', 'value of tags.[] ‹› typed ‹› flow'],
    ['params = {a = "█"}', 'value of params.a ‹""› typed ‹› quote " closed flow'],
    ['title █= "A"', 'none separator'],
    ['[par█ams]', 'none separator'],
    ['[█]', 'none separator'],
    ['# ta█', 'none comment'],
    ['title = "A" # n█', 'none comment'],
  ]);
});

describe('JSON', () => {
  checkPlaces(plain, [
    ['{█}', 'key in top ‹› typed ‹› flow'],
    ['{\n  █\n}', 'key in top ‹› typed ‹› flow'],
    ['{\n  "title": "A",\n  █\n}', 'key in top ‹› typed ‹› flow'],
    ['{\n  "title": "A"\n  █\n}', 'key in top ‹› typed ‹› flow'],
    ['{\n  "ta█"\n}', 'key in top ‹"ta"› typed ‹ta› flow'],
    ['{\n  "ta█\n}', 'key in top ‹"ta› typed ‹ta› flow'],
    ['{\n  ta█\n}', 'key in top ‹ta› typed ‹ta› flow'],
    ['{"ti█tle": "A"}', 'key in top ‹"title"› typed ‹ti› separator ‹: › has value flow'],
    ['{"title"█: "A"}', 'key in top ‹"title"› typed ‹title› separator ‹: › has value flow'],
    ['{"params": {█}}', 'key in params ‹› typed ‹› flow'],
    ['{"params": {"a": 1, "b█"}}', 'key in params ‹"b"› typed ‹b› flow'],
    ['{"title":█}', 'value of title ‹› typed ‹› flow'],
    ['{"title": █}', 'value of title ‹› typed ‹› flow'],
    ['{"title": █\n "date": "B"}', 'value of title ‹› typed ‹› flow'],
    ['{"title": "█"}', 'value of title ‹""› typed ‹› quote " closed flow'],
    ['{"title": "He█\n, "date": "B"}', 'value of title ‹"He› typed ‹He› quote " flow'],
    ['{"draft": t█}', 'value of draft ‹t› typed ‹t› flow'],
    ['{"tags": [█]}', 'value of tags.[] ‹› typed ‹› flow'],
    ['{"tags": ["a", "█"]}', 'value of tags.[] ‹""› typed ‹› quote " closed flow'],
    ['{"tags": ["a", █]}', 'value of tags.[] ‹› typed ‹› flow'],
    ['{"resources": [{"src": "█"}]}', 'value of resources.[].src ‹""› typed ‹› quote " closed flow'],
    ['{"resources": [{█}]}', 'key in resources.[] ‹› typed ‹› flow'],
    ['{"title": "A" █}', 'none separator'],
    ['{"title": "A"█}', 'none separator'],
  ]);
});

describe('Org', () => {
  checkPlaces(plain, [
    ['#+ti█\n#+date: x\n', 'key in top ‹ti› typed ‹ti›'],
    ['#+ti█tle: A\n', 'key in top ‹title› typed ‹ti› separator ‹: › has value'],
    ['#+title: █\n', 'value of title ‹› typed ‹›'],
    ['#+title: A b█\n', 'value of title ‹A b› typed ‹A b›'],
    ['#+tags[]: a b█\n', 'value of tags.[] ‹b› typed ‹b›'],
  ]);
});
