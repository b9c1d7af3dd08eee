// What is generated from the list of rules: their settings in the manifest, the English texts of these, the pages of the manual, and the codes in
// the schema of a team's file.
// `npm run manual` writes them; a test says when they are stale.
import type { RuleGroup } from '../core/features/diagnostics/index.ts';
import { toSettingName, type DiagnosticRule, type RuleExample } from '../core/features/finding.ts';

/** The files of the repository that the manual needs, by path. */
export interface ManualSources {
  readonly manifest: string;
  readonly english: string;
  /** Of the team's file, for editors. */
  readonly schema: string;
}

const prefix = 'configuration.diagnostics.';
const severities = ['default', 'error', 'warning', 'information', 'hint', 'off'];

export const schemaPath = 'media/hugo-scribe.schema.json';

/** Every generated file by its path from the top of the repository, with its whole text. */
export function toManual(
  groups: readonly RuleGroup[],
  { manifest, english, schema }: ManualSources,
): Map<string, string> {
  const rules = groups.flatMap((group) => group.rules);
  return new Map([
    ['package.json', withSettings(manifest, groups)],
    ['package.nls.json', withTexts(english, rules)],
    [schemaPath, withCodes(schema, rules)],
    ['manual/README.md', toIndex(groups)],
    ...rules.map((rule): [string, string] => [`manual/${rule.code}.md`, toPage(rule)]),
  ]);
}

/** The keys of settings that a translation of the manifest lacks, and those that no rule has. */
export function findStaleTexts(
  rules: readonly DiagnosticRule[],
  translation: string,
): { readonly missing: string[]; readonly unused: string[] } {
  const needed = rules.map(({ code }) => prefix + toSettingName(code));
  const there = Object.keys(toRecord(translation)).filter((key) => key.startsWith(prefix));
  return {
    missing: needed.filter((key) => !there.includes(key)),
    unused: there.filter((key) => !needed.includes(key)),
  };
}

/** What a setting says of its rule. */
function describe({ summary, why }: DiagnosticRule): string {
  return `${summary}. ${why}`;
}

interface SettingsSection {
  readonly title: string;
  readonly order?: number;
  readonly properties: Readonly<Record<string, unknown>>;
}

interface Manifest {
  readonly contributes: { configuration: readonly SettingsSection[] };
}

const sectionPrefix = '%configuration.rules.';

/** A section for each group, behind those that people write; they are shown in the order of the file. */
function withSettings(text: string, groups: readonly RuleGroup[]): string {
  const manifest = JSON.parse(text) as Manifest;
  const others = manifest.contributes.configuration.filter(({ title }) => !title.startsWith(sectionPrefix));
  const own = groups.map(({ name, rules }) => ({
    title: `${sectionPrefix}${name}%`,
    properties: Object.fromEntries(rules.map(toSetting)),
  }));
  manifest.contributes.configuration = [...others, ...own].map(
    ({ title, properties }, index): SettingsSection => ({ title, order: index + 1, properties }),
  );
  return toJson(manifest);
}

function toSetting({ code }: DiagnosticRule, index: number): [string, unknown] {
  const name = toSettingName(code);
  const setting = {
    type: 'string',
    scope: 'resource',
    order: index + 1,
    enum: severities,
    default: 'default',
    markdownDescription: `%${prefix}${name}%`,
    enumDescriptions: severities.map((severity) => `%configuration.severity.${severity}%`),
  };
  return [`hugoScribe.diagnostics.${name}`, setting];
}

/** The texts of the rules stand together, where the first of them stood. */
function withTexts(text: string, rules: readonly DiagnosticRule[]): string {
  const entries = Object.entries(toRecord(text));
  const first = entries.findIndex(([key]) => key.startsWith(prefix));
  const others = entries.filter(([key]) => !key.startsWith(prefix));
  const own = rules.map((rule): [string, string] => [prefix + toSettingName(rule.code), describe(rule)]);
  return toJson(Object.fromEntries(others.toSpliced(first < 0 ? others.length : first, 0, ...own)));
}

/** The codes that a team may ignore are the one list of values in the schema. */
function withCodes(text: string, rules: readonly DiagnosticRule[]): string {
  const codes = rules.map(({ code }) => `        ${JSON.stringify(code)}`);
  return text.replace(/"enum": \[[^\]]*\]/, () => `"enum": [\n${codes.join(',\n')}\n      ]`);
}

function toRecord(text: string): Record<string, string> {
  return JSON.parse(text) as Record<string, string>;
}

function toJson(value: unknown): string {
  return `${JSON.stringify(value, null, 2)}\n`;
}

