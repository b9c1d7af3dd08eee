// Whose a complaint of Hugo is that names no file. A Hugo that is told what to say stands for the real one, which test/engine asks.
import { describe, expect, test } from 'vitest';
import { unknownHugo } from '../../server/src/core/hugo/version.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import type { EngineProblem, RenderedPage } from '../../server/src/engine/types.ts';
import { ownProblems } from '../../server/src/lsp/preview/ownProblems.ts';

const path = 'content/a.md';
const saved = '---\ntitle: A\n---\nInk.\n';
const typed = '---\ntitle: A\noutputs: ["x"]\n---\n{{< ink >}}\n';
const formats = 'Failed to resolve output formats: OutputFormat with key "x" not found';
const unplaced = (message: string, severity: EngineProblem['severity'] = 'error'): EngineProblem => ({
  severity,
  message,
});
const placed: EngineProblem = { severity: 'error', message: 'template "x" not found', path, line: 4 };
const elsewhere: EngineProblem = { severity: 'error', message: 'no', path: 'content/b.md', line: 1 };

function answer(...problems: readonly EngineProblem[]): RenderedPage {
  const html = problems.some(({ severity }) => severity === 'error') ? undefined : '<p>';
  return {
    ...{
      engine: 'native',
      hugo: '0.111.3',
      html,
      url: undefined,
      permalink: undefined,
      marks: [],
      notes: [],
    },
    problems,
  };
}

interface Answers {
  /** To the text that is typed, each time that it is asked about. */
  readonly typed: readonly (readonly EngineProblem[])[];
  readonly saved?: readonly EngineProblem[];
  readonly empty?: readonly EngineProblem[];
  /** What stands on the disk. */
  readonly disk?: string;
}

/** What is shown of the page, and which texts Hugo was asked about besides. */
async function shown(said: Answers): Promise<{ own: string[]; asked: string[] }> {
  const asked: string[] = [];
  let round = 0;
  const ofTyped = (): RenderedPage => answer(...(said.typed[Math.min(round++, said.typed.length - 1)] ?? []));
  const page = new PageDocument(path, typed, unknownHugo);
  const own = await ownProblems(ofTyped(), { path, page }, [said.disk ?? saved, ''], (text) => {
    asked.push(text === typed ? 'typed' : text === '' ? 'empty' : 'saved');
    const other = text === '' ? said.empty : said.saved;
    return Promise.resolve(text === typed ? ofTyped() : other && answer(...other));
  });
  return { own: own.map(({ line, message }) => `${line ?? '-'} ${message}`), asked };
}

describe('a complaint without a file', () => {
  test.each<[string, Answers, string[], string[]]>([
    [
      'is the page’s where it goes with its text and comes again',
      { typed: [[unplaced(formats)]], saved: [] },
      [`2 ${formats}`],
      ['saved', 'typed'],
    ],
    [
      'stands at the start where it speaks of no key of the page',
      { typed: [[unplaced('unable to cast <nil>')]], saved: [] },
      ['0 unable to cast <nil>'],
      ['saved', 'typed'],
    ],
    [
      'stands at the shortcode that it speaks of',
      { typed: [[unplaced('ink shortcode: missing title')]], saved: [] },
      ['4 ink shortcode: missing title'],
      ['saved', 'typed'],
    ],
    [
      'is held against an empty page where the saved one fails too',
      { typed: [[unplaced(formats)]], saved: [unplaced(formats)], empty: [] },
      [`2 ${formats}`],
      ['saved', 'empty', 'typed'],
    ],
    [
      'is held against an empty page where the text is saved',
      { typed: [[unplaced(formats)]], disk: typed, empty: [] },
      [`2 ${formats}`],
      ['empty', 'typed'],
    ],
    [
      'is not the page’s where it was there without it',
      { typed: [[unplaced(formats)]], saved: [unplaced(formats)], empty: [unplaced(formats)] },
      [],
      ['saved', 'empty'],
    ],
    [
      'is not the page’s where Hugo says it of pages that it makes as well',
      { typed: [[unplaced(formats)]], saved: [unplaced(formats, 'warning')] },
      [],
      ['saved', 'typed'],
    ],
    [
      'is not the page’s where it does not come again',
      { typed: [[unplaced(formats)], []], saved: [] },
      [],
      ['saved', 'typed'],
    ],
    [
      'is nobody’s where the network is missing',
      { typed: [[unplaced('Failed to get JSON resource: dial tcp: lookup x')]], saved: [] },
      [],
      [],
    ],
    [
      'is nobody’s where Hugo gives no answer to another text',
      { typed: [[unplaced(formats)]] },
      [],
      ['saved', 'empty'],
    ],
    [
      'is not asked about beside one that has its place',
      { typed: [[unplaced(formats), placed]] },
      [`4 ${placed.message}`],
      [],
    ],
    ['is not asked about where it only warns', { typed: [[unplaced('hm', 'warning')]] }, [], []],
  ])('%s', async (_, said, own, asked) => {
    expect(await shown(said)).toEqual({ own, asked });
  });

  test('a complaint of another file is not the page’s', async () => {
    expect(await shown({ typed: [[elsewhere]], saved: [] })).toEqual({ own: [], asked: [] });
  });
});
