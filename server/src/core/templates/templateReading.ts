import type { ArgumentSignature, Place, ShortcodeSignature } from './signature.ts';

/** The pages whose keys a template reads: the one that it renders, or others that it looks up (`where site.RegularPages …`). */
export interface PageScope {
  readonly of: 'page' | 'others';
  /** The only section of these others, lower-cased, where the template says it. */
  readonly section: string | undefined;
}

/** What a template does with one key of front matter, as for an argument; `required.oneOf` has keys dotted. */
export interface KeyReading extends Omit<ArgumentSignature, 'key' | 'aliases'>, PageScope {
  /** As the template spells it, `[]` for the items of a list: `['sidebar', '[]', 'link']`. Hugo matches it without regard to case. */
  readonly path: readonly string[];
  /** Where it is written as the picture that social media show. */
  readonly shared?: Place;
}

/** A partial, any partial of a folder (`partial (printf "widgets/%s" .) $`), or a content view (`.Render "card"`), that is handed the page itself: it is read once, for all its callers. */
export interface PageCall extends PageScope {
  readonly kind: 'partial' | 'partials' | 'view';
  /** As templates call it, without `.html`; of a folder with its slash, and what else the names begin with. */
  readonly name: string;
  /** Called whatever the page says: what it proves holds for the caller. */
  readonly isCertain: boolean;
  readonly at: Place;
}

/** An entry of the site's data, by its dotted path with `[]` for any of many (at its end: for one whose name is made), or a shortcode that a page is asked for: `.HasShortcode "box"`. */
export interface NamedPlace {
  readonly kind: 'data' | 'shortcode';
  readonly name: string;
  readonly at: Place;
}

/** What one template of a site says, whatever it renders. */
export interface TemplateReading {
  /** In the order in which the template asks for them; the same path may come once for the page and once for others. */
  readonly keys: readonly KeyReading[];
  /** Where keys of the page are read that cannot be named here (`range .Params`, `.Param $key`): none means that `keys` is complete. */
  readonly openKeys: readonly Place[];
  readonly calls: readonly PageCall[];
  /** All partials that were looked for while reading: who changes one of them has to read this template again. */
  readonly asked: readonly string[];
  /** What else of the site it names. */
  readonly names: readonly NamedPlace[];
  /** Of a shortcode's template alone. */
  readonly signature: ShortcodeSignature | undefined;
}
