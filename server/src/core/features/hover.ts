import { MarkupKind } from 'vscode-languageserver-types';
import type { MarkupContent, Range } from 'vscode-languageserver-types';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { formatMessage } from '../text/message.ts';
import type { ClientAbilities } from './client.ts';
import { argumentHover, argumentValueHover } from './hover/argumentHover.ts';
import type { HoverRequest, HoverText } from './hover/hoverRequest.ts';
import { keyHover } from './hover/keyHover.ts';
import { leadText } from './hover/leadText.ts';
import { shortcodeHover } from './hover/shortcodeHover.ts';
import { valueHover } from './hover/valueHover.ts';
import { fileLeads, type FileLead } from './leads.ts';
import { subjectAt, type Subject } from './subject.ts';

/** A hover, and what a reader of files can add below it. */
export interface Explanation {
  readonly contents: MarkupContent;
  readonly range: Range;
  readonly about: Subject['kind'];
  /** The file that a value leads to is the first of these that there is. */
  readonly files: readonly FileLead[];
  /** A call of this shortcode would be a good example. */
  readonly exampleOf: string | undefined;
}

/** What there is to say of the key, value, shortcode or argument at `offset` (UTF-16), in Markdown; nothing where there is nothing. */
export function hover(
  site: SiteSnapshot,
  page: PageDocument,
  offset: number,
  client: ClientAbilities,
): Explanation | undefined {
  const subject = subjectAt(site, page, offset);
  const request: HoverRequest = {
    site,
    page,
    client,
    say: (message) => formatMessage(message, client.translate),
  };
  const text = subject && textOf(request, subject);
  if (subject === undefined || text === undefined) {
    return undefined;
  }
  const { paragraphs, leads = [], exampleOf } = text;
  const lead = leadText(request, leads[0]);
  const all = [...paragraphs, lead === undefined ? '' : request.say(lead)];
  return {
    contents: {
      kind: MarkupKind.Markdown,
      value: all.filter((paragraph) => paragraph !== '').join('\n\n'),
    },
    range: page.lines.toRange(subject.range),
    about: subject.kind,
    files: lead === undefined ? fileLeads(leads) : [],
    exampleOf,
  };
}

function textOf(request: HoverRequest, subject: Subject): HoverText | undefined {
  switch (subject.kind) {
    case 'key':
      return keyHover(request, subject);
    case 'value':
      return valueHover(request, subject);
    case 'shortcode':
      return shortcodeHover(request, subject);
    case 'argument':
      return argumentHover(request, subject);
    case 'argumentValue':
      return argumentValueHover(request, subject);
  }
}
