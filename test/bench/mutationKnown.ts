/** Why we and Hugo may differ on a mutant, where nobody who looks at the page alone could know: by what Hugo says. */
const reasons: readonly (readonly [string, RegExp])[] = [
  [
    'the template of a shortcode fails on its arguments, which only running it tells',
    /execute of template failed: template: _?shortcodes\/(?!(?:rel)?ref\.)/,
  ],
  ['a word behind a colon in `url` is taken for a token of permalinks', /permalink attribute not recognised/],
  ['a list of output formats with an empty name', /OutputFormat with key "" not found/],
  ['an option of `highlight` without a value', /invalid Highlight option/],
];

/** The reason that is listed for a disagreement; `undefined` where there is none. */
export function reasonFor({ hugos }: { readonly hugos: string }): string | undefined {
  return reasons.find(([, words]) => words.test(hugos))?.[0];
}
