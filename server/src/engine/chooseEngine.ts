import {
  compareVersions,
  isInRange,
  type HugoRange,
  type HugoVersion,
  type InstalledHugo,
} from '../core/hugo/version.ts';
import { message, type Message } from '../core/text/message.ts';
import type { EngineKind } from './types.ts';

/** The release that the embedded engine is (package `@bookshop/hugo-engine` 3.20.0). */
export const embeddedHugo: HugoVersion = '0.147.6';

export interface EngineFacts {
  readonly asked: 'auto' | EngineKind;
  readonly trusted: boolean;
  /** The releases that may build the site. */
  readonly hugo: HugoRange;
  readonly installed: Pick<InstalledHugo, 'version' | 'extended'> | undefined;
  /** Templates of the site ask for Sass or bundling, which the embedded engine cannot do. */
  readonly needsTools: boolean;
}

export interface EngineChoice {
  readonly kind: EngineKind;
  /** One calm line where the choice is not what the writer or the site asks for. */
  readonly note: Message | undefined;
}

/**
 * Which engine shows the pages of a site. Without trust nothing of the site is run. The embedded engine is the default, since it needs nothing
 * and can do nothing but render; the installed Hugo is for sites that ask for more, and that it can build.
 */
export function chooseEngine({ asked, trusted, hugo, installed, needsTools }: EngineFacts): EngineChoice {
  if (!trusted) {
    return {
      kind: 'instant',
      note: message('This workspace is not trusted, so the page is shown without the site’s layouts.'),
    };
  }
  if (asked === 'instant') {
    return { kind: 'instant', note: undefined };
  }
  const fits = installed !== undefined && isInRange(installed.version, hugo);
  if (asked === 'native' && installed === undefined) {
    return {
      kind: 'embedded',
      note: message('No Hugo is installed here, so the page is shown with Hugo {0}.', embeddedHugo),
    };
  }
  const wantsMore = isTooOld(hugo) || needsTools;
  if (asked === 'native' || (asked === 'auto' && wantsMore && fits)) {
    return { kind: 'native', note: fits ? undefined : otherHugo(hugo, installed?.version) };
  }
  return { kind: 'embedded', note: isTooOld(hugo) ? otherHugo(hugo, embeddedHugo) : undefined };
}

/** What to ask for where the word of Hugo on a page counts: an engine that may build the site. `undefined` where there is none. */
export function chooseJudge({
  hugo,
  installed,
}: Pick<EngineFacts, 'hugo' | 'installed'>): 'auto' | 'native' | undefined {
  if (isInRange(embeddedHugo, hugo)) {
    return 'auto';
  }
  return installed !== undefined && isInRange(installed.version, hugo) ? 'native' : undefined;
}

/** The site asks for a release that came after the embedded one. */
function isTooOld({ min }: HugoRange): boolean {
  return min !== undefined && compareVersions(min, embeddedHugo) > 0;
}

function otherHugo({ min, max }: HugoRange, version = ''): Message {
  return min === max
    ? message('This site is built with Hugo {0}; here Hugo {1} shows it.', min ?? '', version)
    : message('This site asks for Hugo {0} or newer; here Hugo {1} shows it.', min ?? '', version);
}
