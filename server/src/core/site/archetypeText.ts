// What `hugo new content` writes: the text of an archetype, run for the file that is to be made (Hugo: hugolib/content_factory.go).
import { mapAt, mergeMaps, textAt } from '../config/value.ts';
import type { ConfigMap, ConfigValue, SiteConfig } from '../config/types.ts';
import { evaluateTemplate, type EvaluationSite } from '../templates/evaluate/evaluate.ts';
import { formatTime, parseTime, type GoTime } from '../templates/evaluate/goTime.ts';
import {
  textOf,
  toMap,
  unknown,
  type GoRecord,
  type GoValue,
  type Method,
} from '../templates/evaluate/values.ts';
import type { TitleStyle } from '../templates/evaluate/words.ts';
import { flagAt } from '../config/value.ts';
import type { ContentFile } from './contentFile.ts';

/** The text of a new file; or why it is not known, and the action of the archetype at which it ended. */
export type ArchetypeText =
  { readonly text: string } | { readonly failure: 'wrong' | 'unknown'; readonly action: string };

/**
 * Runs an archetype. `kind` is what it was looked for by, empty at the top of the content; `now` the writer's time as in RFC 3339. Takes any text, never
 * fails; what needs Hugo itself, such as a partial or the pages of the site, is `unknown`.
 */
export function archetypeText(
  source: string,
  file: ContentFile,
  kind: string,
  config: SiteConfig,
  now: string,
): ArchetypeText {
  const site = siteOf(config, file.language, parseTime(now));
  const masked = maskShortcodes(source);
  const result = evaluateTemplate(masked, dotOf(file, archetypeFacts(kind, now), site), site);
  return 'text' in result
    ? { text: unmaskShortcodes(result.text) }
    : {
        failure: result.failure,
        action: unmaskShortcodes(masked.slice(result.range.start, result.range.end)),
      };
}

/** What an archetype is told besides the file and the site. */
export interface ArchetypeFacts {
  readonly type: string;
  readonly date: string;
}

/** `kind` and `now` as for `archetypeText`. */
export function archetypeFacts(kind: string, now: string): ArchetypeFacts {
  return {
    type: kind === '' ? 'page' : kind,
    date: formatTime(parseTime(now), '2006-01-02T15:04:05Z07:00'),
  };
}

/** Hugo hides calls of shortcodes from its templates. */
export function maskShortcodes(source: string): string {
  return replaceEach(source, shortcodeMarks);
}

/** The text that `maskShortcodes` was given. */
export function unmaskShortcodes(text: string): string {
  return replaceEach(text, maskedMarks);
}

const shortcodeMarks = new Map([
  ['{{<', '{x{<'],
  ['{{%', '{x{%'],
  ['>}}', '>}x}'],
  ['%}}', '%}x}'],
]);
const maskedMarks = new Map([...shortcodeMarks].map(([mark, masked]) => [masked, mark]));

function replaceEach(text: string, by: ReadonlyMap<string, string>): string {
  let changed = text;
  for (const [from, to] of by) {
    changed = changed.replaceAll(from, to);
  }
  return changed;
}

function siteOf(config: SiteConfig, language: string, now: GoTime): EvaluationSite {
  const { raw } = config;
  const style = textAt(raw, 'titleCaseStyle')?.toLowerCase() ?? '';
  const own = mapAt(raw, 'languages', language);
  const params = mergeMaps(mapAt(raw, 'params'), mapAt(own, 'params'));
  const baseUrl = textAt(own, 'baseURL') ?? config.baseUrl ?? '';
  return {
    now,
    language,
    titleStyle: isTitleStyle(style) ? style : 'ap',
    pathStyle: {
      keepsCase: flagAt(raw, 'disablePathToLower'),
      removesAccents: flagAt(raw, 'removePathAccents'),
    },
    site: record(
      {
        Title: textAt(own, 'title') ?? config.title ?? '',
        Params: toGoMap(params),
        Param: ([key]) => valueIn(params, textOf(key)),
        BaseURL: baseUrl.endsWith('/') ? baseUrl : unknown,
        Language: record({ Lang: language }, true),
      },
      true,
    ),
  };
}

function isTitleStyle(style: string): style is TitleStyle {
  return ['ap', 'chicago', 'go', 'firstupper', 'none'].includes(style);
}

function dotOf(
  file: ContentFile,
  { type, date }: ArchetypeFacts,
  { site, language }: EvaluationSite,
): GoRecord {
  const { path, section, bundle, baseName } = file;
  const folders = path.split('/').slice(0, -1);
  const logicalName = path.split('/').at(-1) ?? '';
  const dot = logicalName.lastIndexOf('.');
  const ofFile = {
    ContentBaseName: bundle === 'none' ? baseName : (folders.at(-1) ?? unknown),
    TranslationBaseName: baseName,
    BaseFileName: logicalName.slice(0, dot),
    LogicalName: logicalName,
    Dir: `${folders.join('/')}/`,
    Path: path,
    Ext: logicalName.slice(dot + 1),
    Section: folders[0] ?? '',
    ...Object.fromEntries(ofDiskAndRelease.map((name) => [name, unknown])),
  };
  const page = {
    Kind: bundle === 'branch' ? unknown : 'page',
    File: record(ofFile),
    Section: section,
    Type: type,
    Lang: language,
    Site: site,
  };
  const own = { Type: type, Date: date, Name: ofFile.ContentBaseName, Site: site, Page: record(page, true) };
  return record({ ...ofFile, ...own, File: record(ofFile) });
}

/** Where the file stands on the disk, and what not every release of Hugo has. */
const ofDiskAndRelease = [
  'Lang',
  'UniqueID',
  'Filename',
  'FileInfo',
  'Extension',
  'IsContentAdapter',
  'IsZero',
];

function record(fields: Readonly<Record<string, GoValue | Method>>, isOpen = false): GoRecord {
  return { kind: 'record', fields: new Map(Object.entries(fields)), isOpen };
}

function toGoMap(map: ConfigMap): GoValue {
  return toMap(
    [...map].map(([key, value]) => [key, toGoValue(value)] as const),
    true,
  );
}

/** A date or a broken number of the configuration has no short way to a text. */
function toGoValue(value: ConfigValue): GoValue {
  if (value instanceof Map) {
    return toGoMap(value as ConfigMap);
  }
  if (Array.isArray(value)) {
    return (value as readonly ConfigValue[]).map(toGoValue);
  }
  if (value instanceof Date || (typeof value === 'number' && !Number.isSafeInteger(value))) {
    return record({}, true);
  }
  return value === null ? undefined : (value as string | number | boolean);
}

function valueIn(params: ConfigMap, key: string): GoValue {
  const [, value] = [...params].find(([name]) => name.toLowerCase() === key.toLowerCase()) ?? [];
  return value === undefined ? unknown() : toGoValue(value);
}
