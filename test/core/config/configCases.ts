/** Configurations that the unit tests read, and that real Hugo judges in test/conformance/config.test.ts. */
export interface ConfigCase {
  readonly name: string;
  /** A txtar of configuration files, relative to the site. */
  readonly files: string;
  /** The title that wins. */
  readonly title?: string;
  readonly languages?: string;
  readonly taxonomies?: string;
  /** `source > target @language`, static, data… left out where they are Hugo's defaults. */
  readonly mounts?: readonly string[];
  /** Hugo 0.111.3 refuses it, or does not print what we say. */
  readonly notFor0111?: true;
}

export const configCases: readonly ConfigCase[] = [
  {
    name: 'hugo.toml wins over config.toml',
    files: '-- config.toml --\ntitle = "old"\n-- hugo.toml --\ntitle = "new"\n',
    title: 'new',
  },
  {
    name: 'toml wins over yaml, and the other file is not read at all',
    files: '-- hugo.yaml --\ntitle: yaml\nlanguages:\n  sv: {}\n-- hugo.toml --\ntitle = "toml"\n',
    title: 'toml',
    languages: 'en',
  },
  {
    name: 'yml wins over json',
    files: '-- hugo.json --\n{"title": "json"}\n-- hugo.yml --\ntitle: yml\n',
    title: 'yml',
  },
  {
    name: 'hugo.json wins over config.toml',
    files: '-- config.toml --\ntitle = "config"\n-- hugo.json --\n{"title": "json"}\n',
    title: 'json',
  },
  {
    name: 'the folder is merged over the file, production over _default',
    files:
      '-- hugo.toml --\ntitle = "file"\n[taxonomies]\ntag = "tags"\n' +
      '-- config/_default/hugo.toml --\ntitle = "default"\n' +
      '-- config/production/hugo.yaml --\ntitle: production\n' +
      '-- config/development/hugo.toml --\ntitle = "development"\n',
    title: 'production',
    taxonomies: 'tag:tags',
  },
  {
    name: 'a file of the folder is the table of its name',
    files:
      '-- config/_default/config.toml --\ntitle = "kept"\ndefaultContentLanguage = "sv"\n' +
      '-- config/_default/languages.toml --\n[sv]\nweight = 2\n[en]\nweight = 1\n' +
      '-- config/_default/taxonomies.toml --\namne = "amnen"\n' +
      '-- config/_default/params.toml --\ntitle = "not this one"\n',
    title: 'kept',
    languages: 'en sv',
    taxonomies: 'amne:amnen',
  },
  {
    name: 'a language may have a file of its own, also in a sub-folder',
    files:
      '-- hugo.toml --\ntitle = "t"\n[languages.en]\nweight = 1\n' +
      '-- config/_default/languages/menus.sv.toml --\n[[main]]\nname = "Hem"\n' +
      '-- config/_default/params.sv.toml --\nweight = 9\n',
    languages: 'en sv',
  },
  {
    name: 'keys match without regard to case',
    files:
      '-- hugo.toml --\nTITLE = "loud"\nDefaultContentLanguage = "sv"\nCONTENTDIR = "innehall"\n[Languages.SV]\nWeight = 1\n',
    title: 'loud',
    languages: 'sv',
    mounts: ['innehall > content'],
  },
  {
    name: 'Norwegian stays a language in YAML',
    files:
      '-- hugo.yaml --\ndefaultContentLanguage: "no"\nlanguages:\n  no:\n    weight: 1\n  en:\n    weight: 2\n',
    languages: 'no en',
    notFor0111: true,
  },
  {
    name: 'languages without a weight come last, by code',
    files:
      '-- hugo.toml --\n[languages.sv]\n[languages.da]\n[languages.en]\nweight = 5\n[languages.fi]\nweight = 3\n',
    languages: 'fi en da sv',
  },
  {
    name: 'disabled languages',
    files:
      '-- hugo.toml --\ndisableLanguages = ["fi"]\n[languages.en]\nweight = 1\n[languages.sv]\nweight = 2\ndisabled = true\n[languages.fi]\nweight = 3\n',
    languages: 'en sv(off) fi(off)',
  },
  {
    name: 'a language with a content directory of its own',
    files:
      '-- hugo.toml --\n[languages.en]\nweight = 1\n[languages.sv]\nweight = 2\ncontentDir = "innehall/"\n',
    mounts: ['content > content', 'innehall > content @sv'],
  },
  {
    name: 'two languages share a content directory',
    files:
      '-- hugo.toml --\n[languages.en]\nweight = 1\n[languages.sv]\nweight = 2\ncontentDir = "norden"\n[languages.no]\nweight = 3\ncontentDir = "norden"\n',
    mounts: ['content > content', 'norden > content'],
  },
  {
    name: 'folders under other names',
    files:
      '-- hugo.toml --\ncontentDir = "./src/pages/"\nlayoutDir = "mallar"\nstaticDir = ["static", "bilder"]\nstaticDir2 = "mer"\n',
    mounts: ['src/pages > content', 'mallar > layouts', 'bilder > static', 'mer > static'],
  },
  {
    name: 'a mount replaces the default of its component only',
    files:
      '-- hugo.toml --\n[[module.mounts]]\nsource = "docs"\ntarget = "content/docs"\n[[module.mounts]]\nsource = "node_modules/x"\ntarget = "assets/x"\n',
    mounts: ['docs > content/docs', 'node_modules/x > assets/x'],
  },
  {
    name: 'a mount for one language',
    files:
      '-- hugo.toml --\n[languages.en]\nweight = 1\n[languages.sv]\nweight = 2\n[[module.mounts]]\nsource = "content/svenska"\ntarget = "content"\nlang = "sv"\n',
    mounts: ['content/svenska > content @sv'],
  },
  {
    name: 'taxonomies: none configured, one, none wanted',
    files: '-- hugo.toml --\ntitle = "x"\n',
    taxonomies: 'category:categories tag:tags',
  },
  {
    name: 'taxonomies: an empty table',
    files: '-- hugo.toml --\n[taxonomies]\n',
    taxonomies: '',
  },
  {
    name: 'taxonomies: the kinds are switched off',
    files: '-- hugo.toml --\ndisableKinds = ["taxonomy", "TERM"]\n[taxonomies]\nx = "xs"\n',
    taxonomies: '',
    notFor0111: true,
  },
  {
    name: 'taxonomies: of one language',
    files: '-- hugo.toml --\n[languages.en]\nweight = 1\n[languages.en.taxonomies]\nseries = "series"\n',
    taxonomies: 'series:series',
    notFor0111: true,
  },
  {
    name: 'YAML anchors and merge keys',
    files:
      '-- hugo.yaml --\nbase: &b\n  contentDir: x\n  weight: 7\nlanguages:\n  sv:\n    <<: *b\n    weight: 1\n  en:\n    weight: 2\n',
    languages: 'sv en',
    mounts: ['x > content @sv', 'content > content'],
  },
  {
    name: 'no configuration file',
    files: '-- content/a.md --\n',
    languages: 'en',
    taxonomies: 'category:categories tag:tags',
  },
];
