import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import type { Argument, ShortcodeTag } from '../../../shortcodes/types.ts';
import type { ShortcodeSchema } from '../../../schema/shortcodeSchema.ts';
import { message } from '../../../text/message.ts';
import type { TextRange } from '../../../text/range.ts';
import type { DiagnosticRule, Fix, RuleFinding } from '../../finding.ts';
import { editDistance } from '../../../text/near.ts';
import { givenAs } from '../../../site/pageCalls.ts';
import { provenCalls, withBlanksBefore } from './calls.ts';
import { asksParents } from './parents.ts';

export const unknownArgument: DiagnosticRule = {
  code: 'unknown-argument',
  summary: 'Argument that the shortcode does not read',
  why: 'Hugo silently drops an argument that the template of the shortcode never asks for, so what it says does not show on the page.',
  defaultSeverity: 'warning',
  fix: 'Changes the name to the nearest one, or removes the argument',
  examples: [
    {
      wrong: 'Ink.\n{{< figure src="a.png" catpion="Ink" >}}\n',
      right: 'Ink.\n{{< figure src="a.png" caption="Ink" >}}\n',
    },
    { wrong: 'Ink.\n{{< box "ink" >}}Ink.{{< /box >}}\n', right: 'Ink.\n{{< box >}}Ink.{{< /box >}}\n' },
  ],
  check: unreadOn,
};

/** They count their arguments themselves. */
const refs = new Set(['ref', 'relref']);

function* unreadOn(site: SiteSnapshot, page: PageDocument): Iterable<RuleFinding> {
  for (const { tag, schema } of provenCalls(site, page)) {
    const isRead = schema.isOpen || refs.has(schema.embedded?.name ?? '') || asksParents(site, page, tag);
    if (tag.args.length > 0 && !isRead) {
      yield* unreadOf(page, tag, schema);
    }
  }
}

function* unreadOf(
  { text }: PageDocument,
  tag: ShortcodeTag,
  schema: ShortcodeSchema,
): Iterable<RuleFinding> {
  const positions = schema.arguments.flatMap(({ position }) => position ?? []);
  const most = Math.max(-1, ...positions);
  for (const [at, argument] of tag.args.entries()) {
    if (argument.nameRange === undefined) {
      if (at > most) {
        yield beyond(text, argument, most + 1, schema);
      }
    } else if (schema.arguments.every(({ name }) => name !== argument.name)) {
      yield unread(text, tag, argument, argument.nameRange, schema);
    }
  }
}

function unread(
  text: string,
  tag: ShortcodeTag,
  argument: Argument,
  nameRange: TextRange,
  schema: ShortcodeSchema,
): RuleFinding {
  const name = argument.name ?? '';
  const nearest = nearestName(tag, name, schema);
  return {
    range: nameRange,
    message:
      nearest === undefined
        ? message(
            'The shortcode "{1}" does not read "{0}", so it has no effect. Correct the name, or remove it.',
            name,
            schema.name,
          )
        : message(
            'The shortcode "{1}" does not read "{0}", so it has no effect. Did you mean "{2}"?',
            name,
            schema.name,
            nearest,
          ),
    fixes: [...(nearest === undefined ? [] : [rename(nameRange, nearest)]), remove(text, argument)],
  };
}

/** The name that is at most two letters away and not given yet; where several are, none is meant for sure. */
function nearestName(
  tag: ShortcodeTag,
  name: string,
  { arguments: all }: ShortcodeSchema,
): string | undefined {
  const most = Math.min(2, Math.ceil(name.length / 2) - 1);
  const near = all
    .flatMap((argument) => (argument.name === undefined ? [] : [argument.name]))
    .filter((other) => givenAs(tag, other) === undefined)
    .map((other) => ({ other, steps: editDistance(name, other, most) ?? Infinity }))
    .filter(({ steps }) => steps <= most)
    .sort((a, b) => a.steps - b.steps);
  const [first, second] = near;
  return first === undefined || first.steps === second?.steps ? undefined : first.other;
}

function rename(nameRange: TextRange, nearest: string): Fix {
  return {
    title: message('Change it to "{0}"', nearest),
    edits: [{ range: nameRange, newText: nearest }],
    isSure: true,
  };
}

function beyond(text: string, argument: Argument, most: number, { name }: ShortcodeSchema): RuleFinding {
  return {
    range: argument.range,
    message:
      most === 0
        ? message('The shortcode "{0}" reads no argument without a name, so this one has no effect.', name)
        : message(
            'The shortcode "{0}" reads {1} arguments without names at most, so this one has no effect.',
            name,
            most,
          ),
    fixes: [remove(text, argument)],
  };
}

function remove(text: string, argument: Argument): Fix {
  return {
    title: message('Remove the argument'),
    edits: [{ range: withBlanksBefore(text, argument.range), newText: '' }],
  };
}
