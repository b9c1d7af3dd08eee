// Whether a call has lines of its own or stands in a line of text: as pages write it, else by what it prints.
import { embeddedShortcode } from '../hugo/embeddedShortcodes.ts';
import type { ShortcodeDefinition, SiteSnapshot } from '../site/snapshot.ts';
import type { AskedPage } from './askedPage.ts';
import { nearPages } from './nearPages.ts';

/** Such a share of the calls, those on pages like the asked one counting more, have their lines for themselves. */
const nearlyAll = 0.8;

/** A call of the shortcode is a block of the page, which would tear a sentence apart. */
export function standsAlone(site: SiteSnapshot, asked: AskedPage, definition: ShortcodeDefinition): boolean {
  let [alone, all] = [0, 0];
  for (const { page, weight } of nearPages(site, asked, ({ calls }) => calls)) {
    page.calls.forEach((name, at) => {
      const share = site.shortcode(name)?.name === definition.name ? weight : 0;
      all += share;
      alone += page.callDetails?.[at]?.isAlone === true ? share : 0;
    });
  }
  return all > 0 ? alone >= nearlyAll * all : printsBlock(definition);
}

function printsBlock({ name, sources, signature }: ShortcodeDefinition): boolean {
  return sources[0]?.origin === 'embedded'
    ? embeddedShortcode(name)?.isInline !== true
    : signature?.isBlock === true;
}
