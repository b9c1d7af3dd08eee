import type { SiteConfig } from '../../../config/types.ts';
import { mapAt, textAt } from '../../../config/value.ts';
import { outputFormats } from '../../../hugo/valueDemands.ts';
import { verdictFor } from '../../../hugo/version.ts';
import { changedIn } from '../../../hugo/versions.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import { logicalPath } from '../../../site/pagePath.ts';
import type { PageRecord, SiteSnapshot } from '../../../site/snapshot.ts';
import type { Argument, ShortcodeTag } from '../../../shortcodes/types.ts';
import { message, type Message } from '../../../text/message.ts';
import { textOf } from '../../../text/range.ts';
import type { DiagnosticRule, Fix, RuleFinding } from '../../finding.ts';
import { judgedAtRender, recordAnywhere } from '../judged.ts';
import { shownValues } from '../shownValues.ts';
import { provenCalls } from './calls.ts';
import { mayBeMade, misses } from '../../../references/ref/closedWorld.ts';
import { ContentPages, type LeftOut } from '../../../references/ref/contentPages.ts';
import { findBefore, findSince, type Found } from '../../../references/ref/findReference.ts';
import { nearestPages } from '../../../references/ref/nearestPages.ts';
import { referenceIn, type Reference } from '../../../references/ref/reference.ts';

export const unresolvedReference: DiagnosticRule = {
  code: 'unresolved-reference',
  summary: 'Reference to a page that does not exist',
  why: 'Hugo stops the build at a ref or relref whose page it does not find: no page has that path, several have that name, or the page is a draft, scheduled or expired.',
  defaultSeverity: 'error',
  fix: 'Changes the path to the nearest page',
  examples: [
    {
      wrong: 'Ink.\n[Paper]({{< ref "papr.md" >}})\n',
      right: 'Ink.\n[Paper]({{< ref "paper.md" >}})\n',
      site: '-- content/p.md --\n-- content/paper.md --\nPaper.\n',
    },
    {
      wrong: 'Ink.\n[Paper]({{< relref "/blog/paper" >}})\n',
      right: 'Ink.\n[Paper]({{< relref "/docs/paper" >}})\n',
      site: '-- content/p.md --\n-- content/docs/paper.md --\nPaper.\n',
    },
  ],
  *check(site, page, now) {
    if (site.progress.content && site.progress.files && !misses(site)) {
      yield* judgedAtRender(site, page, now, unresolved(site, page, now));
    }
  },
};

/** One reference, with all that its answer depends on. */
interface Asked extends Reference {
  readonly site: SiteSnapshot;
  readonly text: string;
  readonly from: PageRecord;
  readonly path: string;
  readonly targetLanguage: string;
  readonly now: string;
}

/** So many different references of one page are looked up. */
const mostLookedUp = 1000;

function* unresolved(site: SiteSnapshot, page: PageDocument, now: string): Iterable<RuleFinding> {
  const from = recordAnywhere(site, page);
  const severity = isLenient(site) ? 'warning' : undefined;
  const resolved = new Set<string>();
  for (const { tag, schema } of provenCalls(site, page)) {
    const name = schema.embedded?.name;
    if (name !== 'ref' && name !== 'relref') {
      continue;
    }
    if (resolved.size >= mostLookedUp) {
      yield beyond(tag);
      return;
    }
    const said = tag.args.map((argument) => `${argument.name ?? ''}=${argument.value}`).join('\n');
    const reference = resolved.has(said) ? undefined : referenceIn(tag, page.text);
    const finding = tooMany(tag) ?? (reference && toFinding(site, page, from, reference, now));
    if (finding === undefined) {
      resolved.add(said);
    } else {
      yield severity === undefined ? finding : { severity, ...finding };
    }
  }
}

function beyond({ range }: ShortcodeTag): RuleFinding {
  return {
    range,
    severity: 'information',
    message: message(
      'Only the first {0} references of a page are looked up, and this is beyond them.',
      mostLookedUp,
    ),
  };
}

