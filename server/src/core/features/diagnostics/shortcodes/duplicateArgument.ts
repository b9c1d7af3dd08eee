import type { PageDocument } from '../../../site/pageDocument.ts';
import type { Argument } from '../../../shortcodes/types.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule, RuleFinding } from '../../finding.ts';
import { callsOn } from '../../../site/pageCalls.ts';
import { withBlanksBefore } from './calls.ts';

export const duplicateArgument: DiagnosticRule = {
  code: 'duplicate-argument',
  summary: 'Argument that is given twice',
  why: 'Of an argument that stands twice in one call Hugo takes the last value and silently drops the first.',
  defaultSeverity: 'warning',
  fix: 'Removes the first, which Hugo drops',
  examples: [
    { wrong: 'Ink.\n{{< figure src="a.png" src="b.png" >}}\n', right: 'Ink.\n{{< figure src="b.png" >}}\n' },
  ],
  check: (_, page) => duplicatesOn(page),
};

function* duplicatesOn(page: PageDocument): Iterable<RuleFinding> {
  for (const { args } of callsOn(page)) {
    const last = new Map<string, Argument>();
    for (const argument of args) {
      const before = argument.name === undefined ? undefined : last.get(argument.name);
      if (before?.nameRange !== undefined) {
        yield toFinding(page.text, before, argument);
      }
      if (argument.name !== undefined) {
        last.set(argument.name, argument);
      }
    }
  }
}

function toFinding(text: string, dropped: Argument, kept: Argument): RuleFinding {
  return {
    range: dropped.range,
    isUnnecessary: true,
    message: message(
      '"{0}" is given again below, and Hugo takes the last one. Remove one of both.',
      dropped.name ?? '',
    ),
    related: [{ range: kept.range, message: message('Hugo takes this one.') }],
    fixes: [
      {
        title: message('Remove the argument'),
        edits: [{ range: withBlanksBefore(text, dropped.range), newText: '' }],
        isSure: true,
      },
    ],
  };
}
