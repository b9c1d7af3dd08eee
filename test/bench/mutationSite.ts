// The small site in which mutants are judged: the shortcodes and partials of a real one, layouts that only show the content, and the few pages that
// references lead to. A build of it takes no time, and nothing but the page itself can fail.
import { existsSync, readdirSync, readFileSync, statSync } from 'node:fs';
import { join } from 'node:path';

export interface SmallSite {
  readonly name: string;
  /** By path in the site, `config.toml` among them. */
  readonly texts: ReadonlyMap<string, string>;
  /** Real pages, by path in the site. */
  readonly pages: readonly (readonly [string, string])[];
}

const config = `baseURL = "https://example.org/"
title = "Mutants"
timeZone = "UTC"
disableKinds = ["taxonomy", "term", "RSS", "sitemap", "robotsTXT", "404"]
[markup.goldmark.renderer]
unsafe = true
`;
const layouts = ['_default/single.html', '_default/list.html', 'index.html'].map(
  (path) => [`layouts/${path}`, '{{ .Content }}'] as const,
);
const longestPage = 20_000;

export function toSmallSite(name: string, folder: string): SmallSite {
  const root = existsSync(join(folder, 'content')) ? folder : join(folder, 'site');
  const themes = foldersIn(join(root, 'themes')).map((theme) => join('themes', theme));
  const templates = [...themes, ''].flatMap((layer) => [
    ...textsBelow(root, join(layer, 'layouts'), 'layouts').filter(([path]) =>
      /^layouts\/(?:.*\/)?_?(?:shortcodes|partials)\//.test(path),
    ),
    ...textsBelow(root, join(layer, 'data'), 'data').filter(([path]) => /\.(?:ya?ml|toml|json)$/.test(path)),
    ...textsBelow(root, join(layer, 'i18n'), 'i18n'),
  ]);
  const pages = textsBelow(root, 'content', 'content').filter(
    ([path, text]) => /\.(?:md|html)$/.test(path) && text.length < longestPage,
  );
  return {
    name,
    texts: new Map([['config.toml', config], ...templates, ...layouts, ...targetsAmong(pages)]),
    pages,
  };
}

/** The pages that some reference names, without their content. */
function targetsAmong(pages: readonly (readonly [string, string])[]): readonly (readonly [string, string])[] {
  const names = new Set(
    pages.flatMap(([, text]) =>
      [...text.matchAll(/\{\{[<%]\s*(?:rel)?ref\s+"?([^"\s#?]+)/g)].map(([, path = '']) => lastName(path)),
    ),
  );
  return pages
    .filter(([path]) => names.has(lastName(path.replace(/\/_?index(?=\.\w+$)/, ''))))
    .map(([path]) => [path, '---\ntitle: A target\n---\n'] as const);
}

function lastName(path: string): string {
  return (path.replace(/\/+$/, '').split('/').at(-1) ?? '').replace(/\.\w+$/, '').toLowerCase();
}

function foldersIn(folder: string): string[] {
  return existsSync(folder) ? readdirSync(folder) : [];
}

function textsBelow(root: string, folder: string, as: string): (readonly [string, string])[] {
  const path = join(root, folder);
  return existsSync(path)
    ? readdirSync(path, { recursive: true, encoding: 'utf8' })
        .filter(
          (file) =>
            statSync(join(path, file)).isFile() && /\.(?:html|md|ya?ml|toml|json|xml|txt)$/.test(file),
        )
        .map(
          (file) => [`${as}/${file.replaceAll('\\', '/')}`, readFileSync(join(path, file), 'utf8')] as const,
        )
    : [];
}
