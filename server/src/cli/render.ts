// `hugo-scribe render`: the page's HTML as the preview gets it from its engine, for tests and other editors.
import { readFileSync } from 'node:fs';
import { relative, resolve } from 'node:path';
import { fileURLToPath, pathToFileURL } from 'node:url';
import { formatMessage } from '../core/text/message.ts';
import { chooseEngine } from '../engine/chooseEngine.ts';
import type { EngineKind, EngineProblem, EngineSite, PreviewEngine, RenderedPage } from '../engine/types.ts';
import { engineMakers } from '../engines.ts';
import { findInstalledHugo } from '../workspace/installedHugo.ts';
import { NodeFileSystem } from '../workspace/nodeFileSystem.ts';
import { nodeSites } from '../workspace/nodeSites.ts';
import type { LiveSite } from '../workspace/sites.ts';
import { pathFrom } from '../workspace/uris.ts';

export const engineNames = ['auto', 'instant', 'embedded', 'native'] as const;

export interface RenderOptions {
  readonly file: string;
  readonly stdin: boolean;
  readonly engine: 'auto' | EngineKind;
}

/** Prints the page's HTML and complains on the standard error; answers the exit code. */
export async function runRender({ file, stdin, engine: asked }: RenderOptions): Promise<number> {
  const uri = pathToFileURL(resolve(file)).href;
  const sites = nodeSites(new NodeFileSystem());
  const site = await sites.siteOf(uri);
  await site?.ready;
  const path = site && pathFrom(site.root, uri);
  if (site === undefined || path === undefined || !site.isContent(uri)) {
    process.stderr.write(`${file}: no content of a Hugo site\n`);
    return 2;
  }
  const text = readFileSync(stdin ? 0 : resolve(file), 'utf8');
  const engine = await toEngine(site, path, asked);
  try {
    return print(site, await engine.render({ path, text, marked: false }));
  } finally {
    await engine.dispose();
    sites.dispose();
  }
}

async function toEngine(
  site: LiveSite,
  page: string,
  asked: RenderOptions['engine'],
): Promise<PreviewEngine> {
  const makers = engineMakers(__dirname);
  const installed = await findInstalledHugo({ untouched: [fileURLToPath(site.root)] });
  let needsTools = false;
  const engineSite: EngineSite = {
    root: site.root,
    snapshot: () => site.snapshot,
    readFiles: (one) => site.readFiles(one),
  };
  if (asked === 'auto') {
    ({ needsTools } = await site.readFiles(page));
  }
  // Who types the command means this site: that is the trust which an editor would have to ask for.
  const { kind, note } = chooseEngine({
    asked,
    trusted: true,
    hugo: site.snapshot.hugo,
    installed,
    needsTools,
  });
  if (note !== undefined) {
    process.stderr.write(`${formatMessage(note)}\n`);
  }
  return kind === 'native' && installed !== undefined
    ? makers.native(engineSite, installed, () => true)
    : makers[kind === 'instant' ? 'instant' : 'embedded'](engineSite);
}

function print(site: LiveSite, { html, problems, notes }: RenderedPage): number {
  for (const note of notes) {
    process.stderr.write(`${formatMessage(note)}\n`);
  }
  for (const problem of problems) {
    process.stderr.write(`${toLine(site, problem)}\n`);
  }
  process.stdout.write(html ?? '');
  return html === undefined || problems.some(({ severity }) => severity === 'error') ? 1 : 0;
}

/** `content/post.md:3:1: error: …`, with the path as the reader would type it. */
function toLine(site: LiveSite, { severity, message, path, line = 0, character = 0 }: EngineProblem): string {
  const folder = fileURLToPath(site.root);
  const place =
    path === undefined
      ? ''
      : `${relative(process.cwd(), resolve(folder, path))}:${line + 1}:${character + 1}: `;
  return `${place}${severity}: ${message}`;
}
