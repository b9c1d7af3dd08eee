import { message } from '../../text/message.ts';
import { valueOf } from './kin.ts';
import type { ListRequest } from './listRequest.ts';
import type { OpenItem } from './openItem.ts';
import { fillingFix, usualValue } from './usualValue.ts';

/** How sites name the key that says the language of a page. */
const languageKeys: readonly string[] = ['lang', 'language', 'locale', 'sprak', 'språk'];

/** Another language than all pages like this one. */
export function* language(request: ListRequest): Iterable<OpenItem> {
  const { asked, entries, kin } = request;
  for (const id of languageKeys) {
    const said = valueOf(asked, id);
    const usual = said === '' ? undefined : usualValue(request, id);
    const [meant = ''] = usual?.values ?? [];
    const scalar = entries.get(id)?.scalars[0];
    const schema = request.schemaOf(id);
    const isAlone = usual?.isSure === true && meant.toLowerCase() !== said.toLowerCase();
    if (usual !== undefined && scalar !== undefined && schema !== undefined && isAlone) {
      const fix = fillingFix(request, schema, { ...usual, isSure: false });
      yield {
        code: 'language-unlike-others',
        group: 'look',
        key: id,
        message: message(
          '"{0}" says "{1}". All {2} pages like this one say "{3}".',
          schema.spelling,
          said,
          kin.length,
          meant,
        ),
        range: scalar.range,
        weight: 3,
        ...(fix && { fix }),
      };
    }
  }
}
