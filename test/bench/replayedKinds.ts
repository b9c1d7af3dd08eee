/**
 * The kinds of mistakes in the history that rules look for, each with the rules that may speak of it. What is missing is no finding: pages that moved without
 * an alias (`replayLateAliases.ts`), keys that were left empty (the writer's desk), placeholders in the text.
 */
export const replayedKinds: ReadonlyMap<string, readonly string[]> = new Map([
  // The page at the other end of a link may be gone altogether.
  ['anchor-missing', ['broken-anchor', 'broken-link']],
  ['body-file-missing', ['broken-file-link', 'file-name-case', 'broken-link']],
  ['file-added-later', ['broken-file-link', 'missing-file', 'file-name-case']],
  ['fm-date-future', ['future-date']],
  ['fm-date-invalid', ['unreadable-date', 'front-matter-syntax']],
  [
    'fm-delimiter',
    ['front-matter-delimiter', 'front-matter-unclosed', 'front-matter-syntax', 'unopened-front-matter'],
  ],
  ['fm-dup-key', ['duplicate-key']],
  ['fm-file-missing', ['missing-file', 'file-name-case']],
  ['fm-key-name', ['misspelled-key', 'unread-key']],
  ['fm-lang-value', ['unknown-value', 'unusual-value', 'language-unlike-folder']],
  ['fm-parse', ['front-matter-syntax', 'duplicate-key']],
  // Of a list that stands twice, once as a word, the writer removed the word.
  ['fm-type', ['not-list', 'dropped-value', 'duplicate-key']],
  // One of these links is none, because it lacks its closing bracket.
  ['link-missing', ['broken-link', 'broken-file-link', 'link-syntax']],
  ['link-no-scheme', ['link-scheme']],
  ['link-scheme-typo', ['link-scheme']],
  ['link-staging', ['temporary-link']],
  // The address without its language may be one that the site does not have.
  ['link-wrong-lang', ['link-out-of-language', 'broken-link']],
  ['md-fence', ['open-fence']],
  ['md-link-syntax', ['link-syntax']],
  ['merge-marker', ['conflict-marker', 'front-matter-syntax']],
  ['sc-arg-quote', ['quotes-in-value', 'shortcode-syntax']],
  ['sc-arg-value', ['argument-value']],
  ['sc-delim', ['shortcode-delimiter']],
  ['sc-foreign', ['shortcode-as-text']],
  ['sc-lex', ['shortcode-syntax']],
  ['sc-name', ['unknown-shortcode']],
  ['sc-near-miss', ['shortcode-as-text', 'shortcode-syntax', 'unclosed-shortcode']],
  ['sc-stray-close', ['unopened-shortcode', 'shortcode-takes-no-inner']],
  ['sc-unclosed', ['unclosed-shortcode']],
]);

/**
 * The record has the line that Hugo's own message names, or that of the delimiter. The fault itself, where our finding stands, is often on a line before: a
 * quote without its end, a key that lacks its colon. In these kinds a line that the fix rewrote is the place as well.
 */
export const placedByFix: ReadonlySet<string> = new Set(['fm-delimiter', 'fm-parse']);

/** Kinds in which the bodies of other pages tell what is usual, or where a link leads. */
export const readAsWhole: ReadonlySet<string> = new Set(['anchor-missing', 'sc-delim']);
