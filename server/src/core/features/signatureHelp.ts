import { MarkupKind } from 'vscode-languageserver-types';
import type { MarkupContent, ParameterInformation, SignatureHelp } from 'vscode-languageserver-types';
import { shortcodeSchema, type ArgumentSchema, type ShortcodeSchema } from '../schema/shortcodeSchema.ts';
import { rightDelimiter } from '../shortcodes/faults.ts';
import { findShortcodePlace, type ArgumentPlace, type ValuePlace } from '../shortcodes/place.ts';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { plain } from '../text/markdown.ts';
import { formatMessage } from '../text/message.ts';
import type { ClientAbilities } from './client.ts';
import { argumentDetails, argumentDocumentation } from './shortcodeArguments.ts';

/** The signs after which an editor should ask for signature help: a blank begins an argument, a quote its value. */
export const signatureTriggers: readonly string[] = [' ', '"', '`'];

/**
 * The arguments of the shortcode call around `offset` (UTF-16), those in brackets that may be left out, and which of them stands there. Nothing outside of
 * calls, in the name, behind a finished value, and for a shortcode of which no arguments are known.
 */
export function signatureHelp(
  site: SiteSnapshot,
  page: PageDocument,
  offset: number,
  client: ClientAbilities,
): SignatureHelp | undefined {
  if (offset < (page.fence?.bodyStart ?? 0)) {
    return undefined;
  }
  const place = findShortcodePlace(page.text, page.shortcodes, offset);
  if (place.kind !== 'argument' && place.kind !== 'value') {
    return undefined;
  }
  const schema = shortcodeSchema(site, place.tag.name);
  const order = inOrder(schema, place);
  return order.length === 0 ? undefined : toSignatureHelp(schema, order, place, client);
}

function toSignatureHelp(
  schema: ShortcodeSchema,
  order: readonly ArgumentSchema[],
  place: ArgumentPlace | ValuePlace,
  client: ClientAbilities,
): SignatureHelp {
  const { delimiter } = place.tag;
  let label = `{{${delimiter} ${schema.name}`;
  const parameters: ParameterInformation[] = [];
  for (const argument of order) {
    label += argument.isRequired ? ' ' : ' [';
    const start = label.length;
    label += nameOf(argument);
    parameters.push({ label: [start, label.length], ...documentationOf(argument, client) });
    label += argument.isRequired ? '' : ']';
  }
  label += `${schema.isOpen ? ' …' : ''} ${rightDelimiter[delimiter]}`;
  const documentation = textOfShortcode(schema, client);
  return {
    signatures: [
      { label, parameters, ...(documentation === '' ? {} : { documentation: markdown(documentation) }) },
    ],
    activeSignature: 0,
    // Beyond the last one no parameter is active; without a number the first one would be.
    activeParameter: activeAt(order, place) ?? order.length,
  };
}

/** A call by position shows its arguments in that order, and no others. */
function inOrder(
  { arguments: all }: ShortcodeSchema,
  { kind, others, argument }: ArgumentPlace | ValuePlace,
): readonly ArgumentSchema[] {
  const inValue = kind === 'value' ? [...others, argument] : others;
  const isPositional = inValue.some(({ name }) => name === undefined);
  const isNamed = inValue.some(({ name }) => name !== undefined);
  return isPositional
    ? all
        .filter(({ position }) => position !== undefined)
        .toSorted((a, b) => (a.position ?? 0) - (b.position ?? 0))
    : isNamed
      ? all.filter(({ name }) => name !== undefined)
      : all;
}

/** The argument at the cursor; where a new one begins, the next that stands there by position or has to be given. */
function activeAt(
  order: readonly ArgumentSchema[],
  { argument, others, positionalIndex }: ArgumentPlace | ValuePlace,
): number | undefined {
  const given = new Set(others.map(({ name }) => name));
  const isNamed = argument?.name !== undefined || others.some(({ name }) => name !== undefined);
  const isAt = ({ name, position, isRequired }: ArgumentSchema): boolean => {
    if (argument?.name !== undefined) {
      return name === argument.name;
    }
    return isNamed ? isRequired && !given.has(name) : position === positionalIndex;
  };
  const at = order.findIndex(isAt);
  const next =
    at < 0 && argument === undefined && !isNamed ? order.findIndex(({ isRequired }) => isRequired) : at;
  return next < 0 ? undefined : next;
}

function nameOf({ name, position = 0 }: ArgumentSchema): string {
  return name ?? String(position + 1);
}

function documentationOf(
  argument: ArgumentSchema,
  { translate }: ClientAbilities,
): Pick<ParameterInformation, 'documentation'> {
  const details = argumentDetails(argument).map((detail) =>
    typeof detail === 'string' ? detail : formatMessage(detail, translate),
  );
  const text = [
    details.join(' · '),
    argumentDocumentation(argument, (message) => formatMessage(message, translate)),
  ]
    .filter((paragraph) => paragraph !== '')
    .join('\n\n');
  return text === '' ? {} : { documentation: markdown(text) };
}

function textOfShortcode(
  { definition, embedded, team }: ShortcodeSchema,
  { translate }: ClientAbilities,
): string {
  return embedded === undefined
    ? plain(team?.documentation ?? definition?.documentation ?? '')
    : formatMessage({ template: embedded.documentation, args: [] }, translate);
}

function markdown(value: string): MarkupContent {
  return { kind: MarkupKind.Markdown, value };
}
