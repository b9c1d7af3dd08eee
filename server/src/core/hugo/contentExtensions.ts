/** The extensions of content files (Hugo 0.111: hugofs/files/classifier.go; later: the suffixes of the default content types in media/config.go). */
export const contentExtensions: ReadonlySet<string> = new Set([
  'ad',
  'adoc',
  'asciidoc',
  'htm',
  'html',
  'markdown',
  'md',
  'mdown',
  'org',
  'pandoc',
  'pdc',
  'rest',
  'rst',
]);
