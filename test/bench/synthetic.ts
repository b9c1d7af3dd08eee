// Posts and sites made by the metre, in the shape of real ones: seventeen keys, a few shortcodes, Swedish letters.

const words =
  'drift molnet vår säker lagring tjänst för nästa kund på väg över ängar data skog öppen källa'.split(' ');

/** A small generator of numbers that repeat from run to run. */
function numbers(seed: number): (below: number) => number {
  let state = seed >>> 0;
  return (below) => {
    state = (Math.imul(state, 1664525) + 1013904223) >>> 0;
    return Math.floor((state / 2 ** 32) * below);
  };
}

function sentence(next: (below: number) => number): string {
  const text = Array.from({ length: 8 + next(14) }, () => words[next(words.length)] ?? '').join(' ');
  return `${text.charAt(0).toUpperCase()}${text.slice(1)}.`;
}

function header(seed: number): string {
  const next = numbers(seed);
  return `---
title: "${sentence(next)}"
date: "202${String(next(6))}-0${String(1 + next(9))}-1${String(next(10))}"
publishDate: "2026-01-0${String(1 + next(9))}"
intro: "${sentence(next)}"
draft: false
tags: ["Svenska", "${words[next(words.length)] ?? ''}"]
showthedate: true
card: "kort-${String(next(40))}.svg"
eventbild: ""
socialmediabild: ""
section: "blogg"
language: "sv"
toc: ""
sidebarlinkname: "Kontakta oss"
sidebarlinkurl: "/kontakt/"
weight: ${String(next(200))}
aliases:
  - /blogg/gammal-${String(seed)}/
---
`;
}

const calls = [
  (text: string) => `{{< ingress >}}\n${text}\n{{< /ingress >}}`,
  (text: string) => `{{% accordion title="${text.slice(0, 30)}" %}}\n${text}\n{{% /accordion %}}`,
  () => '{{< distance >}}',
  (text: string) => `{{< inline "Ring" >}} ${text}`,
  (text: string) =>
    `{{% custom-card image="/img/card/a.webp" cardtitle="${text.slice(0, 20)}" %}}\n${text}\n{{% /custom-card %}}`,
];

/** A post of at least `size` UTF-16 units; one shortcode to about five paragraphs. */
export function post(size: number, seed = 1): string {
  const next = numbers(seed);
  const parts = [header(seed)];
  let length = parts[0]?.length ?? 0;
  while (length < size) {
    const text = Array.from({ length: 1 + next(4) }, () => sentence(next)).join(' ');
    const call = next(5) === 0 ? calls[next(calls.length)] : undefined;
    const part = `${call === undefined ? text : call(text)}\n\n`;
    parts.push(part);
    length += part.length;
  }
  return parts.join('');
}

/** The files of a site with `pages` posts of some 4 KB, by path. */
export function syntheticSite(pages: number): Map<string, string> {
  const files = new Map<string, string>([
    ['hugo.toml', "baseURL = 'https://example.org/'\ntitle = 'Synthetic'\n"],
  ]);
  for (const name of ['ingress', 'accordion', 'custom-card']) {
    files.set(`layouts/shortcodes/${name}.html`, '<div>{{ .Get "title" }}{{ .Inner }}</div>\n');
  }
  for (const name of ['distance', 'inline']) {
    files.set(`layouts/shortcodes/${name}.html`, '<b>{{ .Get 0 }}</b>\n');
  }
  // Few different bodies are enough, and keep the memory of a large site bounded.
  const bodies = Array.from({ length: 50 }, (_, seed) => post(4000, seed).slice(header(seed).length));
  for (let page = 0; page < pages; page++) {
    const text = header(page) + (bodies[page % bodies.length] ?? '');
    files.set(`content/blogg/${String(page % 100)}/inlagg-${String(page)}.md`, text);
  }
  return files;
}

/** Layouts that show what a page of such a site usually has around its text: a menu, a list of the newest and links to its neighbors. */
export const syntheticLayouts: ReadonlyMap<string, string> = new Map([
  [
    'layouts/_default/baseof.html',
    `<!DOCTYPE html><html lang="sv"><head><meta charset="utf-8"><title>{{ .Title }}</title><link rel="stylesheet" href="/site.css"></head>
<body><nav>{{ range site.Sections }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</nav>
<main>{{ block "main" . }}{{ end }}</main>
<aside>{{ range first 10 site.RegularPages.ByDate.Reverse }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}</aside></body></html>
`,
  ],
  [
    'layouts/_default/single.html',
    `{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}
{{ with .NextInSection }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
`,
  ],
  ['layouts/_default/list.html', '{{ define "main" }}<h1>{{ .Title }}</h1>{{ .Content }}{{ end }}\n'],
  ['static/site.css', 'main { max-width: 40em; margin: auto } aside a { display: block }\n'],
]);
