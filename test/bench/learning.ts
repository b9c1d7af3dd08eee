import { fork } from 'node:child_process';
import { resolve } from 'node:path';
import { pathToFileURL } from 'node:url';
import { complete } from '../../server/src/core/features/complete.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import type { SiteSnapshot, SiteTemplate } from '../../server/src/core/site/snapshot.ts';
import type { FileSystem } from '../../server/src/workspace/fileSystem.ts';
import { NodeFileSystem } from '../../server/src/workspace/nodeFileSystem.ts';
import { nodeSites, nodeTime } from '../../server/src/workspace/nodeSites.ts';
import { Sites, type LiveSite } from '../../server/src/workspace/sites.ts';
import { MemoryFileSystem } from '../support/memoryFileSystem.ts';
import type { Learning } from './learnOnce.ts';
import { limited, show, showTiming, told, toTiming, type Row, type Timing } from './measure.ts';
import { safespringPage } from './sites.ts';
import { post, syntheticSite } from './synthetic.ts';

const runs = 7;

/** Each time in a new process, where nothing is warm. */
async function coldRows(folder: string): Promise<Row[]> {
  const learnings: Learning[] = [];
  for (let run = 0; run < runs; run++) {
    const child = fork(resolve('.cache/bench/learnOnce.cjs'), [folder]);
    learnings.push(await new Promise((done) => child.once('message', (said) => done(said as Learning))));
  }
  const learning = toTiming(learnings.map((one) => one.learning));
  const calibration = toTiming(learnings.map((one) => one.calibration));
  return [
    limited(`safespring: its ${String(learnings[0]?.templates)} templates, cold`, learning.median, 400, 'ms'),
    told('spread', showTiming(learning)),
    told('of the processor', showTiming(toTiming(learnings.map((one) => one.processor)))),
    told('calibration: JSON there and back of what was learnt', showTiming(calibration)),
    told('learning in units of that calibration', `${show(learning.median / calibration.median)}×`),
  ];
}

/** The disk, with some files as they would be after an edit. */
class EditedFileSystem extends NodeFileSystem implements FileSystem {
  readonly edits = new Map<string, string>();

  override async readMany(uris: readonly string[]): Promise<readonly (string | undefined)[]> {
    const texts = await super.readMany(uris);
    return uris.map((uri, index) => this.edits.get(uri) ?? texts[index]);
  }
}

/** From the watcher's word until a snapshot holds what is new, the time for which events are gathered included. */
async function editRows(page: string): Promise<Row[]> {
  const files = new EditedFileSystem();
  let changed: (snapshot: SiteSnapshot) => void = () => undefined;
  const sites = new Sites({
    fileSystem: files,
    ...nodeTime,
    onChange: (snapshot) => changed(snapshot),
    log: () => undefined,
  });
  const site = await opened(sites, pathToFileURL(page).toString());
  const templates = site.snapshot.templates();
  const users = (name: string): number =>
    templates.filter(({ reading }) => reading?.asked.some((asked) => nameOf(asked) === name)).length;
  const partials = templates.filter(({ role }) => role === 'partial');
  const cases: [string, SiteTemplate | undefined][] = [
    ['a page template', templates.find(({ path }) => path === '_default/single.html')],
    ['a shortcode', templates.find(({ role }) => role === 'shortcode')],
    [
      'the partial that most shortcodes read on in',
      partials.toSorted((a, b) => users(nameOf(b.path)) - users(nameOf(a.path)))[0],
    ],
  ];
  const rows: Row[] = [];
  for (const [name, template] of cases) {
    const uri = template?.source.uri ?? '';
    const [text = ''] = await files.readMany([uri]);
    const times: number[] = [];
    for (let run = 0; run < runs + 2; run++) {
      const probe = `probe${String(run)}`;
      files.edits.set(uri, `${text}{{ .Params.${probe} }}`);
      const started = performance.now();
      await new Promise<void>((done) => {
        changed = (snapshot) => {
          if (says(snapshot, uri, probe)) {
            done();
          }
        };
        sites.filesChanged([{ uri, type: 'changed' }]);
      });
      times.push(performance.now() - started);
    }
    const timing = toTiming(times.slice(2));
    rows.push(
      limited(`safespring: an edit of ${name}, until it counts`, timing.median, 50, 'ms'),
      told('spread', showTiming(timing)),
    );
  }
  sites.dispose();
  return rows;
}

