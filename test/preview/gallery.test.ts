// The gallery without a browser: what its shell may load, and which messages are believed.
import { readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { toGalleryHtml } from '../../client/src/gallery/html.ts';
import type { Labels } from '../../client/src/gallery/labels.ts';
import { toFromGallery, toToGallery } from '../../client/src/gallery/messages.ts';

const source = readFileSync(resolve(import.meta.dirname, '../../client/src/gallery/labels.ts'), 'utf8');
const labels = Object.fromEntries(
  Array.from(source.matchAll(/^ {4}(\w+): translate\(\s*'([^']*)'/gm), ([, name, text]) => [name, text]),
) as Labels;

describe('the shell of the gallery', () => {
  const html = toGalleryHtml({
    nonce: 'n0nce',
    cspSource: 'https://*.example.test',
    script: 'https://files.example.test/gallery.js',
    style: 'https://files.example.test/gallery.css',
    language: 'nb',
    labels: { ...labels, search: '"><script>' },
  });

  test('has a policy before anything that loads, and nothing of other hosts', () => {
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<link'));
    expect(html).toContain('default-src &#39;none&#39;; script-src &#39;nonce-n0nce&#39;');
    expect(html).not.toContain(' https:;');
  });

  test('has one script, with the nonce, whatever the texts are', () => {
    expect(html.match(/<script[^>]*>/g)).toEqual([
      '<script nonce="n0nce" src="https://files.example.test/gallery.js">',
    ]);
  });

  test('says its language, and names the field and its parts', () => {
    expect(html).toContain('<html lang="nb">');
    expect(html.match(/aria-label="[^"]+"/g)).toHaveLength(3);
  });
});

describe('what comes from another side', () => {
  test.each([
    { type: 'ready' },
    { type: 'insert', name: 'note', keepOpen: false },
    { type: 'open', name: 'note', place: 'example' },
    { type: 'seen', name: 'note', isSeen: true },
    { type: 'close' },
  ])('is believed where it is one of ours: $type', (message) => {
    expect(toFromGallery(message)).toEqual(message);
  });

  test.each([
    [null],
    ['ready'],
    [{ type: 'run' }],
    [{ type: 'insert', name: 1, keepOpen: false }],
    [{ type: 'insert', name: 'note' }],
    [{ type: 'open', name: 'note', place: 'file:///etc/passwd' }],
    [{ type: 'seen', name: 'note' }],
  ])('is dropped where it is not: %j', (message) => {
    expect(toFromGallery(message)).toBeUndefined();
  });

  test('is looked at in the webview, too', () => {
    expect(toToGallery({ type: 'focus' })).toEqual({ type: 'focus' });
    expect(toToGallery({ type: 'thumbnail', name: 'note' })).toEqual({ type: 'thumbnail', name: 'note' });
    expect(
      toToGallery({ type: 'cards', cards: [{}], section: '', hasThumbnails: true, isReading: false }),
    ).toBeUndefined();
    expect(toToGallery({ type: 'examples', examples: [{ name: 'note' }] })).toBeUndefined();
  });
});
