// Whatever stands in a page and wherever the cursor is, an answer is well formed.
import { TextEdit } from 'vscode-languageserver-types';
import { describe, expect, test } from 'vitest';
import { beforePublishing } from '../../../server/src/core/features/beforePublishing.ts';
import { check } from '../../../server/src/core/features/check.ts';
import { complete } from '../../../server/src/core/features/complete.ts';
import { insertion } from '../../../server/src/core/features/gallery/insertion.ts';
import { hover } from '../../../server/src/core/features/hover.ts';
import { publishNow, toggleDraft } from '../../../server/src/core/features/publishing/change.ts';
import { shortcodeActions } from '../../../server/src/core/features/shortcodeActions.ts';
import type { OffsetEdit } from '../../../server/src/core/text/edit.ts';
import { range } from '../../../server/src/core/text/range.ts';
import { now, vscode } from '../../support/checks.ts';
import { pageOf } from '../../support/site.ts';
import { mill, millWith } from './mill.ts';

const texts = [
  [
    'YAML',
    '---\ntitle: "Åsas \\" mjöl\nta\ntags: [mjöl, "va\ncard:\n  image:x\n\t- a\nlist:\n  - src: a\n    \n---\n{{< ingress >}}Å',
  ],
  [
    'TOML',
    '+++\ntitle = "Mjöl\ntags = ["a", \n[card]\nimage\n[[resources]]\nsrc = \'a\n+++\n{{% custom-card title="a %}}',
  ],
  ['JSON', '{\n  "title": "Mjöl,\n  "tags": ["a", ],\n  "card": { "im" },\n  x\n}\n{{< ingress />}}{{< /'],
  ['CRLF', '---\r\ntitle: x\r\nta\r\n---\r\n{{< ingress >}}\r\n{{</\r\n'],
  ['unclosed', '---\ntitle: x\n\nMjöl {{<>}} {{%%}} {{< "x\n'],
  ['org', '#+title: x\n#+tags[]: a b\n\n{{< ingress >}}'],
  ['surrogates', '---\ntitle: 🌾\n🌾: "🌾\n---\n{{< 🌾 🌾="🌾 >}}'],
  ['delimiters alone', '---\n---'],
  ['a broken start', '{{< ingress >}}'],
  ['nothing', ''],
] as const;

const sites = [mill, millWith({ isReading: true })];

describe.each(texts)('%s', (_, text) => {
  const pages = sites.map((site) => [site, pageOf(site, 'content/blogg/ett.md', text)] as const);
  const offsets = Array.from({ length: text.length + 1 }, (_, offset) => offset);

  test('an accepted completion replaces text on the line of the cursor, around it', () => {
    const wrong = pages.flatMap(([site, page]) =>
      offsets.flatMap((offset) => {
        const { line, character } = page.lines.positionAt(offset);
        return complete(site, page, offset, vscode)
          .items.filter(({ textEdit }) => {
            const { start, end } = TextEdit.is(textEdit)
              ? textEdit.range
              : expect.fail('a text edit is missing');
            return (
              start.line !== line ||
              end.line !== line ||
              start.character > character ||
              end.character < character
            );
          })
          .map(({ label }) => ({ offset, label }));
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('what the page lacks before it is published stands in the text, and so does its fix', () => {
    const wrong = pages.flatMap(([site, page]) =>
      beforePublishing(site, page, { today: '2026-11-21', now }).items.filter(({ range, fix }) =>
        [range, ...(fix?.edits ?? []).map((edit) => edit.range)].some(
          ({ start, end }) => start < 0 || start > end || end > text.length,
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  /** Edits that stand outside of the text, or begin before the one before them has ended. */
  const astray = (edits: readonly Pick<OffsetEdit, 'range'>[]): unknown[] => {
    const sorted = edits.map((edit) => edit.range).sort((a, b) => a.start - b.start || a.end - b.end);
    return sorted.filter(
      ({ start, end }, at) => start < (sorted[at - 1]?.end ?? 0) || end < start || end > text.length,
    );
  };

  test('what can be done with a call, or around selected text, is done within the text', () => {
    const wrong = pages.flatMap(([site, page]) =>
      offsets.flatMap((start) =>
        [start, start + 1, start + 9, text.length].flatMap((end) =>
          shortcodeActions(site, page, range(start, Math.max(start, Math.min(end, text.length)))).flatMap(
            ({ edits }) => astray(edits),
          ),
        ),
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('a call can be inserted wherever the cursor is, at a place in the text', () => {
    const wrong = pages.flatMap(([site, page]) =>
      offsets.flatMap((offset) => {
        const inserted = insertion(site, page, range(offset, offset), 'ingress');
        return inserted === undefined ? [offset] : astray([inserted]);
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('publishing it changes the text, or says why not', () => {
    const wrong = pages.flatMap(([site, page]) =>
      [toggleDraft(site, page), publishNow(site, page, now)].flatMap((answer) =>
        'edits' in answer ? astray(answer.edits) : answer.refusal.template === '' ? [answer] : [],
      ),
    );
    expect(wrong).toEqual([]);
  });

  test('a hover covers what is under the pointer', () => {
    const wrong = pages.flatMap(([site, page]) =>
      offsets.filter((offset) => {
        const range = hover(site, page, offset, vscode)?.range;
        return (
          range && (page.lines.offsetAt(range.start) > offset || page.lines.offsetAt(range.end) < offset)
        );
      }),
    );
    expect(wrong).toEqual([]);
  });

  test('every beginning of it can be checked, with findings inside the text', () => {
    const wrong = offsets.filter((end) =>
      check(mill, pageOf(mill, 'content/blogg/ett.md', text.slice(0, end)), now).some(
        ({ range }) => range.start < 0 || range.start > range.end || range.end > end,
      ),
    );
    expect(wrong).toEqual([]);
  });
});
