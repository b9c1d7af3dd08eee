// "New Post": where it goes follows from the file that is open, so that all there is to answer is its title, with the path that it gets below. One step
// back is the list of all places. The file is made as one change, and opened with stops in the values that wait for the writer.
import { InputBoxValidationSeverity, QuickInputButtons, ThemeIcon, Uri, window, workspace } from 'vscode';
import type { InputBox, QuickInputButton, QuickPickItem } from 'vscode';
import { makeNewPostRequest, planPostRequest, postPlacesRequest } from '../../../server/src/protocol.ts';
import type {
  PlanPostParams,
  PlanPostResult,
  PostPlaceItem,
  PostPlacesParams,
  PostPlacesResult,
} from '../../../server/src/protocol.ts';
import type { Asked } from '../asked.ts';
import { translate } from '../translate.ts';
import { createPage } from './newFiles.ts';

/** `folder` is the one that the writer points at in the explorer. */
export async function newPost(server: Asked | undefined, folder?: Uri): Promise<void> {
  if (server === undefined) {
    return;
  }
  const found = await askPlaces(server, folder);
  if (found.places.length === 0 && found.chosen === undefined) {
    void window.showInformationMessage(
      translate('There is no Hugo site here yet: open the folder of one, or a page of it.'),
    );
    return;
  }
  if (folder !== undefined && found.chosen === undefined) {
    void window.showInformationMessage(
      translate('Posts stand below the content folder of the site. Choose where this one goes.'),
    );
  }
  let place = found.chosen ?? (await choosePlace(found.places));
  while (place !== undefined) {
    const answer = await askTitle(server, place, found.places.length > 0);
    if (answer !== 'back') {
      await (answer === undefined ? undefined : make(server, answer));
      return;
    }
    place = await choosePlace(found.places, place);
  }
}

async function askPlaces(server: Asked, folder: Uri | undefined): Promise<PostPlacesResult> {
  const uri = folder ?? window.activeTextEditor?.document.uri;
  const params: PostPlacesParams = {
    folders: (workspace.workspaceFolders ?? []).map((each) => each.uri.toString()),
    ...(uri === undefined ? {} : { uri: uri.toString(), isFolder: folder !== undefined }),
  };
  return (await server.ask(postPlacesRequest, params)) ?? { places: [] };
}

interface PlaceRow extends QuickPickItem {
  readonly place: PostPlaceItem;
}

/** All lists in all languages; one alone is no question. */
async function choosePlace(
  places: readonly PostPlaceItem[],
  before?: PostPlaceItem,
): Promise<PostPlaceItem | undefined> {
  const [only] = places;
  if (places.length === 1 && before === undefined) {
    return only;
  }
  const rows = places.map((place): PlaceRow => ({
    place,
    label: labelOf(place),
    description: countOf(place),
  }));
  const row = await window.showQuickPick(rows, {
    title: translate('New Post: Where?'),
    placeHolder: translate('The section that it belongs to'),
    matchOnDescription: true,
    ignoreFocusOut: true,
  });
  return row?.place;
}

function labelOf({ folder }: PostPlaceItem): string {
  return folder === '' ? translate('The top of the site') : folder;
}

function countOf({ languageName, site, pages }: PostPlaceItem): string {
  const count =
    pages === 0
      ? translate('no pages yet')
      : pages === 1
        ? translate('1 page')
        : translate('{0} pages', pages);
  return [languageName, count, site].filter((part) => part !== '').join(' · ');
}

/** The title, and the path where the writer changes it. `undefined` is a writer who has thought better of it. */
function askTitle(
  server: Asked,
  place: PostPlaceItem,
  canGoBack: boolean,
): Promise<PlanPostParams | 'back' | undefined> {
  return new Promise((resolve) => {
    new TitleBox(server, place, canGoBack, resolve).show();
  });
}

class TitleBox {
  readonly #server: Asked;
  readonly #place: PostPlaceItem;
  readonly #resolve: (answer: PlanPostParams | 'back' | undefined) => void;
  readonly #box: InputBox;
  readonly #kind: QuickInputButton;
  readonly #rename: QuickInputButton;
  #title = '';
  #isBundle: boolean | undefined;
  #isPath = false;
  #plan: PlanPostResult | undefined;
  /** The newest question wins. */
  #asked: Promise<void> = Promise.resolve();
  #question = 0;
  #isClosed = false;

