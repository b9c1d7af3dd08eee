import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule, RuleFinding } from '../../finding.ts';
import { provenCalls } from './calls.ts';
import { isOutermost } from './parents.ts';

export const shortcodeOutsideParent: DiagnosticRule = {
  code: 'shortcode-outside-parent',
  summary: 'Shortcode that belongs inside of another one',
  why: 'A template that takes arguments from the shortcode around it finds none where nothing stands around it: mostly Hugo stops the build.',
  defaultSeverity: 'warning',
  examples: [
    {
      wrong: 'Ink.\n{{< tab >}}\n',
      right: 'Ink.\n{{< tabs active="a" >}}{{< tab >}}{{< /tabs >}}\n',
      site: '-- layouts/shortcodes/tabs.html --\n{{ .Inner }}\n-- layouts/shortcodes/tab.html --\n{{ .Parent.Get "active" }}\n',
    },
  ],
  check: outsideOn,
};

function* outsideOn(site: SiteSnapshot, page: PageDocument): Iterable<RuleFinding> {
  for (const { tag, schema } of provenCalls(site, page)) {
    const asked = schema.definition?.signature?.parentArguments ?? [];
    const [first] = asked;
    if (first !== undefined && isOutermost(site, page, tag)) {
      yield {
        range: tag.nameRange,
        message: message(
          'The shortcode "{0}" takes "{1}" from the shortcode around it, and nothing stands around it. Put it inside of that one.',
          tag.name,
          first.key,
        ),
      };
    }
  }
}