/** Hugo takes two at most, and counts them before it looks. */
function tooMany({ args }: ShortcodeTag): RuleFinding | undefined {
  const third = args[0]?.name === undefined ? args[2] : undefined;
  return (
    third && {
      range: third.range,
      message: message(
        'This takes a path and an output format and nothing else. Hugo stops the build at a third argument.',
      ),
    }
  );
}

/** `refLinksErrorLevel = "warning"` builds all the same, with a link to nowhere. */
function isLenient({ config }: SiteSnapshot): boolean {
  return textAt(config.raw, 'refLinksErrorLevel')?.toLowerCase() === 'warning';
}

function toFinding(
  site: SiteSnapshot,
  { text }: PageDocument,
  from: PageRecord,
  reference: Reference,
  now: string,
): RuleFinding | undefined {
  const { argument, path, language, outputFormat } = reference;
  if (outputFormat !== undefined && !isFormat(site.config, outputFormat.value)) {
    return {
      range: outputFormat.contentRange,
      message: message(
        'The site has no output format "{0}", so Hugo stops the build. Leave it out to link to the page in HTML.',
        outputFormat.value,
      ),
    };
  }
  if (path === undefined) {
    return {
      range: argument.contentRange,
      message: message(
        'Hugo cannot read this address and stops the build. In a path a colon stands only behind a slash, and a percent sign is written %25.',
      ),
    };
  }
  const targetLanguage = language === undefined || language.value === '' ? from.language : language.value;
  if (!site.config.languages.some(({ code, disabled }) => code === targetLanguage && !disabled)) {
    return language && unknownLanguage(site, language);
  }
  return path === ''
    ? undefined
    : toUnresolved({ ...reference, site, text, from, path, targetLanguage, now });
}

/** Hugo's own and the site's. */
function isFormat({ raw }: SiteConfig, name: string): boolean {
  const known = [...outputFormats, ...mapAt(raw, 'outputFormats').keys()];
  return name === '' || known.some((each) => each.toLowerCase() === name.toLowerCase());
}

function unknownLanguage({ config }: SiteSnapshot, { contentRange, value }: Argument): RuleFinding {
  const codes = config.languages.filter(({ disabled }) => !disabled).map(({ code }) => code);
  return {
    range: contentRange,
    message: message(
      'The site has no language "{0}", so Hugo stops the build. Its languages are: {1}.',
      value,
      shownValues(codes),
    ),
    fixes: codes.map((code) => ({
      title: message('Change it to "{0}"', code),
      edits: [{ range: contentRange, newText: code }],
    })),
  };
}

function toUnresolved(asked: Asked): RuleFinding | undefined {
  const { site, from, path, targetLanguage, now } = asked;
  const pages = new ContentPages(site, from, targetLanguage, now);
  const languages = site.config.languages.map(({ code }) => code);
  const asker = { page: from, pages, languages };
  const since = verdictFor(site.hugo, changedIn.contentModel);
  const found: readonly Found[] = [
    ...(since === 'none' ? [] : [findSince(path, asker)]),
    ...(since === 'all' ? [] : [findBefore(path, asker)]),
  ];
  const [newest = 'page', oldest = newest] = found;
  if (newest === 'page' && oldest === 'page') {
    return undefined;
  }
  if (mayBeMade(site, from, path)) {
    return undefined;
  }
  if (newest !== 'page' && oldest !== 'page') {
    return newest === 'several' ? ambiguous(asked) : missing(asked, pages.leftOut);
  }
  return inSomeReleases(asked, newest === 'page');
}

function ambiguous(asked: Asked): RuleFinding {
  const candidates = nearestPages(asked.site, asked.from, asked.path, asked.targetLanguage);
  const [first, second] = candidates;
  return {
    range: asked.pathRange,
    message: message(
      'Several pages are named "{0}" ({1}, {2}), so Hugo stops the build. Write the path of the one that you mean.',
      asked.path,
      first?.path ?? '',
      second?.path ?? '',
    ),
    fixes: candidates.map((page) => changeTo(asked, logicalPath(page))),
  };
}