  constructor(
    server: Asked,
    place: PostPlaceItem,
    canGoBack: boolean,
    resolve: (answer: PlanPostParams | 'back' | undefined) => void,
  ) {
    this.#server = server;
    this.#place = place;
    this.#resolve = resolve;
    this.#kind = {
      iconPath: new ThemeIcon('file-submodule'),
      tooltip: translate('A folder of its own for its pictures, or a single file'),
    };
    this.#rename = { iconPath: new ThemeIcon('edit'), tooltip: translate('Change the path') };
    const box = window.createInputBox();
    this.#box = box;
    box.ignoreFocusOut = true;
    box.buttons = [...(canGoBack ? [QuickInputButtons.Back] : []), this.#kind, this.#rename];
    box.onDidChangeValue(() => this.#changed());
    box.onDidAccept(() => void this.#accept());
    box.onDidTriggerButton((button) => this.#press(button));
    box.onDidHide(() => {
      this.#answer(undefined);
      box.dispose();
    });
  }

  show(): void {
    this.#word();
    this.#box.show();
    this.#changed();
  }

  #word(): void {
    const { languageName } = this.#place;
    const where = [labelOf(this.#place), languageName].filter((part) => part !== '').join(' · ');
    this.#box.title = translate('New Post in {0}', where);
    this.#box.placeholder = this.#isPath ? '' : translate('Title');
    this.#box.prompt = this.#isPath
      ? translate('The path below the content folder. Enter makes the post.')
      : translate('The title as readers see it. Enter makes the post.');
  }

  #params(): PlanPostParams {
    const path = this.#isPath ? { path: this.#box.value.trim() } : {};
    const isBundle = this.#isBundle === undefined ? {} : { isBundle: this.#isBundle };
    return { place: this.#place, title: this.#title, ...isBundle, ...path };
  }

  #changed(): void {
    if (!this.#isPath) {
      this.#title = this.#box.value;
    }
    this.#question += 1;
    this.#asked = this.#ask(this.#question);
  }

  async #ask(question: number): Promise<void> {
    const plan = await this.#server.ask(planPostRequest, this.#params());
    if (question !== this.#question || this.#isClosed) {
      return;
    }
    this.#plan = plan;
    const isEmpty = this.#box.value.trim() === '';
    this.#box.validationMessage =
      this.#plan === undefined || isEmpty
        ? undefined
        : this.#plan.problem === undefined
          ? { message: this.#plan.shown, severity: InputBoxValidationSeverity.Info }
          : { message: this.#plan.problem, severity: InputBoxValidationSeverity.Error };
  }

  async #accept(): Promise<void> {
    await this.#asked;
    if (this.#box.value.trim() === '') {
      this.#box.validationMessage = {
        message: translate('A post needs a title.'),
        severity: InputBoxValidationSeverity.Error,
      };
    } else if (this.#plan !== undefined && this.#plan.problem === undefined) {
      this.#answer(this.#params());
      this.#box.hide();
    }
  }

  #press(button: QuickInputButton): void {
    if (button === this.#kind) {
      this.#isBundle = this.#plan?.isBundle !== true;
      this.#isPath = false;
      this.#box.value = this.#title;
    } else if (button === this.#rename && !this.#isPath) {
      this.#isPath = true;
      this.#box.value = this.#plan?.path ?? '';
    } else if (this.#isPath) {
      this.#isPath = false;
      this.#box.value = this.#title;
    } else {
      this.#answer('back');
      this.#box.hide();
      return;
    }
    this.#word();
    this.#changed();
  }

  #answer(answer: PlanPostParams | 'back' | undefined): void {
    if (!this.#isClosed) {
      this.#isClosed = true;
      this.#resolve(answer);
    }
  }
}

async function make(server: Asked, params: PlanPostParams): Promise<void> {
  const post = await server.ask(makeNewPostRequest, params);
  if (post === undefined || post.problem !== undefined) {
    void window.showErrorMessage(post?.problem ?? translate('The post could not be made. The log says why.'));
    return;
  }
  const { uri, text, snippet, shown, others } = post;
  const problem = await createPage({ uri: Uri.parse(uri), text, snippet, shown, others });
  if (problem !== undefined) {
    await offerText(text, problem);
    return;
  }
  if (post.note !== undefined) {
    void window.showWarningMessage(post.note);
  }
}

/** Nothing that was to be written is lost: it can be saved elsewhere. */
async function offerText(text: string, problem: string): Promise<void> {
  const show = translate('Show the Text');
  if ((await window.showErrorMessage(problem, show)) === show) {
    const document = await workspace.openTextDocument({ language: 'markdown', content: text });
    await window.showTextDocument(document);
  }
}
