/** Keys that other programs read from content files: generators of pages, editors, importers, checkers of texts. What they mean is no business of the site's templates. */
const keysOfOtherTools: ReadonlySet<string> = new Set([
  // R Markdown, blogdown, Quarto and Jupyter
  'bibliography',
  'csl',
  'editor',
  'execute',
  'html_dependencies',
  'jupyter',
  'link-citations',
  'nocite',
  'output',
  'rmd_hash',
  // Docusaurus, Jekyll and the like, for texts that are built twice
  'id',
  'nav_order',
  'permalink',
  'sidebar_label',
  'sidebar_position',
  // Editors and checkers
  'cspell',
  'dictionary',
  'guid',
  'markdownlint',
  'spellcheck',
  'uuid',
  'vale',
  // Notes of people to people
  'comment',
  'comments',
  'note',
  'notes',
  'owner',
  'reviewer',
  'reviewers',
  'source',
  'todo',
]);

/** What the templates that Hugo brings along read: `_internal/opengraph.html`, `disqus.html` and others. */
const keysOfEmbeddedTemplates: ReadonlySet<string> = new Set([
  'audio',
  'disqus_identifier',
  'disqus_title',
  'disqus_url',
  'images',
  'locale',
  'series',
  'videos',
]);

/** Whether a key at the top, lower-cased, is known to be read by something else than the site's own templates. */
export function isReadElsewhere(key: string): boolean {
  return key.startsWith('_') || keysOfOtherTools.has(key) || keysOfEmbeddedTemplates.has(key);
}
