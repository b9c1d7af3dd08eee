import type { Entry, FrontMatterFormat, Node, ScalarNode } from '../../../frontMatter/types.ts';
import { writeValue } from '../../../frontMatter/writing.ts';
import { verdictFor } from '../../../hugo/version.ts';
import type { HugoRange } from '../../../hugo/version.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import { message } from '../../../text/message.ts';
import type { Message } from '../../../text/message.ts';
import type { DiagnosticRule, Fix, RuleFinding } from '../../finding.ts';
import { goBool, truthOf } from './demands.ts';
import { entriesOf, readableRootOf, readingsOf, releasesWhere } from './fieldValues.ts';
import type { Releases, SeenValue } from './fieldValues.ts';

export const droppedValue: DiagnosticRule = {
  code: 'dropped-value',
  summary: 'Value that Hugo takes for something else',
  why: 'Hugo does not complain of a value of another type than it wants: it takes 0, false or nothing instead. A text with commas is one single tag, and "yes" is no yes.',
  defaultSeverity: 'warning',
  fix: 'Writes true or false, or makes a list of the text',
  examples: [
    { wrong: '---\ndraft: "yes"\n---\n', right: '---\ndraft: true\n---\n' },
    { wrong: '---\ntags: paper, ink\n---\n', right: '---\ntags: [paper, ink]\n---\n' },
    { wrong: '+++\nweight = "high"\n+++\n', right: '+++\nweight = 10\n+++\n' },
    { wrong: '---\ntitle: [Ink]\n---\n', right: '---\ntitle: "[Ink]"\n---\n' },
  ],
  *check(site, page) {
    const root = readableRootOf(page);
    if (root === undefined) {
      return;
    }
    const lists = new Set([...site.config.taxonomies.values(), 'keywords', 'aliases']);
    for (const [name, entry] of entriesOf(root)) {
      const look = looks.get(name) ?? (lists.has(name) ? asTexts : undefined);
      if (entry.value !== undefined && look !== undefined) {
        yield* look({ site, page, entry, node: entry.value, format: page.fence?.format ?? 'yaml' });
      }
    }
  },
};

interface Subject {
  readonly site: SiteSnapshot;
  readonly page: PageDocument;
  readonly entry: Entry;
  readonly node: Node;
  readonly format: FrontMatterFormat;
}

type Look = (subject: Subject) => Iterable<RuleFinding>;

const looks: ReadonlyMap<string, Look> = new Map([
  ...['draft', 'headless', 'iscjklanguage'].map((name) => [name, asTruth] as const),
  ['weight', asWhole] as const,
  ...['title', 'linktitle', 'description', 'summary', 'slug', 'type', 'layout', 'translationkey'].map(
    (name) => [name, asText] as const,
  ),
]);

function* asTruth({ site, entry, node, format }: Subject): Iterable<RuleFinding> {
  const isQuoted = node.kind === 'scalar' && node.style !== 'plain' && goBool.test(node.text);
  const word = node.kind === 'scalar' ? truthOf(node.text) : undefined;
  const releases = isQuoted ? {} : releasesWhere(readingsOf(node, format), {}, isTakenForFalse);
  if (releases === undefined || (word === 'false' && !isQuoted)) {
    return;
  }
  const why = isQuoted
    ? message(
        '"{0}" takes true or false, not a text. Hugo reads this one as it is meant; other programs may not.',
        entry.key,
      )
    : by(site.hugo, releases, message('"{0}" takes true or false.', entry.key), falsely);
  if (why !== undefined) {
    const instead = node.kind === 'scalar' && isQuoted ? boolOf(node) : word;
    yield {
      range: node.range,
      message: why,
      ...(isQuoted ? { severity: 'information' } : {}),
      fixes: instead === undefined ? [] : [plainly(node, instead)],
    };
  }
}

function boolOf({ text }: ScalarNode): string {
  return /^[1t]/i.test(text) ? 'true' : 'false';
}

function isTakenForFalse({ type, text }: SeenValue): boolean {
  return type === 'list' || type === 'map' || (type === 'string' && text !== '' && !goBool.test(text));
}

