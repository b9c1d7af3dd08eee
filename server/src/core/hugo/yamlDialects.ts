/** The release from which Hugo reads YAML with goccy/go-yaml; before it is go-yaml v2, a YAML 1.1 reader. */
export const goccySince = '0.152.0';

/** Up to (not including) this release Hugo looks for front matter in an HTML comment that starts the file. */
export const htmlCommentFrontMatterUntil = '0.123.0';
