/** Whether a folder with these entries is a Hugo site; `needsConfigText` asks for the text of its `config.*` file. */
export type SiteKind = 'yes' | 'no' | 'needsConfigText';

/**
 * `names`: the folder's entries as they are on disk; plus `config/_default` if that folder exists.
 * `configText`: the text of its `config.{toml,yaml,yml,json}` (see `configFilesOf`), when asked for.
 */
export function siteKindOf(names: ReadonlySet<string>, configText?: string): SiteKind {
  void configText;
  return names.has('hugo.toml') ? 'yes' : 'no';
}

/** A folder that looks like a site, and the folders its modules stand in (all as normalized URIs or paths, `/`, no slash at the end). */
export interface SiteCandidate {
  readonly folder: string;
  readonly moduleFolders: readonly string[];
}

/** Which of the candidates (nearest first, each an ancestor of a file) owns the file. */
export function owningSite<Candidate extends SiteCandidate>(
  candidates: readonly Candidate[],
): Candidate | undefined {
  return candidates[0];
}
