// One page as the server sends it without and with the scripts of the site, with pictures, a style sheet, a background and an inline drawing.
import { finishPage } from '../../server/src/engine/page/finish.ts';

const wheel =
  '<svg xmlns="http://www.w3.org/2000/svg" width="80" height="60"><circle cx="40" cy="30" r="25" fill="teal"/></svg>';
const brook =
  '<svg xmlns="http://www.w3.org/2000/svg" width="20" height="20"><path d="M0 0h10v20H0z" fill="navy"/></svg>';
/** The files of the site, by path. */
export const files: Readonly<Record<string, string>> = {
  '/img/wheel.svg': wheel,
  '/img/brook.svg': brook,
  '/css/mill.css':
    '@import "more.css"; main { background: url(../img/brook.svg) 50% 90px no-repeat; color: rgb(20, 60, 20); height: 400px }',
  '/css/more.css': 'h1 { border-bottom: 3px solid rgb(200, 80, 0) }',
};

const page = `<!DOCTYPE html><html><head><title>A</title><link rel="stylesheet" href="/css/mill.css"></head>
<body style="margin: 0; font: 16px monospace"><main><h1>A mill</h1>
<img src="/img/wheel.svg" alt=""><img srcset="/img/wheel.svg 1x, /img/brook.svg 2x" alt="">
<p style="background: url('/img/brook.svg') right no-repeat">Words</p><svg width="30" height="30"><rect width="30" height="30" fill="red"/></svg></main></body></html>`;

export async function bothModes(resourceBase: string): Promise<{ without: string; with: string }> {
  const finish = async (scripts: { readonly nonce: string } | undefined): Promise<string> => {
    const { html } = await finishPage(page, {
      permalink: 'https://mill.example/a/',
      resourceBase,
      remote: false,
      scripts,
      resolve: (path) => (path in files ? { kind: 'file', uri: `file://${path}` } : undefined),
      read: (resources) =>
        Promise.resolve(
          resources.map((resource) =>
            resource.kind === 'file'
              ? new TextEncoder().encode(files[new URL(resource.uri).pathname] ?? '')
              : undefined,
          ),
        ),
      say: ({ template }) => template,
    });
    return html;
  };
  return { without: await finish(undefined), with: await finish({ nonce: 'shell' }) };
}
