/** The kinds of mistakes in the history that rules look for, each with the rules that may speak of it. */
export const replayedKinds: ReadonlyMap<string, readonly string[]> = new Map([
  ['fm-parse', ['front-matter-syntax', 'duplicate-key']],
  ['fm-delimiter', ['front-matter-delimiter', 'front-matter-unclosed', 'front-matter-syntax']],
  ['fm-dup-key', ['duplicate-key']],
  ['sc-lex', ['shortcode-syntax']],
  ['sc-stray-close', ['unopened-shortcode', 'shortcode-takes-no-inner']],
  ['sc-unclosed', ['unclosed-shortcode']],
]);
