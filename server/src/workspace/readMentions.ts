// What a whole site names: its pages are in the index, all other texts are read here.
import { rootConfigNames } from '../core/config/configFiles.ts';
import { Mentions } from '../core/features/unused/mentions.ts';
import type { FileComponent, SiteSnapshot } from '../core/site/snapshot.ts';
import type { SiteSource } from './siteSource.ts';
import { uriAt } from './uris.ts';
import { walkFolder } from './walkFolder.ts';

/** Texts that may name a file, a page or a shortcode. */
const texts = /\.(?:html?|xml|json|ya?ml|toml|csv|css|s[ac]ss|less|m?[jt]sx?|webmanifest|txt|md)$/i;
const folders = ['layouts', 'data', 'i18n', 'config', 'archetypes'];
const components: readonly FileComponent[] = ['static', 'assets'];

/** Files that are read at once. */
const batch = 32;

/** Goes through all pages of the index and all templates, style sheets, scripts, data and configuration on the disk, in slices. */
export async function readMentions(source: SiteSource, site: SiteSnapshot): Promise<Mentions> {
  const mentions = new Mentions(site);
  const uris = [...(await textFiles(source, site))];
  for (let start = 0; start < uris.length; start += batch) {
    const some = uris.slice(start, start + batch);
    const read = await source.fileSystem.readMany(some);
    for (const [index, uri] of some.entries()) {
      mentions.addText({ uri, text: read[index] ?? '' });
      await source.slices.pause();
    }
  }
  for (const page of site.pages()) {
    mentions.addPage(page);
    await source.slices.pause();
  }
  return mentions;
}

async function textFiles(source: SiteSource, site: SiteSnapshot): Promise<ReadonlySet<string>> {
  const own = await Promise.all(
    folders.map(async (folder) =>
      (await walkFolder(source, folder)).files.map((path) => uriAt(source.root, `${folder}/${path}`)),
    ),
  );
  const all = [
    ...rootConfigNames.map((name) => uriAt(source.root, name)),
    ...own.flat(),
    ...[...site.templates(), ...site.archetypes()].flatMap(({ source: { uri } }) => uri ?? []),
    ...components.flatMap((component) => [...filesBelow(site.files, component, '')]),
  ];
  return new Set(all.filter((uri) => texts.test(uri)));
}

function* filesBelow(
  files: SiteSnapshot['files'],
  component: FileComponent,
  folder: string,
): Generator<string> {
  for (const { name, uri, isFolder } of files.filesIn(component, folder)) {
    if (isFolder) {
      yield* filesBelow(files, component, `${folder}/${name}`);
    } else {
      yield uri;
    }
  }
}
