// What the manifest promises: every text in every language, every file there, every rule with its setting, nothing listed outside a Hugo site.
import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { findStaleTexts, schemaPath, toManual } from '../../server/src/cli/manual.ts';
import { ruleGroups, rules } from '../../server/src/core/features/diagnostics/index.ts';
import {
  findStrings,
  findUntranslated,
  findWrongPlaceholders,
  readBundles,
  readStrings,
} from '../support/l10n.ts';

interface Setting {
  readonly type: string;
  readonly scope: string;
  readonly order: number;
  readonly enum?: readonly string[];
  readonly enumDescriptions?: readonly string[];
  readonly markdownDescription: string;
}

interface Step {
  readonly id: string;
  readonly title: string;
  readonly description: string;
  readonly media: { readonly svg: string; readonly altText: string };
  readonly completionEvents: readonly string[];
  readonly when?: string;
}

interface Manifest {
  readonly icon: string;
  readonly engines: { readonly vscode: string };
  readonly devDependencies: Readonly<Record<string, string>>;
  readonly activationEvents: readonly string[];
  readonly capabilities: {
    readonly untrustedWorkspaces: { readonly restrictedConfigurations: readonly string[] };
  };
  readonly contributes: {
    readonly commands: readonly { readonly command: string; readonly enablement: string }[];
    readonly menus: {
      readonly commandPalette: readonly { readonly command: string; readonly when: string }[];
    };
    readonly walkthroughs: readonly {
      readonly id: string;
      readonly icon: string;
      readonly steps: readonly Step[];
    }[];
    readonly configuration: readonly {
      readonly title: string;
      readonly order: number;
      readonly properties: Readonly<Record<string, Setting>>;
    }[];
    readonly grammars: readonly { readonly path: string }[];
    readonly snippets: readonly { readonly path: string }[];
  };
}

const root = resolve(import.meta.dirname, '../..');
const source = readFileSync(resolve(root, 'package.json'), 'utf8');
const manifest = JSON.parse(source) as Manifest;
const { commands, menus, walkthroughs, configuration, grammars, snippets } = manifest.contributes;
const settings = new Map(configuration.flatMap(({ properties }) => Object.entries(properties)));
const manifestStrings = ['package.nls.json', 'package.nls.sv.json', 'package.nls.nb.json'];

