// Every text of the gallery, in the writer's language. The webview gets them with its HTML: it has no translations of its own.
import { translate } from '../translate.ts';

export type Labels = Readonly<ReturnType<typeof readLabels>>;

export function toLabels(): Labels {
  return readLabels();
}

function readLabels() {
  return {
    title: translate('Insert Shortcode'),
    search: translate('Search by name, purpose, argument or example'),
    keys: translate('Arrow keys move, Enter inserts, Escape goes back to the text.'),
    count: translate('{0} shortcodes'),
    found: translate('{0} of {1} shortcodes'),
    shortcodes: translate('Shortcodes'),
    here: translate('Used in {0}'),
    top: translate('Used at the top of the site'),
    site: translate('Others of this site'),
    hugo: translate('Part of Hugo'),
    details: translate('Details'),
    insert: translate('Insert'),
    insertMore: translate('Insert and Keep Open'),
    example: translate('Example from {0}'),
    noExample: translate('No page of the site calls it yet.'),
    arguments: translate('Arguments'),
    required: translate('required'),
    default: translate('default {0}'),
    deprecated: translate('deprecated'),
    documentation: translate('Hugo’s documentation'),
    nothing: translate('No shortcode has all of these words. Try fewer, or one word of what it is for.'),
    none: translate('This site has no shortcodes yet.'),
    reading: translate('The site is still being read: counts and examples grow.'),
  };
}
