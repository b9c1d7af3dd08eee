// What the extension and its webview say to each other, and what the webview says to a page whose scripts run. Whatever comes from another
// side is looked at before it is believed; what nobody knows is dropped.
import type {
  PreviewOptions,
  PreviewPage,
  PreviewProblem,
  PreviewSheet,
} from '../../../server/src/protocol.ts';
import { isBoolean, isNumber, isText, listOf, oneOf, optional, shape, toMessage } from './checks.ts';
import type { Check } from './checks.ts';

/** `fit` is as wide as the panel is. */
export type PreviewWidth = 'fit' | 'phone' | 'tablet' | 'desktop';
export const previewWidths: readonly PreviewWidth[] = ['fit', 'phone', 'tablet', 'desktop'];

/** Why there is no page to show. */
export type EmptyReason = 'none' | 'waiting' | 'notContent' | 'noServer' | 'gone';

/** What the bar shows besides the page itself. */
export interface PanelState {
  readonly width: PreviewWidth;
  readonly locked: boolean;
  /** The site's scripts run. */
  readonly scripts: boolean;
  readonly remote: boolean;
  readonly trusted: boolean;
  readonly empty: EmptyReason;
}

/** What survives a reload of the window. */
export interface SavedState {
  readonly uri: string;
  readonly locked: boolean;
  readonly width: PreviewWidth;
  readonly scripts: boolean;
  /** Absent: as the setting says. */
  readonly remote?: boolean;
  readonly engine?: PreviewOptions['engine'];
}

/** From the extension to the webview. */
export type ToWebview =
  | { readonly type: 'state'; readonly state: PanelState; readonly saved: SavedState }
  | { readonly type: 'page'; readonly page: PreviewPage }
  | { readonly type: 'mark'; readonly line: number }
  | { readonly type: 'scroll'; readonly line: number };

/** What a button does that opens something of the editor's own. */
export type PanelCommand = 'chooseEngine' | 'refresh' | 'manageTrust' | 'restartServer' | 'copyUrl';

/** From the webview to the extension. */
export type FromWebview =
  | { readonly type: 'ready' }
  | { readonly type: 'run'; readonly command: PanelCommand }
  | { readonly type: 'setWidth'; readonly width: PreviewWidth }
  | { readonly type: 'setLocked'; readonly locked: boolean }
  | { readonly type: 'setScripts'; readonly scripts: boolean }
  | { readonly type: 'setRemote'; readonly remote: boolean }
  | { readonly type: 'openProblem'; readonly index: number }
  | FromPage;

/** What no block of the text became: its words stand somewhere from line `from` until before `to`, in a template, or nowhere. */
export interface Sought {
  readonly text: string;
  readonly from: number;
  readonly to: number;
  /** There are blocks of the text on both sides: what is there comes from between them. */
  readonly inside: boolean;
}

/** What happens in the page; lines from 0, with a fraction inside of a block. */
export type FromPage =
  | { readonly type: 'reveal'; readonly line: number }
  | ({ readonly type: 'find' } & Sought)
  | { readonly type: 'scrolled'; readonly line: number }
  | { readonly type: 'openSource'; readonly uri: string }
  | { readonly type: 'openExternal'; readonly href: string };

/** From the script inside of a page whose scripts run. */
export type FromScriptedPage = FromPage | { readonly type: 'at'; readonly top: number };

/** To that script. */
export type ToScriptedPage =
  | { readonly type: 'mark'; readonly line: number; readonly style: string; readonly reveal: boolean }
  | { readonly type: 'scroll'; readonly line: number }
  | { readonly type: 'scrollTo'; readonly top: number };

export const isPreviewEngine = oneOf('auto', 'instant', 'embedded', 'native');
const isWidth = oneOf('fit', 'phone', 'tablet', 'desktop');

const isProblem: Check<PreviewProblem> = shape<PreviewProblem>({
  severity: oneOf('error', 'warning'),
  message: isText,
  uri: optional(isText),
  path: optional(isText),
  line: optional(isNumber),
  character: optional(isNumber),
});

const isSheet: Check<PreviewSheet> = shape<PreviewSheet>({ hash: isText, css: optional(isText) });

const isPage: Check<PreviewPage> = shape<PreviewPage>({
  uri: isText,
  version: isNumber,
  engine: oneOf('instant', 'embedded', 'native'),
  hugo: isText,
  milliseconds: isNumber,
  html: isText,
  sheets: optional(listOf(isSheet)),
  stale: isBoolean,
  url: isText,
  permalink: isText,
  language: isText,
  publish: oneOf('published', 'draft', 'scheduled', 'expired', 'neverRendered'),
  problems: listOf(isProblem),
  notes: listOf(isText),
  progress: isText,
});

export const isSavedState: Check<SavedState> = shape<SavedState>({
  uri: isText,
  locked: isBoolean,
  width: isWidth,
  scripts: isBoolean,
  remote: optional(isBoolean),
  engine: optional(isPreviewEngine),
});

const isPanelState: Check<PanelState> = shape<PanelState>({
  width: isWidth,
  locked: isBoolean,
  scripts: isBoolean,
  remote: isBoolean,
  trusted: isBoolean,
  empty: oneOf('none', 'waiting', 'notContent', 'noServer', 'gone'),
});

export function toToWebview(value: unknown): ToWebview | undefined {
  return toMessage<ToWebview>(
    {
      state: shape({ type: oneOf('state'), state: isPanelState, saved: isSavedState }),
      page: shape({ type: oneOf('page'), page: isPage }),
      mark: shape({ type: oneOf('mark'), line: isNumber }),
      scroll: shape({ type: oneOf('scroll'), line: isNumber }),
    },
    value,
  );
}

const fromPage = {
  reveal: shape({ type: oneOf('reveal'), line: isNumber }),
  find: shape({ type: oneOf('find'), text: isText, from: isNumber, to: isNumber, inside: isBoolean }),
  scrolled: shape({ type: oneOf('scrolled'), line: isNumber }),
  openSource: shape({ type: oneOf('openSource'), uri: isText }),
  openExternal: shape({ type: oneOf('openExternal'), href: isText }),
};

export function toFromWebview(value: unknown): FromWebview | undefined {
  return toMessage<FromWebview>(
    {
      ...fromPage,
      ready: shape({ type: oneOf('ready') }),
      run: shape({
        type: oneOf('run'),
        command: oneOf('chooseEngine', 'refresh', 'manageTrust', 'restartServer', 'copyUrl'),
      }),
      setWidth: shape({ type: oneOf('setWidth'), width: isWidth }),
      setLocked: shape({ type: oneOf('setLocked'), locked: isBoolean }),
      setScripts: shape({ type: oneOf('setScripts'), scripts: isBoolean }),
      setRemote: shape({ type: oneOf('setRemote'), remote: isBoolean }),
      openProblem: shape({ type: oneOf('openProblem'), index: isNumber }),
    },
    value,
  );
}

export function toFromScriptedPage(value: unknown): FromScriptedPage | undefined {
  return toMessage<FromScriptedPage>({ ...fromPage, at: shape({ type: oneOf('at'), top: isNumber }) }, value);
}

export function toToScriptedPage(value: unknown): ToScriptedPage | undefined {
  return toMessage<ToScriptedPage>(
    {
      mark: shape({ type: oneOf('mark'), line: isNumber, style: isText, reveal: isBoolean }),
      scroll: shape({ type: oneOf('scroll'), line: isNumber }),
      scrollTo: shape({ type: oneOf('scrollTo'), top: isNumber }),
    },
    value,
  );
}
