import { MarkupKind } from 'vscode-languageserver-types';
import type { MarkupContent, Range } from 'vscode-languageserver-types';
import type { TextRange } from '../text/range.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { formatMessage } from '../text/message.ts';
import type { ClientAbilities } from './client.ts';
import { argumentHover, argumentValueHover } from './hover/argumentHover.ts';
import type { HoverRequest, HoverText } from './hover/hoverRequest.ts';
import { findLink, linkHover } from './hover/linkHover.ts';
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
  readonly about: Subject['kind'] | 'link';
  /** The file that a value leads to is the first of these that there is. */
  readonly files: readonly FileLead[];
  /** A call of this shortcode would be a good example. */
  readonly exampleOf: string | undefined;
}

/** The file (URI) of the page of whose headings the link at `offset` names one; a hover says more who gets that page. */
export function hoveredFile(site: SiteSnapshot, page: PageDocument, offset: number): string | undefined {
  const link = findLink(site, page, offset);
  return link?.fragment !== undefined && link.target.kind === 'page' ? link.target.page.uri : undefined;
}

/**
 * What there is to say of the link, key, value, shortcode or argument at `offset` (UTF-16), in Markdown; nothing where there is nothing. `target` is the page
 * that `hoveredFile` names.
 */
export function hover(
  site: SiteSnapshot,
  page: PageDocument,
  offset: number,
  client: ClientAbilities,
  target?: PageDocument,
): Explanation | undefined {
  const request: HoverRequest = {
    site,
    page,
    client,
    say: (message) => formatMessage(message, client.translate),
    target,
  };
  const said = sayLink(request, offset) ?? saySubject(request, offset);
  if (said === undefined) {
    return undefined;
  }
  const { text, range, about } = said;
  const { paragraphs, leads = [], exampleOf } = text;
  const lead = leadText(request, leads[0]);
  const all = [...paragraphs, lead === undefined ? '' : request.say(lead)];
  return {
    contents: {
      kind: MarkupKind.Markdown,
      value: all.filter((paragraph) => paragraph !== '').join('\n\n'),
    },
    range: page.lines.toRange(range),
    about,
    files: lead === undefined ? fileLeads(leads) : [],
    exampleOf,
  };
}

interface Said {
  readonly text: HoverText;
  readonly range: TextRange;
  readonly about: Explanation['about'];
}

/** A link of the text, and a reference; what other arguments lead to, is said with what they are. */
function sayLink(request: HoverRequest, offset: number): Said | undefined {
  const link = findLink(request.site, request.page, offset);
  const text = link === undefined || link.origin === 'argument' ? undefined : linkHover(request, link);
  return link && text && { text, range: link.range, about: 'link' };
}

function saySubject(request: HoverRequest, offset: number): Said | undefined {
  const subject = subjectAt(request.site, request.page, offset);
  const text = subject && textOf(request, subject);
  return subject && text && { text, range: subject.range, about: subject.kind };
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
