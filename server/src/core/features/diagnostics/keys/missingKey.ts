import { addKey } from '../../../frontMatter/edit.ts';
import { scopesFor, templateKeys, type TemplateRead } from '../../../schema/templateKeys.ts';
import { keySchema } from '../../../schema/keySchema.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { toKeyId } from '../../../site/pageRecord.ts';
import type { SiteSnapshot, SiteTemplate } from '../../../site/snapshot.ts';
import { message, type Message } from '../../../text/message.ts';
import type { DiagnosticRule, Fix, RuleFinding } from '../../finding.ts';
import { severityOfRefusal } from './certainTemplates.ts';
import { pageKeys, type PageEntry, type PageKeys } from './pageKeys.ts';

export const missingKey: DiagnosticRule = {
  code: 'missing-key',
  summary: 'Key that the page needs',
  why: 'A template stops the build where the key is not given, or the team’s file asks for it.',
  defaultSeverity: 'warning',
  fix: 'Adds the key, with the value of the archetype or a known one',
  examples: [
    {
      wrong: '---\ntitle: Ink\n---\n',
      right: '---\ntitle: Ink\nlevel: expert\n---\n',
      site: `-- layouts/_default/single.html --
{{ if not .Params.level }}{{ errorf "level" }}{{ end }}
-- archetypes/default.md --
---
level: beginner
---
`,
    },
    {
      wrong: '---\ntitle: Ink\n---\n',
      right: '---\ntitle: Ink\nlanguage: En\n---\n',
      site: '-- .hugo-scribe.yaml --\nkeys:\n  language:\n    required: true\n    values: [En, Se]\n',
    },
  ],
  *check(site, page, now) {
    if (page.fence === undefined || !site.progress.templates) {
      return;
    }
    const keys = pageKeys(site, page);
    const isGiven = (id: string): boolean => keys.entries.some((own) => own.id === id && says(own));
    for (const { oneOf, say, template } of demands(site, keys)) {
      if (oneOf.some((name) => isGiven(name.toLowerCase()))) {
        continue;
      }
      const severity =
        template === undefined
          ? 'warning'
          : severityOfRefusal(site, page, keys.asked, template.source.path, now);
      if (severity !== undefined) {
        yield { ...findingOn(site, page, keys, oneOf, say), severity };
      }
    }
  },
};

function says({ entry: { shape }, scalars }: PageEntry): boolean {
  return shape === 'list' || shape === 'map' || scalars.length > 0;
}

interface Demand {
  /** Dotted names, of which one has to be given. */
  readonly oneOf: readonly string[];
  readonly say: (names: string) => Message;
  /** That stops the build. */
  readonly template?: SiteTemplate;
}

function* demands(site: SiteSnapshot, { asked }: PageKeys): Iterable<Demand> {
  for (const { name, isRequired, sections } of site.team?.keys ?? []) {
    const holds = sections.length === 0 || sections.includes(asked.section);
    if (isRequired && holds && !name.includes('[]')) {
      yield { oneOf: [name], say: (names) => message('The team’s file asks for "{0}" on this page.', names) };
    }
  }
  const required = requiredReads(site);
  const scopeOf = required.length === 0 ? undefined : scopesFor(site, asked);
  const seen = new Set<string>();
  for (const read of required) {
    const oneOf = read.reading.required?.oneOf.map(String) ?? [];
    const id = oneOf.join('\n').toLowerCase();
    if (scopeOf?.(read) === 'page' && !seen.has(id)) {
      seen.add(id);
      const { template } = read;
      yield {
        oneOf,
        template,
        say: (names) =>
          message('This page needs "{0}": without it, "{1}" stops the build.', names, template.source.path),
      };
    }
  }
}

const required = new WeakMap<readonly SiteTemplate[], readonly TemplateRead[]>();

/** What templates prove that they cannot do without, at the top or below maps. */
function requiredReads(site: SiteSnapshot): readonly TemplateRead[] {
  const templates = site.templates();
  const found =
    required.get(templates) ??
    templates.flatMap((template) =>
      (template.reading?.keys ?? [])
        .filter((reading) => reading.required?.level === 'proven' && !reading.path.includes('[]'))
        .map((reading) => ({ reading, template })),
    );
  required.set(templates, found);
  return found;
}

function findingOn(
  site: SiteSnapshot,
  page: PageDocument,
  keys: PageKeys,
  oneOf: readonly string[],
  say: Demand['say'],
): RuleFinding {
  const empty = keys.entries.find(({ id }) => oneOf.some((name) => name.toLowerCase() === id));
  const [name = ''] = oneOf;
  return {
    range: empty?.entry.keyRange ?? page.fence?.opener ?? { start: 0, end: 0 },
    message: say(oneOf.join(', ')),
    fixes: empty === undefined ? adding(site, page, keys, name) : [],
  };
}

function adding(site: SiteSnapshot, page: PageDocument, { asked }: PageKeys, name: string): readonly Fix[] {
  const path = name.split('.');
  const schema = keySchema(site, asked, path);
  const spelled = [
    ...path.slice(0, -1),
    templateKeys(site).key(toKeyId(path))?.spelling ?? path.at(-1) ?? '',
  ];
  const value = schema?.archetype?.value ?? schema?.values[0]?.value ?? '';
  const edits = page.fence === undefined ? [] : addKey(page.text, page.fence, spelled, value);
  return edits.length === 0 ? [] : [{ title: message('Add the key "{0}"', name), edits }];
}
