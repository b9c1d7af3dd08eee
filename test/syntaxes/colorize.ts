// Runs the grammars of syntaxes/ the way VS Code does: our injections over a host grammar that owns the document.
import { readFileSync } from 'node:fs';
import { createRequire } from 'node:module';
import { join, resolve } from 'node:path';
import oniguruma from 'vscode-oniguruma';
import textmate from 'vscode-textmate';
import type { IGrammar, IOnigLib } from 'vscode-textmate';

/** One token of a line: its text and its scopes, outermost first. */
export interface Token {
  readonly text: string;
  readonly scopes: readonly string[];
}

/** The grammar files of the language that owns the document, by scope name. */
export type Hosts = Readonly<Record<string, string>>;

interface ContributedGrammar {
  readonly scopeName: string;
  readonly path: string;
  readonly injectTo?: readonly string[];
}

const root = resolve(import.meta.dirname, '../..');
const hostFolder = join(import.meta.dirname, 'hosts');

/** Small stand-ins for VS Code's own grammars, so that the snapshots need nothing but this repository. */
export const smallHosts: Hosts = {
  'text.html.markdown': join(hostFolder, 'markdown.json'),
  'text.html.derivative': join(hostFolder, 'html.json'),
  'source.rst': join(hostFolder, 'rst.json'),
  'text.asciidoc': join(hostFolder, 'asciidoc.json'),
  'source.yaml': join(hostFolder, 'yaml.json'),
  'source.json': join(hostFolder, 'json.json'),
};

/** Colors `text` as a document of the host `scopeName`: the tokens of each line. */
export async function colorize(
  text: string,
  scopeName: string,
  hosts: Hosts = smallHosts,
): Promise<Token[][]> {
  const grammar = await loadGrammar(scopeName, hosts);
  let state = textmate.INITIAL;
  return text.split('\n').map((line) => {
    const result = grammar.tokenizeLine(line, state);
    state = result.ruleStack;
    return result.tokens
      .map((token) => ({ text: line.slice(token.startIndex, token.endIndex), scopes: token.scopes }))
      .filter((token) => token.text !== '');
  });
}

async function loadGrammar(scopeName: string, hosts: Hosts): Promise<IGrammar> {
  const ours = new Map(contributedGrammars().map((grammar) => [grammar.scopeName, grammar]));
  const registry = new textmate.Registry({
    onigLib: loadOniguruma(),
    loadGrammar: (scope) => {
      const contributed = ours.get(scope);
      const path = contributed === undefined ? hosts[scope] : join(root, contributed.path);
      return Promise.resolve(
        path === undefined ? null : textmate.parseRawGrammar(readFileSync(path, 'utf8'), path),
      );
    },
    getInjections: (scope) =>
      [...ours.values()]
        .filter(({ injectTo }) => injectTo?.includes(scope))
        .map((grammar) => grammar.scopeName),
  });
  const grammar = await registry.loadGrammar(scopeName);
  if (grammar === null) {
    throw new Error(`no grammar for ${scopeName}`);
  }
  return grammar;
}

function contributedGrammars(): readonly ContributedGrammar[] {
  const manifest = JSON.parse(readFileSync(join(root, 'package.json'), 'utf8')) as {
    contributes: { grammars: readonly ContributedGrammar[] };
  };
  return manifest.contributes.grammars;
}

let onigLib: Promise<IOnigLib> | undefined;

function loadOniguruma(): Promise<IOnigLib> {
  onigLib ??= startOniguruma();
  return onigLib;
}

async function startOniguruma(): Promise<IOnigLib> {
  const wasm = createRequire(import.meta.url).resolve('vscode-oniguruma/release/onig.wasm');
  await oniguruma.loadWASM(readFileSync(wasm).buffer);
  return {
    createOnigScanner: (patterns) => new oniguruma.OnigScanner(patterns),
    createOnigString: (text) => new oniguruma.OnigString(text),
  };
}
