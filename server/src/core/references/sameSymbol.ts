import { symbolId, type SiteSymbol } from './types.ts';

/** Whether `found` names `wanted`: an entry of the data also where any entry is meant, `range site.Data.authors` and `.name` in it. */
export function sameSymbol(wanted: SiteSymbol, found: SiteSymbol): boolean {
  return wanted.kind === 'dataEntry' && found.kind === 'dataEntry'
    ? samePath(wanted.path.split('.'), found.path.split('.'))
    : symbolId(wanted) === symbolId(found);
}

function samePath(wanted: readonly string[], found: readonly string[]): boolean {
  return (
    wanted.length === found.length &&
    wanted.every((part, index) => part === found[index] || part === '[]' || found[index] === '[]')
  );
}
