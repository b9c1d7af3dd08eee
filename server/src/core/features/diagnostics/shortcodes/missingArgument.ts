import type { EmbeddedArgument } from '../../../hugo/embeddedShortcodes.ts';
import { verdictFor } from '../../../hugo/version.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import type { Argument, ShortcodeTag } from '../../../shortcodes/types.ts';
import type { ArgumentKey } from '../../../templates/signature.ts';
import { message, type Message } from '../../../text/message.ts';
import { range } from '../../../text/range.ts';
import type { DiagnosticRule, RuleFinding } from '../../finding.ts';
import { judgedAtRender } from '../judged.ts';
import { givenAs } from '../../../site/pageCalls.ts';
import { provenCalls, type ProvenCall } from './calls.ts';

export const missingArgument: DiagnosticRule = {
  code: 'missing-argument',
  summary: 'Argument that the shortcode demands is missing',
  why: 'Hugo stops the build where the template of a shortcode ends with an error because an argument is not given.',
  defaultSeverity: 'error',
  examples: [
    {
      wrong: 'Ink.\n{{< pen >}}\n',
      right: 'Ink.\n{{< pen color="blue" >}}\n',
      site: '-- layouts/shortcodes/pen.html --\n{{ with .Get "color" }}{{ . }}{{ else }}{{ errorf "no color" }}{{ end }}\n',
    },
    {
      wrong: 'Ink.\n{{< param >}}\n',
      right: 'Ink.\n{{< param title >}}\n',
      site: '-- hugo.toml --\nparams.title = "Ink"\n',
    },
  ],
  check: (site, page, now) => judgedAtRender(site, page, now, missingOn(site, page)),
};

function* missingOn(site: SiteSnapshot, page: PageDocument): Iterable<RuleFinding> {
  for (const call of provenCalls(site, page)) {
    if (call.schema.embedded === undefined) {
      yield* missingByTemplate(call);
    } else {
      yield* missingInEmbedded(site, page, call);
    }
  }
}

/** What the template demands comes first; what only the team demands is a warning. */
function* missingByTemplate({ tag, schema }: ProvenCall): Iterable<RuleFinding> {
  const told = new Set<string>();
  for (const { required } of schema.definition?.signature?.arguments ?? []) {
    const oneOf = required?.level === 'proven' ? required.oneOf.toSorted(namedFirst) : [];
    const names = namesOf(oneOf);
    if (oneOf.length === 0 || told.has(names)) {
      continue;
    }
    told.add(names);
    const given = oneOf.flatMap((each) => givenAs(tag, each) ?? []);
    if (given.length === 0) {
      yield missing(
        tag,
        message(
          'The shortcode "{0}" demands {1}, so Hugo stops the build without it. Add it.',
          tag.name,
          names,
        ),
      );
    } else if (given.every(({ value }) => value === '')) {
      yield* empty(given, names);
    }
  }
  for (const { name, isRequired } of schema.team?.arguments ?? []) {
    if (isRequired && givenAs(tag, name) === undefined && !told.has(namesOf([name]))) {
      yield {
        ...missing(
          tag,
          message('Your team wants {1} in every call of "{0}". Add it.', tag.name, namesOf([name])),
        ),
        severity: 'warning',
      };
    }
  }
}

/** Mostly a template takes an empty value for a missing one, but we cannot tell. */
function* empty([first]: readonly Argument[], names: string): Iterable<RuleFinding> {
  if (first !== undefined) {
    yield {
      range: first.range,
      severity: 'warning',
      message: message('The shortcode demands {0}, and this is empty. Fill it in.', names),
    };
  }
}

/** Where Hugo takes an empty value for a value. */
const mayBeEmpty = new Set(['ref', 'relref', 'highlight']);
/** Calls by position look the post up in the network. */
const formerPosts = new Set(['tweet', 'twitter', 'twitter_simple']);

/** What needs its arguments all the same. */
const buildsAnyway = new Set(['gist']);

function* missingInEmbedded(
  site: SiteSnapshot,
  page: PageDocument,
  { tag, schema }: ProvenCall,
): Iterable<RuleFinding> {
  const { name, args = [] } = schema.embedded ?? {};
  const isByPosition = tag.args.length > 0 && tag.args[0]?.name === undefined;
  const isRef = name === 'ref' || name === 'relref';
  if (name === undefined || (isRef && tag.args.length > 0) || (formerPosts.has(name) && isByPosition)) {
    return;
  }
  for (const argument of args) {
    const verdict = verdictOn(site, page, tag, argument);
    const given = [argument.name, argument.position].flatMap((key) => givenAs(tag, key) ?? []);
    const isGiven = given.some(({ value }) => value !== '' || mayBeEmpty.has(name));
    if (verdict === 'none' || isGiven) {
      continue;
    }
    const named = namesOf([argument.name, argument.position].filter((key) => key !== undefined));
    yield {
      ...missing(
        tag,
        buildsAnyway.has(name) ? showsNothing(name, named) : messageOn(verdict, name, named, argument),
      ),
      ...(verdict === 'some' || buildsAnyway.has(name) ? { severity: 'warning' as const } : {}),
    };
  }
}

function verdictOn(
  { hugo }: SiteSnapshot,
  page: PageDocument,
  tag: ShortcodeTag,
  { required, requiredUntil, orInner }: EmbeddedArgument,
): ReturnType<typeof verdictFor> {
  if (orInner === true) {
    return hasInner(page, tag) ? 'none' : 'all';
  }
  return required === undefined
    ? 'none'
    : verdictFor(hugo, required === true ? undefined : required, requiredUntil);
}

function showsNothing(name: string, argument: string): Message {
  return message('The shortcode "{0}" shows nothing without {1}. Add it.', name, argument);
}

function messageOn(
  verdict: 'all' | 'some',
  name: string,
  argument: string,
  { required, requiredUntil }: EmbeddedArgument,
): Message {
  if (verdict === 'all') {
    return message(
      'The shortcode "{0}" demands {1}, so Hugo stops the build without it. Add it.',
      name,
      argument,
    );
  }
  return requiredUntil === undefined
    ? message(
        'Hugo {2} and newer demand {1} of the shortcode "{0}" and stop the build without it. Add it.',
        name,
        argument,
        String(required),
      )
    : message(
        'Older releases of Hugo demand {1} of the shortcode "{0}" and stop the build without it. Add it.',
        name,
        argument,
      );
}

/** Whether something stands between the call and the closing tag behind it, or another call. */
function hasInner({ text }: PageDocument, { kind, range: { end } }: ShortcodeTag): boolean {
  const behind = /\s*(?:\{\{[<%][ \t]*\/)?/y;
  behind.lastIndex = end;
  return kind === 'open' && !/\/$/.test(behind.exec(text)?.[0] ?? '');
}

/** From the left delimiter to the end of the name: where Hugo points, and what a writer has to add to. */
function missing({ range: whole, nameRange }: ShortcodeTag, text: Message): RuleFinding {
  return { range: range(whole.start, nameRange.end), message: text };
}

function namedFirst(a: ArgumentKey, b: ArgumentKey): number {
  return Number(typeof a === 'number') - Number(typeof b === 'number');
}

/** As a writer gives them: `src=`, or the place among arguments without names, counted from one. */
function namesOf(keys: readonly ArgumentKey[]): string {
  return keys.map((key) => (typeof key === 'string' ? `${key}="…"` : `#${String(key + 1)}`)).join(' / ');
}
