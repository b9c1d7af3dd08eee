/**
 * Reads many files out of one text, in the form of Go's txtar, which Hugo's own tests use: each file begins with a line
 * `-- path/of/file.md --`. Text before the first file is a remark. A file keeps its line ends; the one before the next
 * file's mark belongs to it.
 */
export function parseTxtar(text: string): Map<string, string> {
  const files = new Map<string, string>();
  const mark = /^-- (.+?) --\r?\n?$/;
  let path: string | undefined;
  for (const line of text.split(/(?<=\n)/)) {
    const found = mark.exec(line)?.[1];
    if (found !== undefined) {
      path = found;
      files.set(path, '');
    } else if (path !== undefined) {
      files.set(path, (files.get(path) ?? '') + line);
    }
  }
  return files;
}
