import { describe, expect, it } from 'vitest';
import { formatMessage } from '../../../server/src/core/text/message.ts';
import { chooseEngine, chooseJudge, type EngineFacts } from '../../../server/src/engine/chooseEngine.ts';

const plain: EngineFacts = {
  asked: 'auto',
  trusted: true,
  hugo: { min: '0.111.3', max: '0.111.3', source: 'netlify', file: 'netlify.toml' },
  installed: undefined,
  needsTools: false,
};
const newer: EngineFacts['hugo'] = { min: '0.158.0', max: undefined, source: 'module', file: 'hugo.toml' };
const unknown: EngineFacts['hugo'] = { min: undefined, max: undefined, source: 'unknown', file: undefined };
const old = { version: '0.111.3', extended: true };
const recent = { version: '0.160.1', extended: false };

const rows: readonly [what: string, facts: Partial<EngineFacts>, kind: string, note?: string][] = [
  ['an old site, nothing installed', {}, 'embedded'],
  ['an old site with its own Hugo installed', { installed: old }, 'embedded'],
  ['nothing known', { hugo: unknown }, 'embedded'],
  ['nothing known, Sass, nothing installed', { hugo: unknown, needsTools: true }, 'embedded'],
  ['nothing known, Sass, a Hugo installed', { hugo: unknown, needsTools: true, installed: old }, 'native'],
  ['Sass, and the installed Hugo is another one', { needsTools: true, installed: recent }, 'embedded'],
  ['a newer site with a Hugo that fits', { hugo: newer, installed: recent }, 'native'],
  [
    'a newer site without one',
    { hugo: newer },
    'embedded',
    'This site asks for Hugo 0.158.0 or newer; here Hugo 0.147.6 shows it.',
  ],
  [
    'a newer site with one that is too old',
    { hugo: newer, installed: old },
    'embedded',
    'This site asks for Hugo 0.158.0 or newer; here Hugo 0.147.6 shows it.',
  ],
  ['the writer wants the installed one', { asked: 'native', installed: old }, 'native'],
  [
    'the writer wants the installed one, which does not fit',
    { asked: 'native', installed: recent },
    'native',
    'This site is built with Hugo 0.111.3; here Hugo 0.160.1 shows it.',
  ],
  [
    'the writer wants an installed one, and there is none',
    { asked: 'native' },
    'embedded',
    'No Hugo is installed here, so the page is shown with Hugo 0.147.6.',
  ],
  ['the writer wants the embedded one', { asked: 'embedded', needsTools: true, installed: old }, 'embedded'],
  ['the writer wants no Hugo', { asked: 'instant', installed: old }, 'instant'],
  ...(['auto', 'embedded', 'native'] as const).map(
    (asked) =>
      [
        `no trust, ${asked}`,
        { asked, trusted: false, installed: old },
        'instant',
        'This workspace is not trusted, so the page is shown without the site’s layouts.',
      ] as [string, Partial<EngineFacts>, string, string],
  ),
];

describe('which engine shows a page', () => {
  it.each(rows)('%s', (_, facts, kind, note) => {
    const choice = chooseEngine({ ...plain, ...facts });
    expect([choice.kind, choice.note && formatMessage(choice.note)]).toEqual([kind, note]);
  });
});

describe('whose word counts', () => {
  const between: EngineFacts['hugo'] = { ...plain.hugo, min: '0.120.0', max: '0.120.0' };
  it.each<[string, EngineFacts['hugo'], EngineFacts['installed'], string | undefined]>([
    ['that of any, where nothing is known', unknown, undefined, 'auto'],
    ['that of the installed one, where it alone may build the site', plain.hugo, old, 'native'],
    ['that of the installed one on a newer site', newer, recent, 'native'],
    ['of none, where none may build the site', between, old, undefined],
    ['of none, where another release is pinned', plain.hugo, undefined, undefined],
  ])('%s', (_, hugo, installed, expected) => {
    expect(chooseJudge({ hugo, installed })).toBe(expected);
  });
});
