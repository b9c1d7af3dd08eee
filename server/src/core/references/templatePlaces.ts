// Where exactly a name stands in a template. What a reading says of a place covers a whole call, `index .Params "card" "title"`: the syntax tree
// says which of its words is the name.
import { range, type TextRange } from '../text/range.ts';
import type { Chain, Command, Literal, Operand, Pipeline, TemplateNode } from '../templates/types.ts';

/** A word of an expression: a field, a literal, or a part of a text between dots. */
export interface Word {
  readonly text: string;
  readonly range: TextRange;
  /** In how many parentheses it stands. */
  readonly depth: number;
}

/** The expressions of a template by their place. */
export class TemplatePlaces {
  readonly #text: string;
  readonly #expressions = new Map<string, Pipeline | Command | Operand>();
  readonly commands: readonly Command[];
  /** Where each text stands between its quotes, by the text. */
  readonly #texts = new Map<string, TextRange[]>();

  constructor(text: string, body: readonly TemplateNode[]) {
    this.#text = text;
    const commands: Command[] = [];
    for (const pipeline of pipelinesOf(body)) {
      this.#enter(pipeline, commands);
    }
    this.commands = commands;
  }

  /** The words of the expression that covers just this range, in their order; none where there is no such expression. */
  wordsAt(where: TextRange): readonly Word[] {
    const expression = this.#expressions.get(keyOf(where));
    return expression === undefined ? [] : [...this.#words(expression, 0)];
  }

  /** The only place where this text is written between quotes; `undefined` where there are several, or none. */
  onlyText(text: string): TextRange | undefined {
    const [only, ...others] = this.#texts.get(text) ?? [];
    return others.length > 0 ? undefined : only;
  }

  /** What stands between the quotes of a text; `undefined` where it is written with escapes. */
  contentOf({ kind, range: where, value }: Literal): TextRange | undefined {
    if (kind !== 'string') {
      return where;
    }
    const content = range(where.start + 1, where.end - 1);
    return this.#text.slice(content.start, content.end) === value ? content : undefined;
  }

  /** The outermost of several that cover the same. */
  #enter(pipeline: Pipeline, commands: Command[]): void {
    this.#add(pipeline);
    for (const command of pipeline.commands) {
      commands.push(command);
      this.#add(command);
      for (const operand of command.operands) {
        this.#add(operand);
        this.#addText(operand);
        if ('pipeline' in operand) {
          this.#enter(operand.pipeline, commands);
        }
      }
    }
  }

  #addText(operand: Operand): void {
    const content = operand.kind === 'string' ? this.contentOf(operand) : undefined;
    if (content !== undefined) {
      const text = this.#text.slice(content.start, content.end);
      this.#texts.set(text, [...(this.#texts.get(text) ?? []), content].slice(0, 2));
    }
  }

  #add(expression: Pipeline | Command | Operand): void {
    const key = keyOf(expression.range);
    if (!this.#expressions.has(key)) {
      this.#expressions.set(key, expression);
    }
  }

  *#words(expression: Pipeline | Command | Operand, depth: number): Generator<Word> {
    if ('commands' in expression) {
      for (const command of expression.commands) {
        yield* this.#words(command, depth);
      }
    } else if ('operands' in expression) {
      for (const operand of expression.operands) {
        yield* this.#words(operand, depth);
      }
    } else if ('path' in expression) {
      yield* this.#wordsOfChain(expression, depth);
    } else {
      yield* this.#wordsOfLiteral(expression, depth);
    }
  }

  *#wordsOfChain(chain: Chain, depth: number): Generator<Word> {
    if (chain.kind === 'parenthesis') {
      yield* this.#words(chain.pipeline, depth + 1);
    }
    for (const { name, range: where } of chain.path) {
      yield { text: name, range: where, depth };
    }
  }

  /** A text with dots is a name of its own, and names between them: `"Params.card.title"`. */
  *#wordsOfLiteral(literal: Literal, depth: number): Generator<Word> {
    const content = this.contentOf(literal);
    if (content === undefined) {
      return;
    }
    yield { text: literal.value, range: content, depth };
    const parts = literal.kind === 'string' ? literal.value.split('.') : [];
    let start = content.start;
    for (const part of parts.length > 1 ? parts : []) {
      yield { text: part, range: range(start, start + part.length), depth };
      start += part.length + 1;
    }
  }
}

function keyOf({ start, end }: TextRange): string {
  return `${String(start)} ${String(end)}`;
}

function* pipelinesOf(nodes: readonly TemplateNode[]): Generator<Pipeline> {
  for (const node of nodes) {
    if ('pipeline' in node && node.pipeline !== undefined) {
      yield node.pipeline;
    }
    for (const clause of 'clauses' in node ? node.clauses : []) {
      if (clause.pipeline !== undefined) {
        yield clause.pipeline;
      }
      yield* pipelinesOf(clause.body);
    }
    if ('body' in node) {
      yield* pipelinesOf(node.body);
    }
  }
}
