// What a writer sees in color: every sample is a content file, its snapshot names the scopes under each line.
import { existsSync, readFileSync, readdirSync } from 'node:fs';
import { extname, join, resolve } from 'node:path';
import { describe, expect, test } from 'vitest';
import { colorize, smallHosts } from './colorize.ts';
import type { Hosts, Token } from './colorize.ts';

const sampleFolder = join(import.meta.dirname, 'samples');
const samples = readdirSync(sampleFolder);
/** The languages that VS Code brings a grammar for, by the extension of our samples. */
const languages: Readonly<Record<string, string>> = {
  '.md': 'markdown',
  '.html': 'html',
  '.rst': 'restructuredtext',
};
const hostScopes: Readonly<Record<string, string>> = {
  '.md': 'text.html.markdown',
  '.html': 'text.html.derivative',
  '.rst': 'source.rst',
  '.adoc': 'text.asciidoc',
};
const vsCode = resolve(import.meta.dirname, '../vscode/node_modules/code-server/lib/vscode/extensions');
const hasVsCode = existsSync(vsCode);
/** VS Code's own grammars, where the pinned VS Code is installed. */
const ownGrammars = hasVsCode
  ? ['markdown-basics', 'html', 'restructuredtext', 'yaml', 'json'].flatMap(readGrammars)
  : [];
const realHosts: Hosts = Object.fromEntries(ownGrammars.map(({ scopeName, path }) => [scopeName, path]));

describe('colors', () => {
  test.each(samples)('%s', async (sample) => {
    const lines = await colorizeSample(sample, smallHosts);
    await expect(lines.map(paintLine).join('\n')).toMatchFileSnapshot(`snapshots/${sample}.snap`);
  });

  test.skipIf(!hasVsCode).each(Object.entries(languages))(
    'VS Code opens %s as %s in the scope we inject into',
    (extension, language) => {
      expect(ownGrammars.find((grammar) => grammar.language === language)?.scopeName).toBe(
        hostScopes[extension],
      );
    },
  );

  const known = samples.filter((sample) => extname(sample) in languages);
  test.skipIf(!hasVsCode).each(known)('%s: the same over the grammars of VS Code itself', async (sample) => {
    const [small, real] = await Promise.all([
      colorizeSample(sample, smallHosts),
      colorizeSample(sample, realHosts),
    ]);
    expect(real.map(ourTokens)).toEqual(small.map(ourTokens));
  });
});

interface Grammar {
  readonly language?: string;
  readonly scopeName: string;
  readonly path: string;
}

function readGrammars(extension: string): Grammar[] {
  const folder = join(vsCode, extension);
  const manifest = JSON.parse(readFileSync(join(folder, 'package.json'), 'utf8')) as {
    contributes: { grammars: readonly Grammar[] };
  };
  return manifest.contributes.grammars.map((grammar) => ({ ...grammar, path: join(folder, grammar.path) }));
}

function colorizeSample(sample: string, hosts: Hosts): Promise<Token[][]> {
  const host = hostScopes[extname(sample)] ?? '';
  return colorize(readFileSync(join(sampleFolder, sample), 'utf8'), host, hosts);
}

function paintLine(line: readonly Token[]): string {
  let column = 0;
  const marks = line.map(({ text, scopes }) => {
    const mark = `#${' '.repeat(column)}${'^'.repeat(text.length)} ${scopes.slice(1).join(' ')}`;
    column += text.length;
    return mark.trimEnd();
  });
  return [
    `>${line.map(({ text }) => text).join('')}`.trimEnd(),
    ...marks.filter((mark) => !mark.endsWith('^')),
  ].join('\n');
}

/** What our grammars colored on a line; what the host colors inside front matter is its own business. */
function ourTokens(line: readonly Token[]): string[] {
  const region = line[0]?.scopes.find((scope) => scope.startsWith('meta.embedded.block.frontmatter'));
  const tokens = line.filter(({ scopes }) =>
    /^(?!meta\.(?:front-matter|embedded)).*\.(?:hugo|toml|frontmatter)$/.test(scopes.at(-1) ?? ''),
  );
  const painted = tokens.flatMap(({ text, scopes }) =>
    text.trim() === '' ? [] : [`${text} : ${scopes.at(-1) ?? ''}`],
  );
  return [region ?? '', ...painted];
}
