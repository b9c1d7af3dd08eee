import { expect, test } from 'vitest';
import {
  completionCapability,
  completionRegistrations,
} from '../../server/src/lsp/completionRegistration.ts';
import type { InitializationOptions } from '../../server/src/protocol.ts';

const params = (
  dynamicRegistration: boolean,
  initializationOptions: InitializationOptions,
): Parameters<typeof completionCapability>[0] =>
  ({
    capabilities: { textDocument: { completion: { dynamicRegistration } } },
    initializationOptions,
  }) as Parameters<typeof completionCapability>[0];

test('an editor that asks at trigger characters alone asks at letters in Markdown, and not in HTML', () => {
  const asked = completionRegistrations(params(true, { completeAtLetters: true }));
  const at = (sign: string): (string | undefined)[] =>
    asked
      .filter(({ triggerCharacters }) => triggerCharacters?.includes(sign))
      .map(({ documentSelector }) => JSON.stringify(documentSelector));
  expect(at('å')).toEqual([expect.stringContaining('.{md,')]);
  expect(at('<')).toEqual([expect.stringContaining('.{md,'), expect.stringContaining('.{html,')]);
});

test('an editor with quick suggestions is left to them', () => {
  const asked = completionRegistrations(params(true, { completeAtLetters: false }));
  expect(asked.filter(({ triggerCharacters }) => triggerCharacters?.includes('a'))).toEqual([]);
});

test('an editor without registrations is told at once', () => {
  expect(completionRegistrations(params(false, {}))).toEqual([]);
  expect(completionCapability(params(false, {})).completionProvider?.triggerCharacters).toContain('<');
  expect(completionCapability(params(true, {}))).toEqual({});
});
