import type { PageDocument } from '../../../site/pageDocument.ts';
import { closingMark, keepsQuotes, openingMark } from '../../../shortcodes/keptQuotes.ts';
import type { Argument } from '../../../shortcodes/types.ts';
import { message } from '../../../text/message.ts';
import { range } from '../../../text/range.ts';
import type { DiagnosticRule, RuleFinding } from '../../finding.ts';
import { callsOn } from '../../../site/pageCalls.ts';

export const quotesInValue: DiagnosticRule = {
  code: 'quotes-in-value',
  summary: 'Quotation marks that become part of an argument',
  why: 'Hugo knows straight double quotes and backticks alone around a value. Single and curly quotes, and one that only ends the value, stay in it and show up on the page or break an address.',
  defaultSeverity: 'warning',
  fix: 'Puts the value in straight double quotes',
  examples: [
    { wrong: 'Ink.\n{{< figure src=“a.png” >}}\n', right: 'Ink.\n{{< figure src="a.png" >}}\n' },
    { wrong: "Ink.\n{{< figure alt='Ink' >}}\n", right: 'Ink.\n{{< figure alt="Ink" >}}\n' },
    { wrong: 'Ink.\n{{< figure width=50" >}}\n', right: 'Ink.\n{{< figure width="50" >}}\n' },
  ],
  check: (_, page) => quotesOn(page),
};

function* quotesOn(page: PageDocument): Iterable<RuleFinding> {
  for (const { args } of callsOn(page)) {
    for (const argument of args) {
      if (keepsQuotes(argument)) {
        yield toFinding(argument);
      }
    }
  }
}

function toFinding({ value, contentRange: { start, end } }: Argument): RuleFinding {
  const opens = openingMark.test(value) && value.length > 1;
  const bare = value.slice(opens ? 1 : 0, closingMark.test(value) ? -1 : undefined);
  return {
    range: range(start, end),
    message: message(
      'Hugo takes these quotation marks for part of the value. Write "{0}", in straight double quotes.',
      bare,
    ),
    fixes: /["\\]/.test(bare)
      ? []
      : [
          {
            title: message('Use straight double quotes'),
            edits: [{ range: range(start, end), newText: `"${bare}"` }],
            isSure: true,
          },
        ],
  };
}
