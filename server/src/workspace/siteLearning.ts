import { parseTeamFile, teamFileNames } from '../core/config/teamFile.ts';
import type { HugoRange } from '../core/hugo/version.ts';
import { isContentPath } from '../core/site/contentFile.ts';
import { MountedFilesDraft, type FileBelow, type MountedFileTree } from '../core/site/mountedFiles.ts';
import { toSiteData } from '../core/site/siteData.ts';
import type { SiteFacts } from '../core/site/store.ts';
import { TemplateLibrary } from '../core/site/templateLibrary.ts';
import { partComponents, type ChangedPath, type ChangesByPart } from './changes.ts';
import { mountedRule, type MountedPlace } from './mountedPlaces.ts';
import { changedPlaces, listPlaces, readPlaces, type PlaceRule, type Places } from './places.ts';
import type { SiteLayout } from './readLayout.ts';
import { ArchetypeShelf, DataShelf, TemplateShelf, type Shelf } from './shelves.ts';
import { readTexts, type SiteSource } from './siteSource.ts';
import { uriAt } from './uris.ts';

export interface LearningOptions {
  readonly source: SiteSource;
  readonly layout: SiteLayout;
  readonly hugo: HugoRange;
  /** Open documents by URI; they win over their files. */
  readonly documents: ReadonlyMap<string, string>;
  readonly warn: (text: string) => void;
}

/** So many files that cannot be read are named. */
const mostNamed = 5;

type MountedPart = keyof typeof partComponents;
type TemplateFacts = Pick<SiteFacts, 'templates' | 'shortcodes' | 'shortcodesComplete'>;
type LearntFacts = Partial<SiteFacts>;

/**
 * What a site says of its content beside the content itself: templates, archetypes, data, the names of other files, and what the team adds. Each part
 * is read once and then kept up to date for itself.
 */
export class SiteLearning {
  readonly #options: LearningOptions;
  readonly #library: TemplateLibrary;
  readonly #templates: TemplateShelf;
  readonly #archetypes: ArchetypeShelf;
  readonly #data = new DataShelf();
  #files: MountedFileTree = new MountedFilesDraft().finish(false);
  #complete = true;
  readonly #said = new Set<string>();

  constructor(options: LearningOptions) {
    this.#options = options;
    this.#library = new TemplateLibrary(options.layout.config);
    this.#templates = new TemplateShelf(this.#library);
    this.#archetypes = new ArchetypeShelf(options.hugo);
  }

