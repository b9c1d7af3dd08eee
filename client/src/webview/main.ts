// The script of the panel: takes what the extension says, shows it, and tells the extension what the reader does.
import { toToWebview } from '../preview/messages.ts';
import { withSheets } from '../preview/sheets.ts';
import type { FromWebview, PanelState, SavedState, ToWebview } from '../preview/messages.ts';
import type { Labels } from '../preview/labels.ts';
import type { PreviewPage } from '../../../server/src/protocol.ts';
import { Bar } from './bar.ts';
import { ScriptedFrame, StillFrame } from './pageFrame.ts';
import type { PageFrame } from './pageFrame.ts';
import { toMarkStyle } from './pageView.ts';
import { Stage } from './stage.ts';

declare function acquireVsCodeApi(): {
  postMessage(message: FromWebview): void;
  getState(): unknown;
  setState(state: SavedState & { readonly top: number }): void;
};

const editor = acquireVsCodeApi();
const nonce = (document.currentScript as HTMLScriptElement | null)?.nonce ?? '';
const labels = JSON.parse(document.body.dataset['labels'] ?? '{}') as Labels;
const pageScript = document.body.dataset['pageScript'] ?? '';

const tell = (message: FromWebview): void => editor.postMessage(message);
const bar = new Bar(labels, tell);
const stage = new Stage(labels, tell);

let frame: PageFrame | undefined;
let state: PanelState | undefined;
let saved: SavedState | undefined;
let page: PreviewPage | undefined;
let line: number | undefined;
let saving = 0;

window.addEventListener('message', (event) => {
  // A page in the frame has an origin of its own, so it cannot speak for the extension.
  const message = event.origin === window.origin ? toToWebview(event.data) : undefined;
  if (message !== undefined) {
    hear(message);
  }
});
// The editor loses a shell that replaces one that is still loading: only who has loaded says so.
if (document.readyState === 'complete') {
  tell({ type: 'ready' });
} else {
  window.addEventListener('load', () => tell({ type: 'ready' }));
}

function hear(message: ToWebview): void {
  switch (message.type) {
    case 'state':
      if (saved?.uri !== message.saved.uri) {
        line = undefined;
      }
      saved = message.saved;
      showState(message.state);
      break;
    case 'page':
      showPage(message.page);
      break;
    case 'mark':
      line = message.line;
      if (isShown()) {
        frame?.mark(line, markStyle(), true);
      }
      break;
    case 'scroll':
      if (isShown()) {
        frame?.scrollToLine(message.line);
      }
      break;
  }
}

function showState(next: PanelState): void {
  const isOtherFrame = state?.scripts !== next.scripts;
  state = next;
  bar.showState(next);
  stage.showState(next);
  if (isOtherFrame) {
    const top = frame?.top ?? savedTop();
    frame?.dispose();
    frame = undefined;
    if (page !== undefined) {
      showHtml(page, true, top);
    }
  }
  save();
}

function showPage(next: PreviewPage): void {
  const isNew = page?.uri !== next.uri;
  const top = page === undefined ? savedTop() : 0;
  const hasNewSheets = next.sheets?.some(({ css }) => css !== undefined) === true;
  const isOther = page?.html !== next.html || hasNewSheets || isNew;
  const isOfOtherEngine = page?.engine !== next.engine;
  page = withSheets(next, page);
  bar.showPage(next);
  stage.showPage(next);
  if (isOther) {
    showHtml(page, isNew, top);
  }
  if (isOfOtherEngine && top === 0) {
    frame?.mark(line, markStyle(), true); // The layouts of two engines have little in common.
  }
}

function showHtml(shown: PreviewPage, isNew: boolean, top: number): void {
  frame ??= createFrame(state?.scripts === true);
  frame.show(shown, isNew, top);
  frame.mark(line, markStyle(), false);
}

/** While another page is on its way, the one before is still on view. */
function isShown(): boolean {
  return page?.uri === saved?.uri;
}

function createFrame(scripts: boolean): PageFrame {
  const created = scripts
    ? new ScriptedFrame(labels.page, hearPage, nonce, pageScript)
    : new StillFrame(labels.page, hearPage);
  stage.hold(created.element);
  return created;
}

function hearPage(message: FromWebview): void {
  tell(message);
  window.clearTimeout(saving);
  saving = window.setTimeout(save, 200);
}

/** The place in the page survives that the panel is hidden, and that the window is loaded again. */
function save(): void {
  if (saved !== undefined) {
    editor.setState({ ...saved, top: frame?.top ?? savedTop() });
  }
}

function savedTop(): number {
  const before = editor.getState();
  const isHere =
    typeof before === 'object' &&
    before !== null &&
    'top' in before &&
    'uri' in before &&
    before.uri === saved?.uri;
  return isHere && typeof before.top === 'number' ? before.top : 0;
}

function markStyle(): string {
  const color = getComputedStyle(document.body).getPropertyValue('--vscode-focusBorder').trim();
  const isHighContrast = /\bvscode-high-contrast/.test(document.body.className);
  return toMarkStyle(color === '' ? 'Highlight' : color, isHighContrast);
}