describe('the manifest', () => {
  test.each(manifestStrings)('finds all its texts in %s, and no others', (file) => {
    const used = new Set(Array.from(source.matchAll(/"%([\w.]+)%"/g), ([, key]) => key ?? ''));
    const texts = readStrings(file);
    expect(Object.keys(texts).sort()).toEqual([...used].sort());
    expect(Object.values(texts)).not.toContain('');
  });

  test('names only files that exist', () => {
    const paths = [manifest.icon, ...grammars.map(({ path }) => path), ...snippets.map(({ path }) => path)];
    expect(paths.filter((path) => !existsSync(resolve(root, path)))).toEqual([]);
  });

  test('is compiled against the oldest VS Code that it admits', () => {
    expect(`^${manifest.devDependencies['@types/vscode'] ?? ''}`).toBe(manifest.engines.vscode);
  });

  test('starts narrowly', () => {
    const narrow =
      /^(?:onLanguage:(?:markdown|html)|onWebviewPanel:hugoScribe\.preview|workspaceContains:(?:hugo|config)[./][\w./*]+)$/;
    expect(manifest.activationEvents.filter((event) => !narrow.test(event))).toEqual([]);
  });

  test('lists its commands in Hugo sites alone', () => {
    expect(new Set(commands.map(({ enablement }) => enablement))).toEqual(new Set(['hugoScribe.active']));
    expect(menus.commandPalette.map(({ command }) => command)).toEqual(
      commands.map(({ command }) => command),
    );
    expect(menus.commandPalette.filter(({ when }) => !/^hugoScribe\.active(?: && .+)?$/.test(when))).toEqual(
      [],
    );
  });
});

/** What the walkthrough uses of VS Code's own, and the one context that the client sets. */
const builtInCommands = ['vscode.openFolder', 'workbench.action.quickOpen', 'editor.action.triggerSuggest'];
const context = 'hugoScribe.active';

describe('the walkthrough', () => {
  const steps = walkthroughs.flatMap((walkthrough) => walkthrough.steps);
  const runnable = new Set([...commands.map(({ command }) => command), ...builtInCommands]);

  test('has four to six steps, and can be opened by a command', () => {
    expect(walkthroughs.map(({ id }) => id)).toEqual(['start']);
    expect(steps.length).toBeGreaterThanOrEqual(4);
    expect(steps.length).toBeLessThanOrEqual(6);
    expect(readFileSync(resolve(root, 'client/src/extension.ts'), 'utf8')).toContain('#start`');
  });

  test.each(steps.map((step) => [step.id, step] as const))('ends %s with what the writer does', (_, step) => {
    expect(step.completionEvents.length).toBeGreaterThan(0);
    for (const event of step.completionEvents) {
      const [kind, name = ''] = event.split(':');
      expect(['onCommand', 'onContext']).toContain(kind);
      expect(kind === 'onContext' ? name === context : runnable.has(name), event).toBe(true);
    }
    expect([undefined, context]).toContain(step.when);
  });

  test.each(manifestStrings)('links to commands that exist, the same in %s as in English', (file) => {
    const linksOf = (texts: Readonly<Record<string, string>>): string[][] =>
      steps.map(({ description }) =>
        [...(texts[description.replaceAll('%', '')] ?? '').matchAll(/\]\(command:([\w.]+)/g)].map(
          ([, command = '']) => command,
        ),
      );
    const links = linksOf(readStrings(file));
    expect(links).toEqual(linksOf(readStrings('package.nls.json')));
    expect(links.flat().filter((command) => !runnable.has(command))).toEqual([]);
  });

  test.each(manifestStrings)('calls each command in %s as the palette does', (file) => {
    const texts = readStrings(file);
    const links = steps.flatMap(({ description }) => [
      ...(texts[description.replaceAll('%', '')] ?? '').matchAll(/\[([^\]]+)\]\(command:(hugoScribe\.\w+)/g),
    ]);
    expect(links.length).toBeGreaterThan(2);
    for (const [, said, command = ''] of links) {
      expect(said).toBe(texts[command.replace('hugoScribe', 'command')]);
    }
  });

  test('has a picture for each step that any theme can color, and says what is in it', () => {
    for (const { media } of steps) {
      expect(media.altText).toMatch(/^%.+%$/);
      const picture = readFileSync(resolve(root, media.svg), 'utf8');
      expect(picture).toContain('var(--vscode-editor-background)');
      expect(picture).not.toMatch(/#[0-9a-f]{3,8}\b|href|<script|<style/i);
    }
  });
});

const scopes = new Map([
  ['hugoScribe.language', 'window'],
  ['hugoScribe.check.scope', 'window'],
  ['hugoScribe.trace.server', 'window'],
  ['hugoScribe.hugo.path', 'machine'],
]);

describe('settings', () => {
  test.each([...settings])('%s is described, ordered and scoped', (name, setting) => {
    expect(name).toMatch(/^hugoScribe\.[a-z]\w*(?:\.[a-z]\w*)?$/);
    expect(setting.markdownDescription).toMatch(/^%.+%$/);
    expect(setting.order).toBeGreaterThan(0);
    expect(setting.scope).toBe(scopes.get(name) ?? 'resource');
    expect(setting.enumDescriptions?.length).toBe(setting.enum?.length);
  });

  test('no two of a section share a place', () => {
    const places = configuration.map(({ properties }) => Object.values(properties).map(({ order }) => order));
    expect(places.map((orders) => new Set(orders).size)).toEqual(places.map((orders) => orders.length));
  });

  test('the sections stand in their order, those of the rules behind the others', () => {
    expect(configuration.map(({ order }) => order)).toEqual(configuration.map((_, index) => index + 1));
    const ofRules = configuration.map(({ title }) => title.startsWith('%configuration.rules.'));
    expect(ofRules).toEqual(ofRules.toSorted());
    expect(ofRules.filter((is) => is)).toHaveLength(ruleGroups.length);
  });

  test('what names a program or a version, or reaches other hosts, is not taken from an untrusted workspace', () => {
    const { restrictedConfigurations } = manifest.capabilities.untrustedWorkspaces;
    expect(restrictedConfigurations).toEqual([
      'hugoScribe.hugo.version',
      'hugoScribe.hugo.path',
      'hugoScribe.preview.remote',
    ]);
    expect(restrictedConfigurations.filter((name) => !settings.has(name))).toEqual([]);
  });
});

describe('what is generated from the rules (npm run manual)', () => {
  const read = (path: string): string => readFileSync(resolve(root, path), 'utf8');
  const files = toManual(ruleGroups, {
    manifest: source,
    english: read('package.nls.json'),
    schema: read(schemaPath),
  });

  test.each([...files])('%s is as the rules have it', (path, text) => {
    expect(existsSync(resolve(root, path)) && read(path)).toBe(text);
  });

  test('there is no page without a rule', () => {
    expect(readdirSync(resolve(root, 'manual')).filter((name) => !files.has(`manual/${name}`))).toEqual([]);
  });

  test.each(['package.nls.sv.json', 'package.nls.nb.json'])('%s says each rule', (path) => {
    expect(findStaleTexts(rules, read(path))).toEqual({ missing: [], unused: [] });
  });
});

describe('texts of the client', () => {
  test('are translated by the one function that knows the language that the writer chose', () => {
    expect(findStrings('client/src', 'l10n.t')).toEqual([]);
    expect(manifest).not.toHaveProperty('l10n');
  });

  test('are in every bundle', () => {
    const strings = findStrings('client/src', 'translate');
    expect(strings.length).toBeGreaterThan(5);
    expect(findUntranslated(strings)).toEqual([]);
  });

  test.each([...readBundles()])('in %s keep their placeholders', (_language, bundle) => {
    expect(findWrongPlaceholders(bundle)).toEqual([]);
  });

  test('in English are what the source says', () => {
    const english = Object.entries(readBundles().get('en') ?? {});
    expect(english.filter(([key, text]) => key !== text)).toEqual([]);
  });
});
