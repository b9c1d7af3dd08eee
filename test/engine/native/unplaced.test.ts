// Errors for which the installed Hugo names no file are the fault of the page only when they go with its text.
import { expect, describe, test } from 'vitest';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { PageDocument } from '../../../server/src/core/site/pageDocument.ts';
import { ownProblems } from '../../../server/src/lsp/preview/ownProblems.ts';
import { one, plain, post } from './sites.ts';
import { installed, openSite, withHugo } from './support.ts';

const fault = (text: string): string => text.replace('---\n', '---\noutputs: [""]\n');
const logs = `
-- layouts/shortcodes/logs.html --
{{ errorf "the stone is worn" }}
`;
const other = (text: string): string => `
-- content/posts/other.md --
${text}`;

describe.skipIf(installed === undefined)(`the installed Hugo (${withHugo})`, () => {
  test.each([
    ['an output format without a name', plain, fault(post('ink')), ['1 output formats']],
    ['an errorf in a shortcode', `${plain}${logs}`, post('{{< logs >}}'), ['0 the stone is worn']],
    ['another page of the site', `${plain}${other(fault(post('ink')))}`, post('water'), []],
    ['another page and this one', `${plain}${other(fault(post('ink')))}`, fault(post('water')), []],
    ['no page', plain, post('water'), []],
  ])('blames for %s', async (_, files, text, expected) => {
    const site = openSite(files);
    const page = new PageDocument(one, text, unknownHugo);
    const rendered = await site.show(one, text);
    const own = await ownProblems(rendered, { path: one, page }, [post('ink'), ''], (text) =>
      site.show(one, text),
    );
    expect(own).toHaveLength(expected.length);
    own.forEach(({ line, message }, index) => {
      const [at, words = ''] = (expected[index] ?? '').split(/ (.*)/);
      expect([String(line), message]).toEqual([at, expect.stringContaining(words)]);
    });
  });
});
