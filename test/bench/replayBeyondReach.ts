/**
 * Cases of the history that no checker can find, each by its line in `cases.jsonl` (from 0) with the reason. What a rule should find is never listed here, even
 * where none does.
 */
export const beyondReach: ReadonlyMap<number, string> = new Map([
  [62, 'Hugo 0.111, 0.152 and 0.168 all read this date as the writer meant it (tried).'],
  [97, 'In a page of HTML both delimiters do the same, and nothing else calls this shortcode.'],
  [140, 'The name of a person: nothing in the site says how it is spelled.'],
  [189, 'No template reads the key, and none of the files is there that other pages name for it.'],
  [190, 'As 189.'],
  [191, 'As 189.'],
  [194, 'The date lies in the future, but publishDate in the past: Hugo builds the page.'],
  [195, 'As 194.'],
  [270, 'The fix is itself a mistake: no template knows the language Nei, and we say so.'],
  [
    301,
    'The page in the other language has another name, and nothing says that the two are one: no translationKey, no path.',
  ],
  [312, 'An apostrophe within a text in quotes is right both ways: the fix is one of taste.'],
  [
    313,
    'The value is right for the template before the fix, which puts fa- before it; the template changed in the same commit.',
  ],
  [314, 'Both delimiters make the same page of this template (tried with Hugo 0.111).'],
  ...[359, 404, 405, 406, 407, 408, 409, 410, 411].map(
    (at) =>
      [
        at,
        'No site at that commit: its configuration is config/config.toml, where Hugo does not look.',
      ] as const,
  ),
]);