  /** What keys and arguments there are: templates, archetypes, the team's file. */
  async readSchema(): Promise<LearntFacts> {
    this.#complete = await this.#read('templates', this.#templates);
    await this.#learn();
    await this.#read('archetypes', this.#archetypes);
    this.#sayLimits();
    return { ...this.templateFacts(), ...this.#archetypeFacts(), ...(await this.#readTeam()) };
  }

  /** What values there are: data, and the names of files. */
  async readValues(): Promise<LearntFacts> {
    await this.#read('data', this.#data);
    this.#sayLimits();
    return { ...this.#dataFacts(), ...(await this.#readFiles()) };
  }

  /** Reads again what these changes concern; answers those parts alone. */
  async readChanges(changes: ChangesByPart): Promise<LearntFacts> {
    const learnt = await this.#learnChanges(changes);
    this.#sayLimits();
    return learnt;
  }

  async #learnChanges(changes: ChangesByPart): Promise<LearntFacts> {
    const changed = {
      ...((await this.#change('templates', this.#templates, changes)) && (await this.#learntFacts())),
      ...((await this.#change('archetypes', this.#archetypes, changes)) && this.#archetypeFacts()),
      ...((await this.#change('data', this.#data, changes)) && this.#dataFacts()),
    };
    return {
      ...changed,
      ...(changes.files.length > 0 && (await this.#changeFiles(changes.files))),
      ...(changes.team.length > 0 && (await this.#readTeam())),
    };
  }

  /** For the releases of Hugo that are known now. */
  templateFacts(hugo = this.#options.hugo): TemplateFacts {
    const { outOfReach, modules } = this.#options.layout;
    const isWhole = this.#complete && this.#templates.left === 0;
    return {
      templates: this.#library.templates(),
      shortcodes: this.#library.shortcodes(hugo),
      shortcodesComplete: isWhole && !outOfReach && modules.missing.length === 0,
    };
  }

  #archetypeFacts(): LearntFacts {
    return { archetypes: this.#archetypes.all() };
  }

  #dataFacts(): LearntFacts {
    return { data: toSiteData(this.#data.all()) };
  }

  async #learntFacts(): Promise<LearntFacts> {
    await this.#put(this.#templates, this.#templates.fitting());
    await this.#learn();
    return this.templateFacts();
  }

  async #learn(): Promise<void> {
    const steps = this.#library.learn();
    while (steps.next().done !== true) {
      await this.#options.source.slices.pause();
    }
  }

  /** Answers whether all of it could be listed. */
  async #read(part: MountedPart, shelf: Shelf): Promise<boolean> {
    const { places, complete } = await this.#list(part);
    const unreadable = await this.#put(shelf, places);
    if (!complete) {
      this.#warnOnce(
        `the list of ${part} is not whole: a folder cannot be listed, or there are too many files.`,
      );
    }
    for (const { path } of unreadable.slice(0, mostNamed)) {
      this.#warnOnce(`${path} could not be read, is binary or too long.`);
    }
    if (unreadable.length > mostNamed) {
      this.#warnOnce(`other ${part} that could not be read: ${unreadable.length - mostNamed}.`);
    }
    return complete;
  }

  /** What of the templates and the data is left out because it is too much. */
  #sayLimits(): void {
    if (this.#templates.left > 0) {
      this.#warnOnce(`there are too many templates: ${this.#templates.left} of them are left out.`);
    }
    if (this.#data.left > 0) {
      this.#warnOnce(`there is too much data; files of which the content is left out: ${this.#data.left}.`);
    }
    for (const path of this.#data.cut()) {
      this.#warnOnce(`${path} is very long: only its beginning is read.`);
    }
    for (const path of this.#library.tooBig()) {
      this.#warnOnce(`${path} is too long for a template: what it says is left out.`);
    }
  }

  #warnOnce(text: string): void {
    if (!this.#said.has(text)) {
      this.#said.add(text);
      this.#options.warn(text);
    }
  }

  /** Answers whether there was anything to do. */
  async #change(part: MountedPart, shelf: Shelf, changes: ChangesByPart): Promise<boolean> {
    const { source } = this.#options;
    const { gone, places } = await changedPlaces(source, this.#rule(part), changes[part], shelf);
    gone.forEach((uri) => {
      shelf.delete(uri);
    });
    for (const { uri } of await this.#put(shelf, places)) {
      if ((await source.fileSystem.stat(uri)) !== 'file') {
        shelf.delete(uri);
      }
    }
    return gone.length + places.length > 0;
  }

  /** Answers those that could not be read. */
  async #put(shelf: Shelf, places: readonly MountedPlace[]): Promise<MountedPlace[]> {
    const { source, documents } = this.#options;
    const unreadable: MountedPlace[] = [];
    const read = readPlaces(source, places, documents, (place, text) => {
      shelf.put(place, text);
      return text === undefined ? [place] : [];
    });
    for await (const some of read) {
      unreadable.push(...some.flat());
    }
    return unreadable;
  }

  async #readFiles(): Promise<LearntFacts> {
    const { places, complete } = await this.#list('files');
    if (!complete) {
      this.#warnOnce('there are static files or assets that could not be listed, or too many of them.');
    }
    const draft = new MountedFilesDraft();
    for (const place of places) {
      this.#toFileBelow(place).forEach((file) => {
        draft.add(file);
      });
      await this.#options.source.slices.pause();
    }
    this.#files = draft.finish(!complete);
    return { files: this.#files };
  }

  /** All files are listed again for a folder that comes or goes, and where a file may stand in front of one of a theme. */
  async #changeFiles(changes: readonly ChangedPath[]): Promise<LearntFacts> {
    const { source, layout } = this.#options;
    const rule = this.#rule('files');
    for (const { path, type, uri } of changes) {
      const place = rule(path);
      if (place !== undefined && this.#isPage(place)) {
        continue;
      }
      const [file] = place === undefined ? [] : this.#toFileBelow(place);
      const isFile =
        file !== undefined &&
        (type === 'deleted'
          ? this.#files.filesIn(file.component, file.path).length === 0
          : (await source.fileSystem.stat(uri)) === 'file');
      if (!isFile || layout.mounted.length > 1) {
        return this.#readFiles();
      }
      this.#files = type === 'deleted' ? this.#files.without(file) : this.#files.with(file);
    }
    return { files: this.#files };
  }

  async #readTeam(): Promise<LearntFacts> {
    const { source, documents } = this.#options;
    const [file] = await readTexts(source, teamFileNames);
    if (file === undefined) {
      return { team: undefined };
    }
    const uri = uriAt(source.root, file.path);
    const text = documents.get(uri) ?? file.text;
    return { team: parseTeamFile(uri, text, file.path.endsWith('.json') ? 'json' : 'yaml').team };
  }

  #toFileBelow(place: MountedPlace): FileBelow[] {
    const { component, logicalPath, uri } = place;
    const isFile = component === 'static' || component === 'assets' || component === 'content';
    return isFile && !this.#isPage(place) ? [{ component, path: logicalPath, uri }] : [];
  }

  #isPage({ component, logicalPath }: MountedPlace): boolean {
    return component === 'content' && isContentPath(logicalPath, this.#options.hugo);
  }

  #rule(part: MountedPart): PlaceRule<MountedPlace> {
    return mountedRule(this.#options.source.root, this.#options.layout, part);
  }

  /** Those of the project first. */
  async #list(part: MountedPart): Promise<Places<MountedPlace>> {
    const { source, layout } = this.#options;
    const folders = layout.mounts.folders(partComponents[part]);
    const { places, complete } = await listPlaces(source, this.#rule(part), folders);
    return { places: places.toSorted((a, b) => a.rank - b.rank), complete };
  }
}
