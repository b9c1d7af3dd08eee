/** What a team adds in `.hugo-scribe.yaml` or `.hugo-scribe.json`; never needed. */
export interface TeamFile {
  readonly uri: string;
  readonly keys: readonly TeamKey[];
  readonly shortcodes: readonly TeamShortcode[];
  /** Rules whose findings the team does not want to see. */
  readonly ignored: readonly TeamIgnored[];
}

export interface TeamIgnored {
  readonly code: string;
  /** Globs below the site's folder (`content/old/**`); empty for all pages. */
  readonly paths: readonly string[];
}

export interface TeamStatement {
  /** A dotted path for keys, the name for arguments. */
  readonly name: string;
  readonly documentation: string | undefined;
  readonly isRequired: boolean;
  readonly values: readonly string[];
  /** What the team says of single values. */
  readonly valueDocumentation: ReadonlyMap<string, string>;
}

export interface TeamKey extends TeamStatement {
  /** The sections for which it holds, lower-cased; empty for all. */
  readonly sections: readonly string[];
}

export interface TeamShortcode {
  readonly name: string;
  readonly documentation: string | undefined;
  readonly arguments: readonly TeamStatement[];
}
