// What the panel believes of what it is told: whole messages of known kinds, and nothing else.
import { describe, expect, test } from 'vitest';
import {
  isSavedState,
  toFromScriptedPage,
  toFromWebview,
  toToScriptedPage,
  toToWebview,
} from '../../client/src/preview/messages.ts';

const page = {
  uri: 'file:///site/content/a.md',
  version: 3,
  engine: 'embedded',
  hugo: '0.147.6',
  milliseconds: 85.5,
  html: '<p>Text</p>',
  stale: false,
  url: '/a/',
  permalink: 'https://example.test/a/',
  language: 'sv',
  publish: 'draft',
  problems: [{ severity: 'error', message: 'no', path: 'content/a.md', line: 2, character: 0 }],
  notes: ['One'],
  progress: '',
};
const saved = { uri: page.uri, locked: false, width: 'fit', scripts: false };
const state = { width: 'phone', locked: true, scripts: false, remote: false, trusted: true, empty: 'none' };

describe('the webview', () => {
  test.each([
    { type: 'page', page },
    { type: 'page', page: { ...page, problems: [{ severity: 'warning', message: 'no place' }] } },
    { type: 'state', state, saved },
    { type: 'mark', line: 3 },
    { type: 'scroll', line: 3.5 },
  ])('takes $type', (message) => {
    expect(toToWebview(message)).toBe(message);
  });

  test.each([
    ['no object', 'page'],
    ['null', null],
    ['a list', [{ type: 'mark', line: 1 }]],
    ['an unknown kind', { type: 'eval', code: '1' }],
    ['a name that every object has', { type: 'constructor' }],
    ['a page that lacks something', { type: 'page', page: { ...page, html: undefined } }],
    ['a page of an unknown engine', { type: 'page', page: { ...page, engine: 'jekyll' } }],
    ['a problem without words', { type: 'page', page: { ...page, problems: [{ severity: 'error' }] } }],
    ['a line that is no number', { type: 'mark', line: Number.NaN }],
    ['a line without end', { type: 'scroll', line: Number.POSITIVE_INFINITY }],
    ['a state of an unknown width', { type: 'state', state: { ...state, width: 'watch' }, saved }],
    ['what the webview itself says', { type: 'ready' }],
  ])('drops %s', (_title, message) => {
    expect(toToWebview(message)).toBeUndefined();
  });
});

describe('the extension', () => {
  test.each([
    { type: 'ready' },
    { type: 'run', command: 'copyUrl' },
    { type: 'setWidth', width: 'tablet' },
    { type: 'setLocked', locked: true },
    { type: 'setScripts', scripts: true },
    { type: 'setRemote', remote: true },
    { type: 'openProblem', index: 0 },
    { type: 'reveal', line: 4 },
    { type: 'find', text: 'Title', from: 0, to: 4, inside: false },
    { type: 'scrolled', line: 4.25 },
    { type: 'openSource', uri: page.uri },
    { type: 'openExternal', href: 'https://example.test/' },
  ])('takes $type', (message) => {
    expect(toFromWebview(message)).toBe(message);
  });

  test.each([
    ['nothing', undefined],
    ['an unknown kind', { type: 'openFile', path: '/etc/passwd' }],
    ['a command of the editor', { type: 'run', command: 'workbench.action.terminal.new' }],
    ['a line that is text', { type: 'reveal', line: '4' }],
    ['a URI that is an object', { type: 'openSource', uri: { scheme: 'file' } }],
    ['a choice that is neither yes nor no', { type: 'setScripts', scripts: 'yes' }],
    ['what it says itself', { type: 'mark', line: 1 }],
  ])('drops %s', (_title, message) => {
    expect(toFromWebview(message)).toBeUndefined();
  });
});

describe('a page whose scripts run', () => {
  test.each([
    { type: 'reveal', line: 1 },
    { type: 'find', text: 'Title', from: 0, to: 4, inside: false },
    { type: 'scrolled', line: 1 },
    { type: 'openSource', uri: page.uri },
    { type: 'openExternal', href: 'https://example.test/' },
    { type: 'at', top: 100 },
  ])('may say $type', (message) => {
    expect(toFromScriptedPage(message)).toBe(message);
  });

  test.each([
    { type: 'setScripts', scripts: true },
    { type: 'setRemote', remote: true },
    { type: 'run', command: 'manageTrust' },
    { type: 'openProblem', index: 0 },
    { type: 'page', page },
    { type: 'state', state, saved },
  ])('may not say $type', (message) => {
    expect(toFromScriptedPage(message)).toBeUndefined();
  });

  test.each([
    { type: 'mark', line: 1, style: '', reveal: true },
    { type: 'scroll', line: 1 },
    { type: 'scrollTo', top: 10 },
  ])('hears $type', (message) => {
    expect(toToScriptedPage(message)).toBe(message);
  });

  test('does not hear what is none of it', () => {
    expect(toToScriptedPage({ type: 'page', page })).toBeUndefined();
  });
});

describe('what a window kept', () => {
  test.each([
    ['all of it', { ...saved, remote: true, engine: 'native', top: 400 }, true],
    ['without what was never chosen', saved, true],
    ['of another width', { ...saved, width: 7 }, false],
    ['of another engine', { ...saved, engine: 'jekyll' }, false],
    ['nothing', undefined, false],
  ])('is taken or not: %s', (_title, value, expected) => {
    expect(isSavedState(value)).toBe(expected);
  });
});
