/**
 * What a team may say of its own site, beyond what the site says of itself. media/hugo-scribe.schema.json describes the same shape
 * for editors.
 */
import { parseFrontMatter } from '../frontMatter/parse.ts';
import type { Entry, FrontMatter, MapNode, Node, ScalarNode } from '../frontMatter/types.ts';
import { unknownHugo } from '../hugo/version.ts';
import { message, type Message } from '../text/message.ts';
import type { Problem } from '../text/problem.ts';
import { range, type TextRange } from '../text/range.ts';
import type { TeamFile, TeamIgnored, TeamKey, TeamShortcode, TeamStatement } from './team.ts';

/** In the order of precedence. */
export const teamFileNames = ['.hugo-scribe.yaml', '.hugo-scribe.yml', '.hugo-scribe.json'] as const;

export interface ParsedTeamFile {
  readonly team: TeamFile;
  /** Ranges into `text`; never `always`, because Hugo does not read the file. */
  readonly problems: readonly Problem[];
  /** The rules that it puts aside, where they are named; whether they exist is for others to say. */
  readonly ignoredCodes: readonly ScalarNode[];
}

export type TeamFormat = 'yaml' | 'json';

/** Reads the file of a team. What it does not know, or what has another shape, is a problem and otherwise left out. Never throws. */
export function parseTeamFile(uri: string, text: string, format: TeamFormat): ParsedTeamFile {
  const { root, problems, sound } = parseTeamTree(text, format);
  const reader = new TeamReader();
  const team = { uri, ...reader.readFile(root) };
  const syntax = problems.map(({ range: at, message: say }) => problemAt(at, say));
  return {
    team,
    problems: sound ? [...syntax, ...reader.problems] : syntax,
    ignoredCodes: reader.ignoredCodes,
  };
}

/** The file as a tree: front matter without delimiters. */
export function parseTeamTree(text: string, format: TeamFormat): FrontMatter {
  const whole = range(0, text.length);
  const fence = { format, opener: range(0, 0), content: whole, closer: undefined, bodyStart: text.length };
  return parseFrontMatter(text, fence, unknownHugo);
}

/** How a team's file is written, by its name. */
export function teamFormatOf(uri: string): TeamFormat {
  return uri.toLowerCase().endsWith('.json') ? 'json' : 'yaml';
}

type Fields = Readonly<Record<string, Node | undefined>>;

class TeamReader {
  readonly problems: Problem[] = [];
  readonly ignoredCodes: ScalarNode[] = [];

  readFile(root: MapNode): Omit<TeamFile, 'uri'> {
    const { keys, shortcodes, ignore } = this.#fields(root, ['keys', 'shortcodes', 'ignore', '$schema']);
    return {
      keys: this.#named(keys).map(([name, node]) => this.#readKey(name, node)),
      shortcodes: this.#named(shortcodes).map(([name, node]) => this.#readShortcode(name, node)),
      ignored: this.#items(ignore).flatMap((node) => this.#readIgnored(node)),
    };
  }

  /** A code alone, or with the paths for which it is meant. */
  #readIgnored(node: Node): TeamIgnored[] {
    if (node.kind === 'scalar') {
      return this.#ignored(node, []);
    }
    const { code, paths } = this.#fields(node, ['code', 'paths']);
    return this.#text(code) === undefined ? [] : this.#ignored(code, this.#texts(paths));
  }

  #ignored(code: Node | undefined, paths: readonly string[]): TeamIgnored[] {
    if (code?.kind !== 'scalar' || code.text === '') {
      return [];
    }
    this.ignoredCodes.push(code);
    return [{ code: code.text, paths }];
  }

  #readKey(name: string, node: Node | undefined): TeamKey {
    const fields = this.#fields(node, [...statementFields, 'sections']);
    return {
      ...this.#readStatement(name.replaceAll(/\.?\[\]/g, '.[]'), fields),
      sections: this.#texts(fields['sections']).map((section) => section.toLowerCase()),
    };
  }

  #readShortcode(name: string, node: Node | undefined): TeamShortcode {
    const { description, arguments: named } = this.#fields(node, ['description', 'arguments']);
    return {
      name,
      documentation: this.#text(description),
      arguments: this.#named(named).map(([argument, below]) =>
        this.#readStatement(argument, this.#fields(below, statementFields)),
      ),
    };
  }

  #readStatement(name: string, { description, required, values }: Fields): TeamStatement {
    const described = values?.kind === 'map' ? this.#named(values) : [];
    return {
      name,
      documentation: this.#text(description),
      isRequired: this.#flag(required),
      values: values?.kind === 'map' ? described.map(([value]) => value) : this.#texts(values),
      valueDocumentation: new Map(
        described.flatMap(([value, node]) => {
          const text = this.#text(node);
          return text === undefined ? [] : [[value, text]];
        }),
      ),
    };
  }

  /** The entries of a map that has these fields only; of a field that comes twice the last. */
  #fields(node: Node | undefined, known: readonly string[]): Fields {
    const fields: Record<string, Node> = {};
    for (const { key, keyRange, value } of this.#entries(node)) {
      if (!known.includes(key)) {
        this.#report(
          keyRange,
          message('"{0}" means nothing here: this may hold {1}.', key, known.join(', ')),
        );
      } else if (value !== undefined) {
        fields[key] = value;
      }
    }
    return fields;
  }

  #named(node: Node | undefined): [string, Node | undefined][] {
    return [...new Map(this.#entries(node).map(({ key, value }) => [key, value]))];
  }

  #entries(node: Node | undefined): readonly Entry[] {
    if (node === undefined || node.kind === 'map') {
      return node?.entries ?? [];
    }
    this.#refuse(node, message('Names with a colon and a value each are expected here.'));
    return [];
  }

  #text(node: Node | undefined): string | undefined {
    if (node === undefined || node.kind === 'scalar') {
      return node?.text;
    }
    this.#refuse(node, message('A text is expected here.'));
    return undefined;
  }

  #texts(node: Node | undefined): readonly string[] {
    return this.#items(node).flatMap((item) => this.#text(item) ?? []);
  }

  #items(node: Node | undefined): readonly Node[] {
    if (node?.kind === 'list') {
      return node.items;
    }
    if (node !== undefined) {
      this.#refuse(node, message('A list is expected here.'));
    }
    return [];
  }

  #flag(node: Node | undefined): boolean {
    const word = node?.kind === 'scalar' && node.style === 'plain' ? node.text.toLowerCase() : '';
    if (node !== undefined && word !== 'true' && word !== 'false') {
      this.#refuse(node, message('true or false is expected here.'));
    }
    return word === 'true';
  }

  /** What is empty is only unfinished. */
  #refuse(node: Node, why: Message): void {
    if (node.kind !== 'scalar' || node.text !== '') {
      this.#report(node.range, why);
    }
  }

  #report(where: TextRange, why: Message): void {
    this.problems.push(problemAt(where, why));
  }
}

const statementFields = ['description', 'required', 'values'];

function problemAt(where: TextRange, say: Message): Problem {
  return { code: 'team-file', range: where, message: say, fatal: 'never' };
}
