import { verdictFor } from '../../../hugo/version.ts';
import { changedIn } from '../../../hugo/versions.ts';
import { isPlainText } from '../../../schema/callDelimiter.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import { range } from '../../../text/range.ts';
import type { DiagnosticRule, RuleFinding } from '../../finding.ts';
import { judgedAtRender } from '../judged.ts';
import { provenCalls } from './calls.ts';
import { swapDelimiter } from './swapDelimiter.ts';

export const plainTextShortcode: DiagnosticRule = {
  code: 'plain-text-shortcode',
  summary: 'Shortcode in plain text that is called as HTML',
  why: 'Since 0.146 Hugo finds a shortcode whose only template is plain text, such as note.md, between {{% %}} alone, and stops the build at {{< >}}.',
  defaultSeverity: 'error',
  fix: 'Changes < to %',
  examples: [
    {
      wrong: 'Ink.\n{{< note >}}\n',
      right: 'Ink.\n{{% note %}}\n',
      site: '-- hugo.toml --\nmodule.hugoVersion.min = "0.147.0"\n-- layouts/shortcodes/note.md --\nInk.\n',
    },
  ],
  check: (site, page, now) => judgedAtRender(site, page, now, calledAsHtml(site, page)),
};

function* calledAsHtml(site: SiteSnapshot, page: PageDocument): Iterable<RuleFinding> {
  const verdict = verdictFor(site.hugo, changedIn.templateLayout);
  if (verdict === 'none') {
    return;
  }
  for (const { tag, schema } of provenCalls(site, page)) {
    if (tag.delimiter === '<' && schema.definition !== undefined && isPlainText(schema.definition)) {
      yield {
        range: range(tag.range.start, tag.nameRange.end),
        ...(verdict === 'some' ? { severity: 'warning' as const } : {}),
        message: message(
          'The template of "{0}" is plain text. Hugo {1} and newer find it between {{% %}} only and stop the build here.',
          tag.name,
          changedIn.templateLayout,
        ),
        fixes:
          tag.kind === 'selfClosing' || schema.definition.takesInner === false
            ? [swapDelimiter('%', tag)]
            : [],
      };
    }
  }
}
