import type { ShortcodeCall } from '../../../shortcodes/types.ts';
import { treeOf } from '../../../site/pageCalls.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule, RuleFinding } from '../../finding.ts';
import { judgedAtRender } from '../judged.ts';

const allowed = '-- hugo.toml --\n[security]\nenableInlineShortcodes = true\n';

export const undefinedInline: DiagnosticRule = {
  code: 'undefined-inline-shortcode',
  summary: 'Inline shortcode that nothing defines',
  why: 'An inline shortcode has its template between its tags. A call without a closing tag uses one that stands further up on the same page, and Hugo stops the build where there is none.',
  defaultSeverity: 'error',
  examples: [
    {
      wrong: 'Ink: {{< ink.inline />}}\n\n{{< ink.inline >}}blue{{< /ink.inline >}}\n',
      right: 'Ink: {{< ink.inline >}}blue{{< /ink.inline >}}\n\n{{< ink.inline />}}\n',
      site: allowed,
    },
  ],
  *check(site, page, now) {
    if (site.config.enableInlineShortcodes && page.shortcodes.tags.some(({ inline }) => inline)) {
      yield* judgedAtRender(site, page, now, undefinedCalls(site, page));
    }
  },
};

function* undefinedCalls(site: SiteSnapshot, page: PageDocument): Iterable<RuleFinding> {
  const defined = new Set<string>();
  for (const { open, close } of inOrder(treeOf(site, page).calls)) {
    if (open.inline && close !== undefined) {
      defined.add(open.name);
    } else if (open.inline && open.sound && !defined.has(open.name)) {
      yield {
        range: open.nameRange,
        message: message(
          'Nothing defines "{0}" before Hugo gets here, so it stops the build. Close it behind what it shows, or define it further up.',
          open.name,
        ),
      };
    }
  }
}

/**
 * As Hugo renders them: those at the top that put Markdown into the text, then the others; what a call encloses comes before what follows it.
 */
function* inOrder(calls: readonly ShortcodeCall[]): Iterable<ShortcodeCall> {
  const isEarly = ({ open }: ShortcodeCall): boolean => open.delimiter === '%';
  const waiting = [...calls.filter(isEarly), ...calls.filter((call) => !isEarly(call))].reverse();
  for (let call = waiting.pop(); call !== undefined; call = waiting.pop()) {
    yield call;
    for (const child of [...call.children].reverse()) {
      waiting.push(child);
    }
  }
}
