import type { HugoRange, HugoRangeSource } from '../core/hugo/version.ts';
import type { SiteSnapshot } from '../core/site/snapshot.ts';
import { formatMessage, message, type Message, type Translate } from '../core/text/message.ts';
import type { SiteStatus } from '../protocol.ts';

/** One site as the editor's status item shows it. */
export function toSiteStatus(site: SiteSnapshot, translate: Translate): SiteStatus {
  const say = (text: Message | undefined): string =>
    text === undefined ? '' : formatMessage(text, translate);
  const { progress, missingModules } = site;
  return {
    root: site.root,
    title: site.config.title ?? site.root.slice(site.root.lastIndexOf('/') + 1),
    hugo: say(describeHugo(site.hugo)),
    hugoSource: say(describeSource(site.hugo)),
    state: progress.templates && progress.content ? 'ready' : 'reading',
    pagesRead: progress.pagesRead,
    pagesTotal: progress.pagesTotal,
    shortcodes: site.shortcodes().length,
    missingModules,
    note: say(describeTrouble(site)),
  };
}

/** The range of Hugo versions in words: `0.147.6`, `0.112.0 or newer`; absent when nothing is known. */
function describeHugo({ min, max }: HugoRange): Message | undefined {
  if (min !== undefined && max !== undefined) {
    return min === max ? message('{0}', min) : message('{0} to {1}', min, max);
  }
  if (min !== undefined) {
    return message('{0} or newer', min);
  }
  return max === undefined ? undefined : message('{0} or older', max);
}

const sources: { readonly [source in HugoRangeSource]: Message | undefined } = {
  setting: message('your setting'),
  netlify: undefined,
  workflow: undefined,
  packageJson: undefined,
  toolVersions: undefined,
  installed: message('the installed Hugo'),
  module: undefined,
  unknown: undefined,
};

function describeSource({ source, file }: HugoRange): Message | undefined {
  return sources[source] ?? (file === undefined ? undefined : message('{0}', file));
}

function describeTrouble({ config, missingModules }: SiteSnapshot): Message | undefined {
  const [broken] = config.problems;
  if (broken !== undefined) {
    return message('{0} cannot be read: {1}', broken.file, formatMessage(broken.problem.message));
  }
  if (missingModules.length > 0) {
    return message(
      'Not on disk: {0}. Shortcodes that come from there are not checked.',
      missingModules.join(', '),
    );
  }
  return undefined;
}
