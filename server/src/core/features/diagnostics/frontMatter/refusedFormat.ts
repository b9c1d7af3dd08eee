import { valueAt } from '../../../config/value.ts';
import type { HugoVersion } from '../../../hugo/version.ts';
import { changedIn } from '../../../hugo/versions.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { message } from '../../../text/message.ts';
import { range } from '../../../text/range.ts';
import type { DiagnosticRule } from '../../finding.ts';
import { entriesOf, readableRootOf, refusalBy } from './fieldValues.ts';

export const refusedFormat: DiagnosticRule = {
  code: 'refused-format',
  summary: 'File format that Hugo does not allow',
  why: 'New releases of Hugo stop the build at content in HTML or Org, drafts and parts of bundles too, unless the configuration of the site allows it: readers get such content as it is, with whatever scripts it holds.',
  defaultSeverity: 'error',
  examples: [
    {
      wrong: '---\ntitle: Ink\n---\n<p>Ink</p>\n',
      right: '---\ntitle: Ink\nmarkup: md\n---\nInk\n',
      path: 'content/p.html',
    },
    { wrong: 'Ink\n', right: '#+markup: md\nInk\n', path: 'content/p.org' },
  ],
  *check({ config: { raw }, hugo }, page) {
    const format = formats.find(({ pattern }) => pattern.test(page.uri));
    const isOwn = [valueAt(raw, 'security', 'allowContent'), valueAt(raw, 'contentTypes')].some(
      (setting) => setting !== undefined,
    );
    if (format === undefined || isOwn || hasMarkup(page)) {
      return;
    }
    const why = message(
      'Content in "{0}" is not allowed, unless "security.allowContent" in the configuration says so.',
      format.name,
    );
    const refusal = refusalBy(hugo, { since: format.since }, why);
    if (refusal !== undefined) {
      const end = page.text.search(/[\r\n]/);
      yield { ...refusal, range: range(0, end === -1 ? page.text.length : end), fixes: [] };
    }
  },
};

interface Format {
  readonly name: string;
  readonly pattern: RegExp;
  readonly since: HugoVersion;
}

const formats: readonly Format[] = [
  { name: 'html', pattern: /\.html?$/i, since: changedIn.htmlRefused },
  { name: 'org', pattern: /\.org$/i, since: changedIn.orgRefused },
];

/** Its own `markup` counts in the place of the extension; that of a cascade comes too late. */
function hasMarkup(page: PageDocument): boolean {
  const root = readableRootOf(page);
  const markup = root && entriesOf(root).get('markup')?.value;
  return (markup?.kind === 'scalar' && markup.text !== '') || /^#\+markup:[ \t]*\S/im.test(page.text);
}
