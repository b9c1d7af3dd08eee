import type { Argument } from '../../core/shortcodes/types.ts';
import { formatMessage, message, type Message, type Translate } from '../../core/text/message.ts';
import { escapeHtml } from './html.ts';
import type { MaskedCall } from './pageCalls.ts';

/** What an assistive technology calls a box. */
export function labelOf({ tag }: MaskedCall, translate: Translate): string {
  return formatMessage(message('Shortcode {0}', nameOf(tag.name)), translate);
}

/** The class of a box, by the state of its tags. */
export function classOf(masked: MaskedCall): string {
  return faultOf(masked) === undefined ? 'hugo-shortcode' : 'hugo-shortcode hugo-shortcode-faulty';
}

/** The head of a box that is a block: the name, and the arguments as a definition list. */
export function blockHead(masked: MaskedCall, translate: Translate): string {
  const { args } = masked.tag;
  const items = args.map((argument, at) => {
    const [name, value] = [escapeHtml(argument.name ?? String(at + 1)), escapeHtml(argument.value)];
    return `<dt>${name}</dt><dd>${value}</dd>`;
  });
  const list = items.length === 0 ? '' : `<dl class="hugo-shortcode-arguments">${items.join('')}</dl>`;
  return `<div class="hugo-shortcode-head">${nameAndFault(masked, translate)}</div>${list}`;
}

/** The same for a box that stands in running text. */
export function inlineHead(masked: MaskedCall, translate: Translate): string {
  const items = masked.tag.args.map(
    (argument) => ` <span class="hugo-shortcode-argument">${escapeHtml(spell(argument))}</span>`,
  );
  return nameAndFault(masked, translate) + items.join('');
}

/** A call in code: its source, marked, because Hugo calls it there as well. */
export function callInCode({ source }: MaskedCall, translate: Translate): string {
  const title = formatMessage(message('Hugo calls shortcodes in code, too.'), translate);
  return `<span class="hugo-shortcode-in-code" title="${escapeHtml(title)}">${escapeHtml(source)}</span>`;
}

function nameAndFault(masked: MaskedCall, translate: Translate): string {
  const name = masked.tag.kind === 'close' ? `/${masked.tag.name}` : nameOf(masked.tag.name);
  const fault = faultOf(masked);
  const note =
    fault === undefined
      ? ''
      : ` <span class="hugo-shortcode-fault">${escapeHtml(formatMessage(fault, translate))}</span>`;
  return `<span class="hugo-shortcode-name">${escapeHtml(name)}</span>${note}`;
}

function faultOf({ tag, unclosed }: MaskedCall): Message | undefined {
  if (tag.right === undefined) {
    return message('not finished');
  }
  if (tag.kind === 'close') {
    return message('closes nothing');
  }
  if (tag.name === '') {
    return message('without a name');
  }
  return unclosed ? message('not closed') : undefined;
}

function nameOf(name: string): string {
  return name === '' ? '?' : name;
}

function spell({ name, value }: Argument): string {
  return name === undefined ? value : `${name}: ${value}`;
}