const notice = '<!-- Written by `npm run manual` from the list of rules. Change the rule, not this page. -->';

function toIndex(groups: readonly RuleGroup[]): string {
  return joinBlocks([
    notice,
    '# What Hugo Scribe finds',
    'An error is what Hugo fails on, whatever release of it the site is built with. Where only some releases fail, the finding is a warning that names them. ' +
      'What Hugo builds and the writer does not want is a warning or less.',
    ...groups.flatMap(({ title, rules }) => [`## ${title}`, toTable(rules)]),
    '## Choosing severities',
    `Each rule has a setting \`${settingOf('some-rule')}\` with one of the values ${severities.map((severity) => `\`${severity}\``).join(', ')}. ` +
      'With `default` a finding is as severe as the case deserves.',
    '## Leaving a finding out',
    toSuppression('duplicate-key'),
  ]);
}

function toTable(rules: readonly DiagnosticRule[]): string {
  const rows = rules.map(
    ({ code, summary, defaultSeverity, fix }) =>
      `| [${code}](${code}.md) | ${toCell(summary)} | ${defaultSeverity} | ${fix === undefined ? '' : 'yes'} |`,
  );
  return `| Rule | What it finds | Severity | Fix |\n|---|---|---|---|\n${rows.join('\n')}`;
}

function toPage(rule: DiagnosticRule): string {
  const { code, summary, why, defaultSeverity, fix, examples } = rule;
  return joinBlocks([
    notice,
    `# ${code}`,
    `**${summary}.** ${why}`,
    `| Severity | Setting |\n|---|---|\n| ${defaultSeverity} | \`${settingOf(code)}\` |`,
    ...(defaultSeverity === 'off' ? ['The rule is off until the setting gives it a severity.'] : []),
    ...examples.flatMap((example, index) => toExample(example, examples.length === 1 ? '' : ` ${index + 1}`)),
    '## Fix',
    fix === undefined ? 'No single answer is right here, so there is no fix.' : `${fix}.`,
    '## Leaving it out',
    toSuppression(code),
    '[All rules](README.md)',
  ]);
}

function toExample({ wrong, right, site, path }: RuleExample, number: string): string[] {
  const language = languageOf(path ?? 'p.md');
  const where = path === undefined ? '' : ` (\`${path}\`)`;
  return [
    `## Wrong${number}${where}`,
    toFenced(wrong, language),
    `## Right${number}`,
    toFenced(right, language),
    ...(site === undefined ? [] : ['In a site with these files:', toFenced(site.trim(), 'text')]),
  ];
}

function languageOf(path: string): string {
  return /\.html?$/.test(path) ? 'html' : 'markdown';
}

function settingOf(code: string): string {
  return `hugoScribe.diagnostics.${toSettingName(code)}`;
}

function toSuppression(code: string): string {
  return [
    '- For one line of YAML or TOML front matter: the comment `# hugo-scribe-ignore ' +
      code +
      '` at its end, or on the line before.',
    '- For a whole page: `# hugo-scribe-ignore-file ' + code + '` in its front matter.',
    '- In the body, where the site lets HTML through (`markup.goldmark.renderer.unsafe`) or is built with Hugo 0.143 or newer: `<!-- hugo-scribe-ignore ' +
      code +
      ' -->` on the line before.',
    '- For the whole site: `ignore: [' + code + ']` in `.hugo-scribe.yaml`.',
  ].join('\n');
}

const longestExample = 300;

/** A code block that nothing in the text can close. */
function toFenced(text: string, language: string): string {
  const shown = toVisible(text.length > longestExample * 4 ? `${text.slice(0, longestExample)}…` : text);
  const longest = Math.max(2, ...Array.from(shown.matchAll(/`+/g), ([run]) => run.length));
  const fence = '`'.repeat(longest + 1);
  return `${fence}${language}\n${shown}${shown.endsWith('\n') ? '' : '\n'}${fence}`;
}

/** Characters that nobody would see, by their numbers. */
function toVisible(text: string): string {
  return text.replace(/[\p{Cf}\p{Cs}\p{Co}\u00a0\u2028\u2029]|(?![\n\t])\p{Cc}/gu, (character) => {
    const code = (character.codePointAt(0) ?? 0).toString(16).toUpperCase().padStart(4, '0');
    return `⟨U+${code}⟩`;
  });
}

function toCell(text: string): string {
  return text.replaceAll('|', '\\|');
}

function joinBlocks(blocks: readonly string[]): string {
  return `${blocks.join('\n\n')}\n`;
}
