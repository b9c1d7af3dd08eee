import type { HugoRange, HugoVersion } from '../../../hugo/version.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import type { Argument } from '../../../shortcodes/types.ts';
import { message } from '../../../text/message.ts';
import { range } from '../../../text/range.ts';
import { editDistance, nearestOf } from '../../../text/near.ts';
import type { DiagnosticRule, Fix, RuleFinding } from '../../finding.ts';
import { refusalBy } from '../frontMatter/fieldValues.ts';
import { judgedAtRender } from '../judged.ts';
import { shownValues } from '../shownValues.ts';
import { givenAs } from '../../../site/pageCalls.ts';
import { provenCalls, type ProvenCall } from './calls.ts';

export const argumentValue: DiagnosticRule = {
  code: 'argument-value',
  summary: 'Value that the shortcode does not know',
  why: 'Hugo stops the build where the template of a shortcode ends with an error because it knows other values only. Where Hugo only ignores such a value, it is a warning.',
  defaultSeverity: 'error',
  fix: 'Changes the value to the nearest one',
  examples: [
    {
      wrong: 'Ink.\n{{< pen color="bleu" >}}\n',
      right: 'Ink.\n{{< pen color="blue" >}}\n',
      site: '-- layouts/shortcodes/pen.html --\n{{ with .Get "color" }}{{ if not (in (slice "blue" "red") .) }}{{ errorf "bad color" }}{{ end }}{{ end }}\n',
    },
    {
      wrong: 'Ink.\n{{< figure src="a.png" loading="lazzy" >}}\n',
      right: 'Ink.\n{{< figure src="a.png" loading="lazy" >}}\n',
    },
  ],
  check: (site, page, now) => judgedAtRender(site, page, now, unknownOn(site, page)),
};

function* unknownOn(site: SiteSnapshot, page: PageDocument): Iterable<RuleFinding> {
  for (const call of provenCalls(site, page)) {
    yield* call.schema.embedded === undefined ? unknownByTemplate(call) : unknownInEmbedded(call, site.hugo);
  }
}

function* unknownByTemplate({ tag, schema }: ProvenCall): Iterable<RuleFinding> {
  for (const { key, values, closed } of schema.definition?.signature?.arguments ?? []) {
    const given = closed?.level === 'proven' ? givenAs(tag, key) : undefined;
    const known = values.map(({ value }) => value);
    if (given !== undefined && given.value !== '' && !known.includes(given.value)) {
      yield toFinding(given, known, true);
    }
  }
}

function* unknownInEmbedded({ tag, schema }: ProvenCall, hugo: HugoRange): Iterable<RuleFinding> {
  for (const { name, position, values, isClosed = false, least, optionsSince } of schema.embedded?.args ??
    []) {
    const given = givenAs(tag, name) ?? givenAs(tag, position);
    if (given === undefined || given.value === '') {
      continue;
    }
    if (values !== undefined && !values.includes(given.value)) {
      yield toFinding(given, values, isClosed);
    }
    if (least !== undefined && !(Number(given.value) >= least)) {
      yield {
        range: given.contentRange,
        message: message('This has to be a whole number of {0} or more, or Hugo stops the build.', least),
      };
    }
    if (optionsSince !== undefined) {
      yield* optionsWithoutValue(given, optionsSince, hugo);
    }
  }
}

/** Each option is a name and one value. */
function* optionsWithoutValue(
  { value, contentRange }: Argument,
  since: HugoVersion,
  hugo: HugoRange,
): Iterable<RuleFinding> {
  let start = contentRange.start;
  const isAsWritten = contentRange.end - start === value.length;
  for (const option of value.trim() === '' ? [] : value.split(',')) {
    const why = message(
      'An option needs a name and one value, such as linenos=table, and "{0}" is none.',
      option.trim(),
    );
    const refusal = option.split('=').length === 2 ? undefined : refusalBy(hugo, { since }, why);
    if (refusal !== undefined) {
      yield {
        range: isAsWritten && option !== '' ? range(start, start + option.length) : contentRange,
        message: refusal.message,
        ...(refusal.severity === 'warning' ? { severity: 'warning' } : {}),
      };
    }
    start += option.length + 1;
  }
}

function toFinding({ contentRange, value }: Argument, known: readonly string[], fails: boolean): RuleFinding {
  const list = shownValues(known);
  return {
    range: contentRange,
    ...(fails ? {} : { severity: 'warning' as const }),
    message: fails
      ? message('Hugo stops the build at the value "{0}". It may be: {1}.', value, list)
      : message('Nobody knows the value "{0}", so it has no effect. It may be: {1}.', value, list),
    fixes: nearest(value, known).map((each): Fix => ({
      title: message('Change it to "{0}"', each),
      edits: [{ range: contentRange, newText: each }],
    })),
  };
}

function nearest(value: string, known: readonly string[]): readonly string[] {
  const found = nearestOf(known, (each) => editDistance(value, each, Math.min(2, each.length - 1)));
  return found === undefined ? [] : [found.item];
}