function missing(asked: Asked, leftOut: LeftOut | undefined): RuleFinding {
  if (leftOut !== undefined) {
    return { range: asked.pathRange, message: notBuilt(leftOut), fixes: [] };
  }
  const { site, from, path, targetLanguage } = asked;
  const near = nearestPages(site, from, path, targetLanguage);
  const [nearest] = near;
  if (nearest !== undefined) {
    return {
      range: asked.pathRange,
      message: message(
        'Hugo finds no page "{0}" and stops the build. Did you mean "{1}"?',
        path,
        written(asked, logicalPath(nearest)),
      ),
      fixes: near.map((page) => changeTo(asked, logicalPath(page))),
    };
  }
  return { range: asked.pathRange, message: nowhere(asked), fixes: [] };
}

function nowhere({ site, from, path, targetLanguage, now }: Asked): Message {
  const languages = site.config.languages.map(({ code }) => code);
  const other = languages
    .filter((code) => code !== targetLanguage)
    .find((code) => {
      const asker = { page: from, pages: new ContentPages(site, from, code, now), languages };
      return findSince(path, asker) === 'page';
    });
  return other === undefined
    ? message(
        'Hugo finds no page "{0}" and stops the build. Correct the path: it counts from this page or from the content folder.',
        path,
      )
    : message(
        'Hugo finds the page "{0}" in the language "{1}" only and stops the build. Translate it, or write: path="{0}" lang="{1}".',
        path,
        other,
      );
}

function notBuilt({ page, state }: LeftOut): Message {
  switch (state) {
    case 'draft':
      return message(
        'The page "{0}" is a draft: Hugo leaves it out, finds nothing here and stops the build. Publish it first, or link to another page.',
        page.path,
      );
    case 'expired':
      return message(
        'The page "{0}" has expired: Hugo leaves it out, finds nothing here and stops the build. Link to another page.',
        page.path,
      );
    default:
      return message(
        'The page "{0}" has a date in the future: until then Hugo leaves it out, finds nothing here and stops the build.',
        page.path,
      );
  }
}

/** Old and new releases look differently; what both find is the path from the content folder. */
function inSomeReleases(asked: Asked, newFinds: boolean): RuleFinding {
  const { site, from, path, targetLanguage, now } = asked;
  const trimmed = path.replace(/\/+$/, '');
  const pages = new ContentPages(site, from, targetLanguage, now);
  const isSlash = trimmed !== path && findBefore(trimmed, { page: from, pages, languages: [] }) === 'page';
  const [meant] = isSlash ? [] : nearestPages(site, from, path, targetLanguage);
  return {
    range: asked.pathRange,
    severity: 'warning',
    message: newFinds
      ? message('Hugo before {1} finds no page "{0}" and stops the build.', path, changedIn.contentModel)
      : message('Hugo {1} and newer find no page "{0}" and stop the build.', path, changedIn.contentModel),
    fixes: isSlash
      ? [
          {
            title: message('Remove the / at the end'),
            edits: [
              { range: asked.pathRange, newText: textOf(asked.text, asked.pathRange).replace(/\/+$/, '') },
            ],
            isSure: true,
          },
        ]
      : meant === undefined
        ? []
        : [changeTo(asked, logicalPath(meant))],
  };
}

function changeTo(asked: Asked, target: string): Fix {
  const path = written(asked, target);
  return {
    title: message('Change it to "{0}"', path),
    edits: [{ range: asked.pathRange, newText: path }],
  };
}

/** The path of a page as the reference writes paths: with an extension, and without the folder that both are in. */
function written({ path, from }: Asked, target: string): string {
  const extension = /\.[a-z]+$/i.exec(path)?.[0] ?? '';
  const folder = `/${from.path.slice(0, from.path.lastIndexOf('/') + 1)}`;
  const isNear = from.bundle !== 'leaf' && !path.startsWith('/') && target.startsWith(folder);
  const short = isNear
    ? target.slice(folder.length)
    : path.includes('/') && !path.startsWith('/')
      ? target.slice(1)
      : target;
  return `${short}${extension}`;
}
