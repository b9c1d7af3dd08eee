import type { FrontMatterField } from '../hugo/frontMatterField.ts';
import { formatMessage, message } from '../text/message.ts';
import type { Message, Translate } from '../text/message.ts';

/** What Hugo's documentation says of a field, in Markdown: what it does, its values, releases, and where to read on. */
export function fieldDocumentation(field: FrontMatterField, translate: Translate = (text) => text): string {
  const say = (text: Message): string => formatMessage(text, translate);
  const { documentation, values = [], deprecated } = field;
  const notes = [
    values.length > 0 ? say(message('Values: {0}.', values.map((value) => `\`${value}\``).join(', '))) : [],
    field.default === undefined ? [] : say(message('Without it: {0}.', translate(field.default))),
    field.since === undefined ? [] : say(message('Hugo {0} and newer.', field.since)),
    deprecated === undefined ? [] : say(deprecation(deprecated)),
  ].flat();
  return [translate(documentation), ...notes, `[${say(message('Hugo’s documentation'))}](${field.url})`].join(
    '\n\n',
  );
}

function deprecation({ since, instead }: { readonly since: string; readonly instead: string }): Message {
  return instead === ''
    ? message('Deprecated since Hugo {0}.', since)
    : message('Deprecated since Hugo {0}: use `{1}` in its place.', since, instead);
}
