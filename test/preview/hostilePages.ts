// Hostile pages as the server sends them: each payload in the content and in the front matter of a page, rendered and finished.
import type { SiteSnapshot } from '../../server/src/core/site/snapshot.ts';
import { createInstantEngine } from '../../server/src/engine/instant/instantEngine.ts';
import { finishPage } from '../../server/src/engine/page/finish.ts';
import { payloadsWith } from '../engine/page/payloads.ts';
import { siteOf } from '../support/site.ts';

export interface HostilePage {
  readonly family: string;
  readonly name: string;
  /** As it is written. */
  readonly raw: string;
  /** As the panel gets it, without and with the scripts of the site. */
  readonly safe: string;
}

const site: SiteSnapshot = siteOf(`
-- hugo.toml --
[markup.goldmark.renderer]
unsafe = true
`);

export async function hostilePages(code: string): Promise<readonly HostilePage[]> {
  const engine = createInstantEngine({
    root: site.root,
    snapshot: () => site,
    readFiles: () => Promise.reject(new Error('The instant engine reads no files.')),
  });
  const pages: HostilePage[] = [];
  for (const { name, html } of payloadsWith(code)) {
    const header = ['title', 'description', 'author', 'any']
      .map((key) => `${key}: ${JSON.stringify(html)}`)
      .join('\n');
    const { html: page = '' } = await engine.render({
      path: 'content/hostile.md',
      text: `---\n${header}\n---\n\n${html}\n\nText.\n\n{{< box "${html.replaceAll(/["\n]/g, ' ')}" >}}\n`,
      marked: true,
    });
    const finished = await finishPage(page, {
      permalink: 'https://mill.example/hostile/',
      resourceBase: 'https://files.invalid',
      remote: false,
      scripts: undefined,
      resolve: () => undefined,
      read: (resources) => Promise.resolve(resources.map(() => undefined)),
      say: ({ template }) => template,
    });
    pages.push({ family: name.replace(/ \d+$/, ''), name, raw: html, safe: finished.html });
  }
  return pages;
}
