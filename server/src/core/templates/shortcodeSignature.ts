import { readTemplate, type PartialOf, type Template } from './readTemplate.ts';
import type { ShortcodeSignature } from './signature.ts';

export type { PartialOf, Template } from './readTemplate.ts';

/** Of what `readTemplate` says of a shortcode's template, the part that its calls are about. */
export function shortcodeSignature(template: Template, partialOf: PartialOf): ShortcodeSignature {
  const nothing: ShortcodeSignature = {
    arguments: [],
    open: [],
    inner: { reads: [], markdown: undefined },
    parent: [],
  };
  return readTemplate(template, partialOf, 'shortcode').signature ?? nothing;
}
