import type { Labels } from '../preview/labels.ts';
import { previewWidths } from '../preview/messages.ts';
import type { FromWebview, PanelState } from '../preview/messages.ts';
import type { PreviewPage } from '../../../server/src/protocol.ts';
import { byId, fill } from './elements.ts';

/** The bar at the top: what page this is, and how it is shown. */
export class Bar {
  readonly #labels: Labels;
  readonly #buttons: readonly HTMLButtonElement[];
  #state: PanelState | undefined;

  constructor(labels: Labels, tell: (message: FromWebview) => void) {
    this.#labels = labels;
    const bar = byId('bar');
    this.#buttons = [...bar.querySelectorAll('button')];
    const onClick = (id: string, toToldBy: () => FromWebview): void =>
      byId(id).addEventListener('click', () => tell(toToldBy()));
    onClick('copyUrl', () => ({ type: 'run', command: 'copyUrl' }));
    onClick('chooseEngine', () => ({ type: 'run', command: 'chooseEngine' }));
    onClick('refresh', () => ({ type: 'run', command: 'refresh' }));
    onClick('lock', () => ({ type: 'setLocked', locked: this.#state?.locked !== true }));
    onClick('scripts', () => ({ type: 'setScripts', scripts: this.#state?.scripts !== true }));
    onClick('remote', () => ({ type: 'setRemote', remote: this.#state?.remote !== true }));
    for (const width of previewWidths) {
      onClick(`width-${width}`, () => ({ type: 'setWidth', width }));
    }
    bar.addEventListener('keydown', (event) => this.#move(event));
    bar.addEventListener('focusin', (event) => this.#stopAt(event.target));
    this.#stopAt(this.#buttons[0] ?? null);
  }

  showState(state: PanelState): void {
    this.#state = state;
    press('lock', state.locked);
    press('scripts', state.scripts);
    press('remote', state.remote);
    for (const width of previewWidths) {
      press(`width-${width}`, state.width === width);
    }
    byId('scripts').setAttribute('aria-disabled', String(!state.trusted));
  }

  showPage(page: PreviewPage): void {
    const { url, permalink, language, publish } = page;
    const place = byId('url');
    place.textContent = url === '' ? this.#labels.noUrl : url;
    place.title = permalink;
    byId('copyUrl').hidden = url === '';
    show('language', language);
    byId('language').title = fill(this.#labels.language, language);
    show('publish', this.#labels[publish]);
    byId('publish').className = `badge ${publish}`;
    const engine = this.#describeEngine(page);
    show('chooseEngine', engine);
    byId('chooseEngine').title = fill(this.#labels.engine, engine);
  }

  #describeEngine({ engine, hugo, milliseconds }: PreviewPage): string {
    return `${fill(this.#labels[engine], hugo).trim()} · ${fill(this.#labels.milliseconds, String(Math.round(milliseconds)))}`;
  }

  /** One stop of the Tab key; within the bar the arrow keys go from button to button. */
  #move(event: KeyboardEvent): void {
    const shown = this.#buttons.filter(({ hidden }) => !hidden);
    const at = shown.findIndex((button) => button === document.activeElement);
    const target = targets[event.key]?.(at, shown.length);
    if (target !== undefined) {
      event.preventDefault();
      shown.at(target % shown.length)?.focus();
    }
  }

  #stopAt(target: EventTarget | null): void {
    for (const button of this.#buttons) {
      button.tabIndex = button === target ? 0 : -1;
    }
  }
}

const targets: Readonly<Partial<Record<string, (at: number, count: number) => number>>> = {
  ArrowRight: (at) => at + 1,
  ArrowLeft: (at) => at - 1,
  Home: () => 0,
  End: () => -1,
};

function press(id: string, isPressed: boolean): void {
  byId(id).setAttribute('aria-pressed', String(isPressed));
}

function show(id: string, text: string): void {
  const element = byId(id);
  element.textContent = text;
  element.hidden = text === '';
}
