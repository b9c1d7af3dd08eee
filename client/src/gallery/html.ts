// What stands in the gallery: a field to search in, a list of cards and the details of one. What thumbnails may load is decided by the policy of its shell.
import { escape, toHtml } from '../shellHtml.ts';
import type { Shell } from '../shellHtml.ts';
import type { Labels } from './labels.ts';

export function toGalleryHtml(shell: Shell<Labels>): string {
  const { labels } = shell;
  const body = `<header>
<h1>${escape(labels.title)}</h1>
<input id="search" type="search" autocomplete="off" spellcheck="false" placeholder="${escape(labels.search)}" aria-label="${escape(labels.search)}" aria-describedby="keys" aria-controls="list">
<p id="count" role="status"></p>
<p id="keys">${escape(labels.keys)}</p>
</header>
<div id="columns">
<main id="list" aria-label="${escape(labels.shortcodes)}"></main>
<aside id="details" aria-label="${escape(labels.details)}" tabindex="0" hidden></aside>
</div>`;
  return toHtml(shell, { title: labels.title, body, remote: false });
}
