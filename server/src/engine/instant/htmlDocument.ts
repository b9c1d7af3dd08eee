import { escapeHtml } from './html.ts';

/** Reads well in light, dark and high contrast; in VS Code it takes over the colors of the theme where the panel hands them down. */
const style = `
:root { color-scheme: light dark; --text: var(--vscode-editor-foreground, light-dark(#1f2328, #e6e6e6)); --back: var(--vscode-editor-background, light-dark(#fff, #1e1e1e));
  --line: var(--vscode-contrastBorder, light-dark(#8a8f98, #7d8590)); --soft: light-dark(#f3f4f6, #2a2d31); --link: var(--vscode-textLink-foreground, light-dark(#0550ae, #6cb6ff)); --fault: light-dark(#a40e26, #ff9e9e); }
body { max-width: 46rem; margin: 0 auto; padding: 1.5rem; font: 1rem/1.6 system-ui, sans-serif; color: var(--text); background: var(--back); overflow-wrap: break-word; }
a { color: var(--link); } img, video { max-width: 100%; height: auto; } table { border-collapse: collapse; display: block; overflow-x: auto; }
th, td { border: 1px solid var(--line); padding: 0.25rem 0.6rem; } blockquote { margin: 1rem 0; padding: 0 1rem; border-inline-start: 0.25rem solid var(--line); }
pre { padding: 0.75rem; overflow-x: auto; background: var(--soft); } code { font-family: ui-monospace, monospace; font-size: 0.9em; }
dt { font-weight: 600; } dd { margin-inline-start: 1.25rem; }
.front-matter { border-block-end: 1px solid var(--line); margin-block-end: 1.5rem; padding-block-end: 0.5rem; } .front-matter h1 { margin-block: 0 0.5rem; line-height: 1.2; }
.front-matter-details > * + * { margin-inline-start: 0.75rem; } .front-matter-description { font-size: 1.1em; }
.front-matter-tags { display: flex; flex-wrap: wrap; gap: 0.4rem; padding: 0; list-style: none; } .front-matter-tags li, .front-matter-draft { border: 1px solid var(--line); border-radius: 1rem; padding: 0 0.6rem; }
.hugo-shortcode { border: 1px solid var(--line); border-radius: 0.3rem; background: var(--soft); }
div.hugo-shortcode { margin: 1rem 0; padding: 0.5rem 0.75rem; } span.hugo-shortcode { padding: 0.05rem 0.35rem; }
.hugo-shortcode-name { font: 600 0.85em ui-monospace, monospace; } .hugo-shortcode-faulty { border: 2px dashed var(--fault); } .hugo-shortcode-fault { color: var(--fault); font-size: 0.85em; }
.hugo-shortcode-arguments { display: grid; grid-template-columns: max-content 1fr; gap: 0 0.75rem; margin: 0.25rem 0 0; font-size: 0.85em; } .hugo-shortcode-arguments dd { margin: 0; white-space: pre-wrap; }
.hugo-shortcode-argument { font-size: 0.85em; } div.hugo-shortcode-inner { margin-block-start: 0.5rem; padding-block-start: 0.25rem; border-block-start: 1px solid var(--line); }
.hugo-shortcode-in-code { border-block-end: 2px dotted currentcolor; }
@media (forced-colors: active) { .hugo-shortcode, .hugo-shortcode-inner { border-color: CanvasText; } }
`;

/** A whole document around `body`, which is HTML; title and language are text. */
export function htmlDocument(title: string, language: string, body: string): string {
  const head = `<meta charset="utf-8"><meta name="viewport" content="width=device-width"><title>${escapeHtml(title)}</title><style>${style}</style>`;
  return `<!doctype html>\n<html lang="${escapeHtml(language)}"><head>${head}</head>\n<body>\n${body}</body></html>\n`;
}
