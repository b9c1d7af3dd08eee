import type { PageDocument } from '../../../site/pageDocument.ts';
import { message, type Message } from '../../../text/message.ts';
import { range, type TextRange } from '../../../text/range.ts';
import type { DiagnosticRule, Fix, RuleFinding } from '../../finding.ts';
import { isVerbatim } from './prose.ts';

export const linkSyntax: DiagnosticRule = {
  code: 'link-syntax',
  summary: 'Link that Markdown prints as text',
  why: 'A link is written [text](address), without a blank between the two. With a bracket missing or in the wrong place the page shows the brackets and the address, and nobody can follow it.',
  defaultSeverity: 'warning',
  fix: 'Writes the link as Markdown wants it',
  examples: [
    {
      wrong: 'See [our ink] (https://example.org/ink).\n',
      right: 'See [our ink](https://example.org/ink).\n',
    },
    {
      wrong: 'See (our ink)[https://example.org/ink].\n',
      right: 'See [our ink](https://example.org/ink).\n',
    },
    { wrong: 'See [our ink(https://example.org/ink).\n', right: 'See [our ink](https://example.org/ink).\n' },
    {
      wrong: 'See [our ink](https://example.org/ink and more.\n',
      right: 'See [our ink](https://example.org/ink) and more.\n',
    },
  ],
  check: (_site, page) => brokenLinks(page),
};

/** One way to miss a link; the groups of its pattern are what stands around the place of the mistake. */
interface Slip {
  readonly pattern: RegExp;
  readonly says: Message;
  readonly edits: (match: RegExpExecArray, start: number) => Fix['edits'];
}

// What is surely an address: a scheme, or a path from the root or from the folder.
const address = String.raw`(?:https?:\/\/|mailto:|\/(?!\/)|\.{1,2}\/)[^\s"()<>[\]]{1,500}`;

const slips: readonly Slip[] = [
  {
    pattern: new RegExp(
      String.raw`(?<text>\[[^\s[\]^][^[\]]{0,300}\])(?<blank>[ \t]{1,4})\(${address}\)`,
      'g',
    ),
    says: message(
      'A blank stands between the text of this link and its address, so that Markdown prints both. Remove it.',
    ),
    edits: ({ groups }, start) => {
      const from = start + (groups?.['text']?.length ?? 0);
      return [{ range: range(from, from + (groups?.['blank']?.length ?? 0)), newText: '' }];
    },
  },
  {
    pattern: new RegExp(String.raw`\((?<text>[^()[\]]{1,300})\)\[(?<address>${address})\]`, 'g'),
    says: message(
      'The brackets of this link stand the wrong way round. The text goes in [ ], the address in ( ).',
    ),
    edits: (match, start) => [
      {
        range: range(start, start + match[0].length),
        newText: `[${match.groups?.['text'] ?? ''}](${match.groups?.['address'] ?? ''})`,
      },
    ],
  },
  {
    pattern: new RegExp(
      String.raw`(?<text>(?<![\]!\w])\[[^\s()[\]][^()[\]]{0,300})\(${address}\)(?![^[\]\n]{0,300}\])`,
      'g',
    ),
    says: message(
      'The text of this link has no closing bracket, so that Markdown prints it as it is. Put ] before the (.',
    ),
    edits: ({ groups }, start) => {
      const at = start + (groups?.['text']?.length ?? 0);
      return [{ range: range(at, at), newText: ']' }];
    },
  },
  {
    pattern: new RegExp(String.raw`\[[^[\]]{1,300}\]\(${address}(?=\s|$)(?![ \t]+["'(])`, 'g'),
    says: message(
      'The address of this link has no closing bracket, so that Markdown prints it as it is. Put ) behind it.',
    ),
    edits: (match, start) => {
      const shown = match[0].replace(/[.,;:!?]+$/, '');
      return [{ range: range(start + shown.length, start + shown.length), newText: ')' }];
    },
  },
];

/** In the argument of a shortcode, which many a template renders as Markdown, only what no writer means. */
const doubled: Slip = {
  pattern: new RegExp(String.raw`\[[^[\]]{1,300}\]\((?<extra>\()${address}\)(?!\))`, 'g'),
  says: message(
    'The address of this link has a bracket too many, so that Markdown prints it as it is. Remove it.',
  ),
  edits: ({ 0: whole }, start) => {
    const at = start + whole.indexOf('](') + 2;
    return [{ range: range(at, at + 1), newText: '' }];
  },
};

function* brokenLinks(page: PageDocument): Iterable<RuleFinding> {
  yield* slipsIn(page, page.markdown.texts, [...slips, doubled]);
  const values = page.shortcodes.tags.flatMap(({ args }) => args.filter(({ value }) => value.includes('[')));
  yield* slipsIn(
    page,
    values.map(({ contentRange }) => contentRange),
    [doubled],
  );
}

function* slipsIn(
  page: PageDocument,
  where: readonly TextRange[],
  looked: readonly Slip[],
): Iterable<RuleFinding> {
  const { text } = page;
  const places = where.filter(({ start, end }) => text.slice(start, end).includes('['));
  for (const { pattern, says, edits } of looked) {
    const verbatim = isVerbatim(page);
    const isLink = isInLinks(page);
    for (const place of places) {
      for (const match of text.slice(place.start, place.end).matchAll(pattern)) {
        const start = place.start + match.index;
        const whole = range(start, start + match[0].length);
        if (!verbatim(start) && !isLink(whole)) {
          yield {
            range: whole,
            message: says,
            fixes: [{ title: message('Write it as a link'), edits: edits(match, start), isSure: true }],
          };
        }
      }
    }
  }
}

/** Whether a link of Markdown begins there, or goes over it. To be asked from the front to the back. */
function isInLinks({ markdown }: PageDocument): (place: TextRange) => boolean {
  const links = markdown.links.filter(({ form }) => form === 'inline' || form === 'reference');
  let at = 0;
  return ({ start }) => {
    while ((links[at]?.range.end ?? Infinity) <= start) {
      at++;
    }
    return (links[at]?.range.start ?? Infinity) <= start;
  };
}
