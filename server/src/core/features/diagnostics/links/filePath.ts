/** Whether a path names a file, not a page: by its extension. */
export function isFilePath(path: string): boolean {
  const extension = /[^/]\.([a-z][a-z\d]{1,4})\/?$/i.exec(path)?.[1]?.toLowerCase();
  return extension !== undefined && !pages.has(extension);
}

const pages: ReadonlySet<string> = new Set(['html', 'htm', 'md', 'php', 'asp', 'aspx', 'jsp']);
