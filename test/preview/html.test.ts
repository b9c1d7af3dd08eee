// The shell of the preview: exactly what it may load, and no way out of an attribute for any text in it.
import { describe, expect, test } from 'vitest';
import { toShellHtml } from '../../client/src/preview/html.ts';
import type { PreviewShell } from '../../client/src/preview/html.ts';
import { toPolicy } from '../../client/src/shellHtml.ts';
import { findMissingLabels, labels } from './labels.ts';

const shell: PreviewShell = {
  nonce: 'n0nce',
  cspSource: 'https://*.example.test',
  script: 'https://files.example.test/preview.js',
  style: 'https://files.example.test/preview.css',
  pageScript: '"</script>" & more',
  remote: false,
  language: 'sv',
  labels,
};

describe('the policy of the shell', () => {
  test.each([
    {
      title: 'lets files of the computer in, and the one script',
      remote: false,
      policy:
        "default-src 'none'; script-src 'nonce-n0nce'; style-src https://*.example.test 'unsafe-inline'; " +
        'img-src https://*.example.test data:; font-src https://*.example.test data:; media-src https://*.example.test data:; ' +
        "frame-src 'self'; base-uri 'none'; form-action 'none'",
    },
    {
      title:
        'lets pictures, styles, fonts and sound of other hosts in when the writer wants them, and no scripts',
      remote: true,
      policy:
        "default-src 'none'; script-src 'nonce-n0nce'; style-src https://*.example.test https: 'unsafe-inline'; " +
        'img-src https://*.example.test https: data:; font-src https://*.example.test https: data:; ' +
        "media-src https://*.example.test https: data:; frame-src 'self'; base-uri 'none'; form-action 'none'",
    },
  ])('$title', ({ remote, policy }) => {
    expect(toPolicy({ ...shell, remote })).toBe(policy);
  });
});

describe('the shell', () => {
  const html = toShellHtml(shell);

  test('has the policy before anything that loads', () => {
    expect(html.indexOf('Content-Security-Policy')).toBeLessThan(html.indexOf('<link'));
  });

  test('has one script, with the nonce', () => {
    expect(html.match(/<script[^>]*>/g)).toEqual([
      '<script nonce="n0nce" src="https://files.example.test/preview.js">',
    ]);
  });

  test('says its language', () => {
    expect(html).toContain('<html lang="sv">');
  });

  test('keeps texts inside of their attributes', () => {
    expect(html).toContain('data-page-script="&#34;&#60;/script&#62;&#34; &#38; more"');
    const hostile = toShellHtml({ ...shell, labels: { ...labels, refresh: '"><script>' } });
    expect(hostile.match(/<script/g)).toHaveLength(1);
  });

  test('names every button', () => {
    const buttons = html.match(/<button[^>]*>/g) ?? [];
    const unnamed = buttons.filter((button) => !/aria-label="[^"]+"/.test(button));
    expect(buttons.length).toBeGreaterThan(8);
    expect(unnamed).toEqual(['<button id="chooseEngine" type="button" class="badge" hidden>']);
  });

  test('is tried here with all the labels that the extension gives', () => {
    expect(findMissingLabels()).toEqual([]);
  });
});
