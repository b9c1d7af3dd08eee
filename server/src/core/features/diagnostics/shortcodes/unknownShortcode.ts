import { embeddedShortcode, internalShortcodes } from '../../../hugo/embeddedShortcodes.ts';
import { verdictFor } from '../../../hugo/version.ts';
import type { HugoRange } from '../../../hugo/version.ts';
import { changedIn } from '../../../hugo/versions.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { SiteSnapshot } from '../../../site/snapshot.ts';
import type { ShortcodeTag } from '../../../shortcodes/types.ts';
import { message } from '../../../text/message.ts';
import type { Message } from '../../../text/message.ts';
import { editDistance, nearestOf } from '../../../text/near.ts';
import type { DiagnosticRule, Fix, RuleFinding, Severity } from '../../finding.ts';
import { judged } from '../judged.ts';

export const unknownShortcode: DiagnosticRule = {
  code: 'unknown-shortcode',
  summary: 'Shortcode that does not exist',
  why: 'Hugo stops the build when a page calls a shortcode that neither the site, nor its themes, nor Hugo itself provide.',
  defaultSeverity: 'error',
  fix: 'Changes the name to the nearest one, in the closing tag too',
  examples: [
    { wrong: 'Ink.\n{{< figur src="a.png" >}}\n', right: 'Ink.\n{{< figure src="a.png" >}}\n' },
    { wrong: 'Ink.\n{{% bax %}}Ink.{{% /bax %}}\n', right: 'Ink.\n{{% box %}}Ink.{{% /box %}}\n' },
  ],
  *check(site, page, now) {
    if (site.progress.templates && site.shortcodesComplete) {
      yield* judged(site, page, now, unknownCalls(site, page));
    }
  },
};

function* unknownCalls(site: SiteSnapshot, page: PageDocument): Iterable<RuleFinding> {
  const { tags } = page.shortcodes;
  const verdicts = new Map<string, Verdict | undefined>();
  let nextOf: ReadonlyMap<ShortcodeTag, ShortcodeTag> | undefined;
  for (const tag of tags) {
    if (!tag.sound || tag.inline || tag.name === '' || (tag.kind !== 'open' && tag.kind !== 'selfClosing')) {
      continue;
    }
    if (!verdicts.has(tag.name)) {
      verdicts.set(tag.name, verdictOn(site, tag.name));
    }
    const verdict = verdicts.get(tag.name);
    if (verdict !== undefined) {
      nextOf ??= nextOfName(tags);
      const { severity, why, nearest } = verdict;
      yield { range: tag.nameRange, severity, message: why, fixes: fixesOf(nearest, tag, nextOf.get(tag)) };
    }
  }
}

/** From each tag to the tag of the same name that follows next. */
function nextOfName(tags: readonly ShortcodeTag[]): ReadonlyMap<ShortcodeTag, ShortcodeTag> {
  const last = new Map<string, ShortcodeTag>();
  const next = new Map<ShortcodeTag, ShortcodeTag>();
  for (const tag of tags) {
    const before = last.get(tag.name);
    if (before !== undefined) {
      next.set(before, tag);
    }
    last.set(tag.name, tag);
  }
  return next;
}

interface Verdict {
  readonly severity: Severity;
  readonly why: Message;
  /** The name that the writer may have meant. */
  readonly nearest: string | undefined;
}

/** Nothing when every Hugo of the site's range finds the shortcode. */
function verdictOn(site: SiteSnapshot, name: string): Verdict | undefined {
  const definition = site.shortcode(name);
  const onCase =
    definition === undefined || definition.name === name
      ? undefined
      : verdictOnCase(site.hugo, name, definition.name);
  const isOwn = definition !== undefined && definition.sources[0]?.origin !== 'embedded';
  return onCase ?? (isOwn ? undefined : verdictOnEmbedded(site, definition?.name ?? name));
}

function verdictOnEmbedded(site: SiteSnapshot, name: string): Verdict | undefined {
  const embedded = embeddedShortcode(name);
  if (embedded === undefined) {
    return internalShortcodes.has(name) ? undefined : unknown(site, name);
  }
  const { since, removed, instead } = embedded;
  const verdict = verdictFor(site.hugo, since, removed);
  if (verdict === 'all') {
    return undefined;
  }
  return {
    severity: verdict === 'some' ? 'warning' : 'error',
    why:
      removed === undefined
        ? message(
            'Hugo has the shortcode "{0}" since {1} only. Older releases stop the build here: use a newer one, or remove the call.',
            name,
            since ?? '',
          )
        : message(
            'Hugo {1} removed the shortcode "{0}", so newer releases stop the build here. Use "{2}" in its place.',
            name,
            removed,
            instead ?? '',
          ),
    nearest: instead,
  };
}

function verdictOnCase(hugo: HugoRange, name: string, nearest: string): Verdict | undefined {
  const verdict = verdictFor(hugo, changedIn.templateLayout);
  if (verdict === 'all') {
    return undefined;
  }
  return {
    severity: verdict === 'some' ? 'warning' : 'error',
    why: message(
      'Hugo before {2} finds no shortcode "{0}" and stops the build: the case of letters counts. Write "{1}".',
      name,
      nearest,
      changedIn.templateLayout,
    ),
    nearest,
  };
}

function unknown(site: SiteSnapshot, name: string): Verdict | undefined {
  const nearest = nearestName(site, name);
  if (nearest?.toLowerCase() === name.toLowerCase()) {
    return verdictOnCase(site.hugo, name, nearest);
  }
  return {
    severity: 'error',
    why:
      nearest === undefined
        ? message(
            'There is no shortcode "{0}" in this site, its themes or Hugo, so Hugo stops the build. Correct the name, or add a template for it.',
            name,
          )
        : message(
            'There is no shortcode "{0}" in this site, its themes or Hugo, so Hugo stops the build. Did you mean "{1}"?',
            name,
            nearest,
          ),
    nearest,
  };
}

/** The shortcode whose name is at most two letters away, and closer to `name` than to anything else. */
function nearestName(site: SiteSnapshot, name: string): string | undefined {
  const most = Math.max(Math.min(2, Math.ceil(name.length / 2) - 1), 0);
  const mostUsed = site
    .shortcodes()
    .toSorted((a, b) => site.shortcodeUse(b.name).calls - site.shortcodeUse(a.name).calls);
  return nearestOf(mostUsed, (definition) => editDistance(name, definition.name, most))?.item.name;
}

/** Renames the call together with the closing tag that follows it. */
function fixesOf(
  nearest: string | undefined,
  tag: ShortcodeTag,
  next: ShortcodeTag | undefined,
): readonly Fix[] {
  if (nearest === undefined) {
    return [];
  }
  const renamed = tag.kind === 'open' && next?.kind === 'close' ? [tag, next] : [tag];
  return [
    {
      title: message('Change it to "{0}"', nearest),
      edits: renamed.map(({ nameRange }) => ({ range: nameRange, newText: nearest })),
    },
  ];
}
