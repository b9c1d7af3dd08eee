// What stands in the panel: a bar, what Hugo complains of, and an empty frame for the page.
import { escape, toHtml } from '../shellHtml.ts';
import type { Shell } from '../shellHtml.ts';
import type { Labels } from './labels.ts';
import { previewWidths } from './messages.ts';

export interface PreviewShell extends Shell<Labels> {
  /** The text of the script that is put into a page whose own scripts run. */
  readonly pageScript: string;
  /** Pictures, styles and fonts of other hosts may be loaded. */
  readonly remote: boolean;
}

export function toShellHtml(shell: PreviewShell): string {
  const { labels, pageScript, remote } = shell;
  const body = `<header>
${toBar(labels)}
<p id="progress" role="status" aria-live="polite"></p>
<section id="problems" role="status" aria-live="polite" aria-label="${escape(labels.problems)}"></section>
<details id="notes" hidden><summary></summary><div></div></details>
</header>
<main id="stage"><p id="empty" hidden></p></main>`;
  return toHtml(shell, { title: labels.bar, body, remote, data: { 'page-script': pageScript } });
}

function toBar(labels: Labels): string {
  const widths = previewWidths.map((width) => toToggle(`width-${width}`, labels[width], icons[width]));
  return `<div id="bar" role="toolbar" aria-label="${escape(labels.bar)}">
<span id="url" class="url"></span>
${toButton('copyUrl', labels.copyUrl, icons.copy)}
<span id="language" class="badge" hidden></span>
<span id="publish" class="badge" hidden></span>
<button id="chooseEngine" type="button" class="badge" hidden></button>
<span class="tools">
<span class="group" role="group" aria-label="${escape(labels.width)}">
${widths.join('\n')}
</span>
${toToggle('lock', labels.lock, icons.lock)}
${toToggle('scripts', labels.scripts, icons.scripts)}
${toToggle('remote', labels.remote, icons.remote)}
${toButton('refresh', labels.refresh, icons.refresh)}
</span>
</div>`;
}

function toToggle(id: string, label: string, path: string): string {
  return toButton(id, label, path, ' aria-pressed="false"');
}

function toButton(id: string, label: string, path: string, more = ''): string {
  const name = escape(label);
  return `<button id="${id}" type="button" aria-label="${name}" title="${name}"${more}>${toIcon(path)}</button>`;
}

function toIcon(path: string): string {
  return `<svg viewBox="0 0 16 16" aria-hidden="true"><path d="${path}"/></svg>`;
}

/** Outlines on a square of 16 by 16. */
const icons = {
  fit: 'M2 3v10M14 3v10M5 8h6M5 8l2-2M5 8l2 2M11 8 9 6M11 8 9 10',
  phone: 'M5 2h6v12H5zM7.5 12h1',
  tablet: 'M3.5 2h9v12h-9zM7.5 12h1',
  desktop: 'M1.5 3h13v8h-13zM5 14h6M8 11v3',
  copy: 'M6 5h7v9H6zM3 11V2h7',
  lock: 'M4 7h8v7H4zM5.5 7V5a2.5 2.5 0 0 1 5 0v2',
  scripts: 'M5 4 1.5 8 5 12M11 4l3.5 4L11 12M9 3 7 13',
  remote: 'M8 2a6 6 0 1 0 0 12A6 6 0 1 0 8 2M2 8h12M8 2c-4 4-4 8 0 12M8 2c4 4 4 8 0 12',
  refresh: 'M13 8a5 5 0 1 1-1.5-3.5M12 2v3H9',
};