function says(snapshot: SiteSnapshot, uri: string, probe: string): boolean {
  const template = snapshot.templates().find(({ source }) => source.uri === uri);
  const { keys = [], signature } = template?.reading ?? {};
  return (
    keys.some(({ path }) => path.includes(probe)) ||
    signature?.arguments.some(({ key }) => key === probe) === true
  );
}

function nameOf(partial: string): string {
  return partial.replace(/^_?partials\//, '').replace(/\.html$/, '');
}

async function opened(sites: Sites, uri: string): Promise<LiveSite> {
  const site = await sites.siteOf(uri);
  if (site === undefined) {
    throw new Error(`${uri} is in no site.`);
  }
  await site.ready;
  return site;
}

const pages = 10_000;
/** The place is marked; a number stands for what changes from run to run. */
const places: readonly (readonly [name: string, line: string, inFrontMatter: boolean])[] = [
  ['a key', 's█', true],
  ['a value', 'card: "█"', true],
  ['the name of a shortcode', '{{< c█ >}}', false],
  ['an argument', '{{% custom-card █ %}}', false],
];

/** Completion in a page that changes before each answer, in a site of so many pages with the templates of the folder. */
async function completionRows(folder: string | undefined): Promise<Row[]> {
  globalThis.gc?.();
  const files = syntheticSite(pages);
  await addTemplates(files, folder);
  const before = process.memoryUsage().heapUsed;
  const root = 'file:///site';
  const uri = `${root}/content/blogg/7/inlagg-7.md`;
  const sites = nodeSites(new MemoryFileSystem(files, root));
  const site = await opened(sites, uri);
  globalThis.gc?.();
  const perPage = (process.memoryUsage().heapUsed - before) / pages;
  const rows = places.map(([name, line, inFrontMatter]) => {
    const timing = completionTime(sites, site, uri, line, inFrontMatter);
    return [
      limited(`10,000 pages: completion of ${name}`, timing.median, 10, 'ms'),
      told('spread', showTiming(timing)),
    ];
  });
  sites.dispose();
  return [...rows.flat(), told('memory per page at 10,000', `${show(perPage / 1024)} KB`)];
}

function completionTime(
  sites: Sites,
  site: LiveSite,
  uri: string,
  line: string,
  inFrontMatter: boolean,
): Timing {
  const times = Array.from({ length: 60 }, (_, run) => {
    const marked = inFrontMatter
      ? post(4000, run).replace('---\n', `---\n${line}\n`)
      : `${post(4000, run)}\n${line}\n`;
    const offset = marked.indexOf('█');
    const text = marked.replace('█', '');
    sites.open(uri, text);
    sites.change(uri, text);
    const started = performance.now();
    const page = new PageDocument(uri, text, site.snapshot.hugo);
    complete(site.snapshot, page, offset, { snippets: true, today: '2026-11-21' });
    return performance.now() - started;
  });
  return toTiming(times.slice(10));
}

async function addTemplates(files: Map<string, string>, folder: string | undefined): Promise<void> {
  if (folder === undefined) {
    return;
  }
  const disk = new NodeFileSystem();
  const sites = nodeSites(disk);
  const site = await opened(sites, `${pathToFileURL(folder).toString()}/content/_index.md`);
  for (const { source } of site.snapshot.templates()) {
    const [text] = await disk.readMany([source.uri ?? '']);
    files.set(source.path, text ?? '');
  }
  sites.dispose();
}

export async function learning(): Promise<Row[]> {
  const page = safespringPage();
  const folder = page?.slice(0, page.lastIndexOf('/content/'));
  return page === undefined || folder === undefined
    ? [
        told('safespring', 'skipped: SITE_CORPUS names no checkout of it'),
        ...(await completionRows(undefined)),
      ]
    : [...(await coldRows(folder)), ...(await editRows(page)), ...(await completionRows(folder))];
}
