// The engine that needs nothing: markdown-it for Goldmark, boxes for shortcodes, a card for front matter. It shows the first picture of a
// page, and any page that no Hugo can show.
import type { MarkdownIt } from 'markdown-it';
import type { ConfigMap } from '../../core/config/types.ts';
import { flagAt } from '../../core/config/value.ts';
import { PageDocument } from '../../core/site/pageDocument.ts';
import type { SiteSnapshot } from '../../core/site/snapshot.ts';
import { message, type Message, type Translate } from '../../core/text/message.ts';
import type { EngineSite, PreviewEngine, RenderedPage, RenderRequest } from '../types.ts';
import { frontMatterCard } from './frontMatterCard.ts';
import { createGoldmark } from './goldmark.ts';
import { escapeHtml } from './html.ts';
import { htmlDocument } from './htmlDocument.ts';
import { lineMarks } from './lineMarks.ts';
import { contentFormatOf, createHtmlRenderer } from './rawContent.ts';
import { shortcodeBoxes } from './shortcodeBoxes.ts';
import { findSureUrl } from './sureUrl.ts';

/** Longer pages are cut, so that no page takes longer than a blink. In UTF-16 units. */
const longestText = 200_000;

interface Renderers {
  readonly config: ConfigMap;
  readonly markdown: MarkdownIt;
  readonly html: MarkdownIt;
}

/** The instant engine of a site. It keeps nothing but renderers for the newest configuration, and answers every request at once. */
export function createInstantEngine(site: EngineSite, translate: Translate = (text) => text): PreviewEngine {
  let renderers: Renderers | undefined;
  const current = (): Renderers => {
    const { raw } = site.snapshot().config;
    if (renderers?.config !== raw) {
      renderers = createRenderers(site, translate);
    }
    return renderers;
  };
  return {
    kind: 'instant',
    open: () => Promise.resolve(),
    update: () => undefined,
    reset: () => {
      renderers = undefined;
    },
    render: (request) => Promise.resolve(renderPage(request, site.snapshot(), current(), translate)),
    readPublished: (urls) => Promise.resolve(urls.map(() => undefined)),
    dispose: () => Promise.resolve(),
  };
}

function createRenderers(site: EngineSite, translate: Translate): Renderers {
  const { config, hugo } = site.snapshot();
  const [markdown, html] = [createGoldmark(config.raw), createHtmlRenderer()];
  for (const md of [markdown, html]) {
    shortcodeBoxes(md, {
      isContent: () => true,
      keepsYaml: false,
      hugo,
      takesInner: (name) => site.snapshot().shortcode(name)?.takesInner,
      translate,
    });
    lineMarks(md);
  }
  return { config: config.raw, markdown, html };
}

function renderPage(
  { path, text, marked }: RenderRequest,
  site: SiteSnapshot,
  { markdown, html }: Renderers,
  translate: Translate,
): RenderedPage {
  const notes: Message[] = [];
  const page = new PageDocument(path, cut(text, notes), site.hugo);
  const { outline, lines } = page;
  const format = contentFormatOf(path);
  const bodyStart = page.fence?.bodyStart ?? 0;
  let body: string;
  if (typeof format === 'object') {
    notes.push(message('Only Hugo can show {0}. This is its text.', format.foreign));
    body = preformatted(page.text.slice(bodyStart), marked ? lines.lineAt(bodyStart) : undefined);
  } else {
    body = (format === 'html' ? html : markdown).render(page.text, { marked });
  }
  if (flagAt(site.config.raw, 'enableEmoji') && /\B:[a-z][\w+-]*:/.test(page.text)) {
    notes.push(message('Emoji like :smile: are shown as they are written.'));
  }
  const card = frontMatterCard({ text: page.text, lines, outline, marked, translate });
  const title = outline?.entries.find(
    (entry) => entry.path.length === 1 && entry.key.toLowerCase() === 'title',
  );
  const language = site.page(`${site.root}/${path}`)?.language ?? site.config.defaultLanguage;
  return {
    engine: 'instant',
    hugo: '',
    html: htmlDocument(title?.scalars[0]?.text ?? path, language, `${card}<main>\n${body}</main>\n`),
    url: findSureUrl(site, path, outline),
    permalink: undefined,
    marks: [],
    problems: [],
    notes,
  };
}

function cut(text: string, notes: Message[]): string {
  if (text.length <= longestText) {
    return text;
  }
  notes.push(
    message('This page is long. Its first {0} characters are shown until Hugo has rendered it.', longestText),
  );
  const end = text.lastIndexOf('\n', longestText);
  return text.slice(0, end < longestText / 2 ? longestText : end + 1);
}

function preformatted(text: string, line: number | undefined): string {
  const mark = line === undefined ? '' : ` data-line="${line}"`;
  return `<pre${mark}>${escapeHtml(text)}</pre>\n`;
}