const falsely = {
  all: (why: Message) => message('{0} Hugo takes this for false.', why),
  since: (why: Message, since: string) => message('{0} Hugo {1} and newer take this for false.', why, since),
};

/** What is said where all, or only newer releases of the range, take a value in another way. */
function by(
  hugo: HugoRange,
  { since, until }: Releases,
  why: Message,
  { all, since: newer }: typeof falsely,
): Message | undefined {
  const verdict = verdictFor(hugo, since, until);
  return verdict === 'none' ? undefined : verdict === 'all' ? all(why) : newer(why, since ?? '');
}

function* asWhole({ entry, node, format }: Subject): Iterable<RuleFinding> {
  const { older: value } = readingsOf(node, format);
  const isNumber = value.type === 'int' || value.type === 'null' || /^[-+]?\d*$/.test(value.text);
  if (value.type === 'float' || (value.type === 'string' && /^[-+]?\d+\.\d+$/.test(value.text))) {
    if (!Number.isInteger(Number(value.text))) {
      yield {
        range: node.range,
        message: message(
          '"{0}" takes a whole number. Hugo leaves out what stands behind the point.',
          entry.key,
        ),
      };
    }
  } else if (value.type === 'list' || value.type === 'map' || !isNumber) {
    yield {
      range: node.range,
      message: message(
        '"{0}" takes a whole number. Hugo takes this for {1}.',
        entry.key,
        value.text === 'true' ? 1 : 0,
      ),
    };
  }
}

function* asText({ page, entry, node, format }: Subject): Iterable<RuleFinding> {
  if (node.kind === 'scalar') {
    return;
  }
  const isInline = format === 'yaml' && node.style === 'flow';
  const source = page.text.slice(node.range.start, node.range.end);
  yield {
    range: node.range,
    message: message('"{0}" takes a text. Hugo drops a list or keys in its place.', entry.key),
    fixes: isInline
      ? [
          {
            title: message('Put it in quotes'),
            edits: [{ range: node.range, newText: writeValue('yaml', source, '"') }],
          },
        ]
      : [],
  };
}

function* asTexts(subject: Subject): Iterable<RuleFinding> {
  const { entry, node } = subject;
  if (node.kind === 'map') {
    yield {
      range: node.range,
      message: message('"{0}" takes a list of texts. Hugo makes nothing of keys in its place.', entry.key),
    };
  } else if (node.kind === 'list') {
    for (const item of node.items.filter(({ kind }) => kind !== 'scalar')) {
      yield {
        range: item.range,
        message: message(
          '"{0}" takes a list of texts, and this item is none. Put it in quotes, or make it one word.',
          entry.key,
        ),
      };
    }
  } else if (node.text.includes(',') && !isTermOfOthers(subject, node.text)) {
    yield {
      range: node.range,
      message: message(
        'Hugo does not split "{0}" at commas. Write a list: [{1}].',
        entry.key,
        partsOf(node.text).join(', '),
      ),
      fixes: [asList(subject, node)],
    };
  }
}

function partsOf(text: string): readonly string[] {
  return text
    .split(',')
    .map((part) => part.trim())
    .filter((part) => part !== '');
}

/** A term may have a comma: other pages have this very one. */
function isTermOfOthers({ site, entry }: Subject, text: string): boolean {
  const same = site.values(entry.key.toLowerCase(), 200).find(({ value }) => value === text);
  return same !== undefined && same.pages > 2;
}

function asList({ page, format }: Subject, { range, text, style }: ScalarNode): Fix {
  const quote = style === 'double' || format === 'toml' ? '"' : style === 'single' ? "'" : '';
  const newText = writeValue(format, partsOf(text), quote === '' ? page.style.quote : quote);
  return { title: message('Make it a list'), edits: [{ range, newText }], isSure: true };
}

function plainly({ range }: Node, newText: string): Fix {
  return { title: message('Change it to "{0}"', newText), edits: [{ range, newText }], isSure: true };
}
