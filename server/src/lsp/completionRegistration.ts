import type {
  CompletionRegistrationOptions,
  InitializeParams,
  ServerCapabilities,
} from 'vscode-languageserver';
import { triggerLetters, triggerSigns } from '../core/features/completion/triggers.ts';
import type { InitializationOptions } from '../protocol.ts';

const markdown = 'md,markdown,mdown';
const others = 'html,htm,adoc,asciidoc,ad,org,rst,rest,pandoc,pdc';

/** What is said of completion at once: everything, to an editor that takes no registration later. */
export function completionCapability(
  params: InitializeParams,
): Pick<ServerCapabilities, 'completionProvider'> {
  return takesRegistrations(params)
    ? {}
    : { completionProvider: { triggerCharacters: triggersIn(params, 'markdown') } };
}

/** What is said of completion per kind of document: letters must not stand in the way of what HTML completes by itself. */
export function completionRegistrations(params: InitializeParams): CompletionRegistrationOptions[] {
  if (!takesRegistrations(params)) {
    return [];
  }
  return [
    {
      documentSelector: [{ scheme: 'file', pattern: `**/*.{${markdown}}` }],
      triggerCharacters: triggersIn(params, 'markdown'),
    },
    {
      documentSelector: [{ scheme: 'file', pattern: `**/*.{${others}}` }],
      triggerCharacters: triggersIn(params, 'other'),
    },
  ];
}

function takesRegistrations({ capabilities }: InitializeParams): boolean {
  return capabilities.textDocument?.completion?.dynamicRegistration === true;
}

function triggersIn({ initializationOptions }: InitializeParams, kind: 'markdown' | 'other'): string[] {
  const { completeAtLetters = false } = (initializationOptions ?? {}) as InitializationOptions;
  return kind === 'markdown' && completeAtLetters ? [...triggerSigns, ...triggerLetters] : [...triggerSigns];
}
