// The shell of the gallery: a field to search in, a list of cards and the details of one. It loads nothing but its own script and style; what
// thumbnails may load is decided here as well, for they are under the same policy.
import { escape, toPolicy } from '../preview/html.ts';
import type { Labels } from './labels.ts';

export interface GalleryShell {
  /** New for every shell, 128 bits or more. */
  readonly nonce: string;
  /** `webview.cspSource`: where files of the computer come from. */
  readonly cspSource: string;
  /** URIs as the webview loads them. */
  readonly script: string;
  readonly style: string;
  /** Of the labels. */
  readonly language: string;
  readonly labels: Labels;
}

export function toGalleryHtml(shell: GalleryShell): string {
  const { nonce, cspSource, script, style, language, labels } = shell;
  return `<!DOCTYPE html>
<html lang="${escape(language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escape(toPolicy({ nonce, cspSource, remote: false }))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(labels.title)}</title>
<link rel="stylesheet" href="${escape(style)}">
</head>
<body data-labels="${escape(JSON.stringify(labels))}">
<header>
<h1>${escape(labels.title)}</h1>
<input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="${escape(labels.search)}" aria-label="${escape(labels.search)}" aria-describedby="keys" aria-controls="list">
<p id="count" role="status"></p>
<p id="keys">${escape(labels.keys)}</p>
</header>
<div id="columns">
<main id="list" aria-label="${escape(labels.shortcodes)}"></main>
<aside id="details" aria-label="${escape(labels.details)}" tabindex="0" hidden></aside>
</div>
<script nonce="${nonce}" src="${escape(script)}"></script>
</body>
</html>
`;
}
