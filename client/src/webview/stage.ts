import type { Labels } from '../preview/labels.ts';
import type {
  EmptyReason,
  FromWebview,
  PanelCommand,
  PanelState,
  PreviewWidth,
} from '../preview/messages.ts';
import type { PreviewPage, PreviewProblem } from '../../../server/src/protocol.ts';
import { byId, createButton, createElement, fill } from './elements.ts';

/** In CSS pixels. */
const widths: Readonly<Record<Exclude<PreviewWidth, 'fit'>, number>> = {
  phone: 390,
  tablet: 820,
  desktop: 1280,
};

/** Everything below the bar: progress, problems, notes, and the page or why there is none. */
export class Stage {
  readonly #labels: Labels;
  readonly #tell: (message: FromWebview) => void;
  readonly #stage = byId('stage');
  #frame: HTMLIFrameElement | undefined;
  #state: PanelState | undefined;
  #page: PreviewPage | undefined;

  constructor(labels: Labels, tell: (message: FromWebview) => void) {
    this.#labels = labels;
    this.#tell = tell;
    new ResizeObserver(() => this.#fit()).observe(this.#stage);
  }

  hold(frame: HTMLIFrameElement): void {
    this.#frame = frame;
    this.#stage.append(frame);
    this.#fit();
  }

  showState(state: PanelState): void {
    this.#state = state;
    this.#showEmpty(state.empty);
    this.#showNotes();
    this.#fit();
  }

  showPage(page: PreviewPage): void {
    this.#page = page;
    byId('progress').textContent = page.progress;
    this.#stage.classList.toggle('stale', page.stale);
    byId('problems').replaceChildren(
      ...page.problems.map((problem, index) => this.#toProblem(problem, index)),
    );
    if (page.stale && page.problems.length > 0) {
      byId('problems').append(createElement('p', this.#labels.stale, 'calm'));
    }
    this.#showNotes();
  }

  #toProblem(problem: PreviewProblem, index: number): HTMLElement {
    const line = createElement('p', '', problem.severity);
    line.append(createElement('strong', this.#labels[problem.severity]), ` ${problem.message} `);
    if (problem.uri !== undefined) {
      line.append(createButton(describePlace(problem), () => this.#tell({ type: 'openProblem', index })));
    }
    return line;
  }

  #showNotes(): void {
    const notes = (this.#page?.notes ?? []).map((note) => createElement('p', note));
    if (this.#state?.trusted === false) {
      const line = createElement('p', `${this.#labels.untrusted} `);
      line.append(this.#toCommand('manageTrust'));
      notes.push(line);
    }
    const [summary, body] = byId('notes').children;
    byId('notes').hidden = notes.length === 0;
    if (summary !== undefined) {
      summary.textContent =
        notes.length === 1 ? this.#labels.oneNote : fill(this.#labels.notes, String(notes.length));
    }
    body?.replaceChildren(...notes);
  }

  #showEmpty(reason: EmptyReason): void {
    const empty = byId('empty');
    const isEmpty = reason !== 'none';
    empty.hidden = !isEmpty;
    this.#stage.classList.toggle('empty', isEmpty);
    if (isEmpty) {
      empty.textContent = `${this.#labels[reason]} `;
    }
    if (reason === 'noServer') {
      empty.append(this.#toCommand('restartServer'));
    }
  }

  #toCommand(command: PanelCommand & keyof Labels): HTMLButtonElement {
    return createButton(this.#labels[command], () => this.#tell({ type: 'run', command }));
  }

  /** A width that the panel does not have is shown smaller. */
  #fit(): void {
    const frame = this.#frame;
    const width = this.#state?.width ?? 'fit';
    if (frame === undefined) {
      return;
    }
    const { clientWidth, clientHeight } = this.#stage;
    const wanted = width === 'fit' ? clientWidth : widths[width];
    const scale = Math.min(1, clientWidth / wanted);
    frame.style.width = `${wanted}px`;
    frame.style.height = `${clientHeight / scale}px`;
    frame.style.transform = scale === 1 ? '' : `scale(${scale})`;
    frame.style.marginInline = scale === 1 ? 'auto' : '0';
  }
}

function describePlace({ path, uri, line, character }: PreviewProblem): string {
  const place = [line, character].filter((part) => part !== undefined).map((part) => `:${part + 1}`);
  return `${path ?? uri ?? ''}${place.join('')}`;
}
