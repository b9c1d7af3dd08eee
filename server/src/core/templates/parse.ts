import type { Problem } from '../text/problem.ts';
import { range, textOf, type TextRange } from '../text/range.ts';
import { parsePipeline, peek, refuseRest, take, takeKeyword, type ActionReading } from './pipeline.ts';
import * as problems from './templateProblems.ts';
import { tokenizeTemplate, type TemplateToken } from './tokens.ts';
import type { Clause, DefinitionNode, ParsedTemplate, Pipeline, TemplateNode } from './types.ts';
import { unquote } from './literal.ts';
import { Variables } from './variables.ts';

/** Blocks beyond this depth are left out. */
const mostBlocks = 200;

/**
 * Reads a Go template: actions, branches, definitions, and the text between them (text/template/parse of Go 1.24, and Hugo's
 * functions `return` and `try`, which are calls like others). Takes any text, never fails, reads it once; every range lies inside of it.
 * Names of functions are not checked: what there is depends on the release of Hugo.
 */
export function parseTemplate(text: string): ParsedTemplate {
  return new TemplateParser(text).parse();
}

interface Action {
  readonly left: TextRange;
  readonly tokens: readonly TemplateToken[];
  /** Absent where it is never closed. */
  readonly right: TextRange | undefined;
  readonly range: TextRange;
}

type BlockKeyword = 'if' | 'with' | 'range' | 'define' | 'block';

/** A block whose `end` has not come yet. */
interface OpenBlock {
  readonly keyword: BlockKeyword;
  readonly start: number;
  readonly keywordRange: TextRange;
  readonly name: string;
  /** The last one is open. */
  readonly clauses: { head: TextRange; pipeline: Pipeline | undefined; body: TemplateNode[] }[];
}

class TemplateParser {
  readonly #text: string;
  readonly #problems: Problem[] = [];
  readonly #variables = new Variables();
  readonly #body: TemplateNode[] = [];
  readonly #open: OpenBlock[] = [];
  readonly #definitions = new Map<string, DefinitionNode>();
  /** Blocks too deep to keep, still to be closed. */
  #skipped = 0;

  constructor(text: string) {
    this.#text = text;
  }

  parse(): ParsedTemplate {
    let end = 0;
    for (const action of actionsOf(tokenizeTemplate(this.#text))) {
      this.#addText(end, action.range.start);
      end = action.range.end;
      this.#action(action);
    }
    this.#addText(end, this.#text.length);
    for (const { keyword, keywordRange } of this.#open) {
      this.#problems.push(problems.unclosedBlock(keywordRange, keyword));
    }
    this.#skipped = 0;
    while (this.#open.length > 0) {
      this.#close(this.#text.length);
    }
    return {
      tree: { body: this.#body, definitions: this.#definitions },
      problems: this.#problems.sort((a, b) => a.range.start - b.range.start),
    };
  }

  #addText(start: number, end: number): void {
    if (start < end) {
      this.#add({ kind: 'text', range: range(start, end) });
    }
  }

  #add(node: TemplateNode): void {
    if (this.#skipped === 0) {
      (this.#open.at(-1)?.clauses.at(-1)?.body ?? this.#body).push(node);
    }
  }

  /** Of what is wrong in one action only the first is told, as the rest may follow from it. */
  #action(action: Action): void {
    const found: Problem[] = [];
    const reading: ActionReading = {
      text: this.#text,
      tokens: action.tokens,
      at: 0,
      end: action.left.end,
      depth: 0,
      variables: this.#variables,
      report: (problem) => found.push(problem),
    };
    const [first] = action.tokens;
    if (first?.kind === 'comment' || this.#isOpenComment(first)) {
      this.#comment(action, reading);
    } else {
      this.#read(action, reading);
    }
    const [problem] = found;
    if (problem !== undefined) {
      this.#problems.push(problem);
    } else if (action.right === undefined && first?.kind !== 'comment') {
      this.#problems.push(problems.unclosedAction(action.left));
    }
  }

  #isOpenComment(token: TemplateToken | undefined): boolean {
    return token?.kind === 'unknown' && textOf(this.#text, token.range) === '/*';
  }

  #comment(action: Action, reading: ActionReading): void {
    const comment = take(reading);
    const trims = action.left.end - action.left.start > 2;
    if (comment?.kind !== 'comment') {
      reading.report(problems.unclosedComment(comment?.range ?? action.left));
    } else {
      const close = action.right === undefined ? '' : textOf(this.#text, action.right);
      const isAlone =
        comment.range.start === action.left.end + Number(trims) &&
        action.tokens.length === 1 &&
        action.right?.start === comment.range.end &&
        (close === '}}' || close.length === 4);
      if (!isAlone) {
        reading.report(problems.commentNotAlone(comment.range));
      }
    }
    this.#add({ kind: 'comment', range: action.range });
  }

  #read(action: Action, reading: ActionReading): void {
    const [first] = action.tokens;
    const keyword = first?.kind === 'keyword' ? textOf(this.#text, first.range) : '';
    if (keyword !== '') {
      takeKeyword(reading);
    }
    switch (keyword) {
      case 'if':
      case 'with':
      case 'range':
      case 'define':
      case 'block':
        this.#openBlock(action, reading, keyword);
        break;
      case 'else':
        this.#else(action, reading);
        break;
      case 'end':
        this.#end(action, reading);
        break;
      case 'template':
        this.#add({ kind: 'template', range: action.range, ...this.#call(reading, keyword) });
        break;
      case 'break':
      case 'continue':
        this.#jump(action, reading, keyword);
        break;
      default:
        this.#add({ kind: 'action', range: action.range, pipeline: this.#pipeline(reading) });
    }
  }

  #pipeline(reading: ActionReading, isRange = false): Pipeline {
    const pipeline = parsePipeline(reading, isRange);
    const stray = peek(reading);
    if (stray !== undefined) {
      reading.report(problems.unopenedParenthesis(stray.range));
    }
    return pipeline;
  }

  #openBlock(action: Action, reading: ActionReading, keyword: BlockKeyword): void {
    const { range: head } = action;
    const keywordRange = action.tokens[0]?.range ?? head;
    const isDefinition = keyword === 'define';
    if (this.#open.length >= mostBlocks || this.#skipped > 0) {
      if (this.#skipped === 0) {
        reading.report(problems.tooDeep(head));
      }
      this.#skipped += 1;
      return;
    }
    if (isDefinition && this.#open.length > 0) {
      reading.report(problems.nestedDefinition(keywordRange));
    }
    let name = '';
    let pipeline: Pipeline | undefined;
    if (keyword === 'define' || keyword === 'block') {
      ({ name, pipeline } = this.#call(reading, keyword));
      this.#variables.enter(true);
    } else {
      this.#variables.enter(false);
      pipeline = this.#pipeline(reading, keyword === 'range');
    }
    this.#open.push({
      keyword,
      start: head.start,
      keywordRange,
      name,
      clauses: [{ head, pipeline, body: [] }],
    });
  }

  /** The name in quotes, and the pipeline that may (`template`), must (`block`) or must not (`define`) follow. */
  #call(
    reading: ActionReading,
    keyword: 'define' | 'block' | 'template',
  ): { name: string; pipeline: Pipeline | undefined } {
    const token = peek(reading);
    if (token?.kind !== 'string' && token?.kind !== 'rawString') {
      reading.report(problems.missingName(token?.range ?? range(reading.end, reading.end), keyword));
      return { name: '', pipeline: undefined };
    }
    take(reading);
    const source = textOf(this.#text, token.range);
    const { text: name, isValid } =
      token.kind === 'string' ? unquote(source) : { text: source.slice(1, -1), isValid: true };
    if (!isValid) {
      reading.report(problems.invalidEscape(token.range));
    }
    if (keyword === 'define') {
      refuseRest(reading);
      return { name, pipeline: undefined };
    }
    const isBare = keyword === 'template' && peek(reading) === undefined;
    return { name, pipeline: isBare ? undefined : this.#pipeline(reading) };
  }

  #else(action: Action, reading: ActionReading): void {
    const block = this.#open.at(-1);
    if (this.#skipped > 0) {
      return;
    }
    const keywordRange = action.tokens[0]?.range ?? action.range;
    const isOpen = block?.clauses.at(-1)?.pipeline !== undefined;
    if (block === undefined || !isOpen || block.keyword === 'define' || block.keyword === 'block') {
      reading.report(problems.unopenedEnd(keywordRange, 'else'));
      return;
    }
    const next = peek(reading);
    const word = next === undefined ? '' : textOf(this.#text, next.range);
    const goesOn = next?.kind === 'keyword' && word === block.keyword && word !== 'range';
    if (goesOn) {
      takeKeyword(reading);
    }
    const pipeline = goesOn ? this.#pipeline(reading) : undefined;
    if (!goesOn) {
      refuseRest(reading);
    }
    block.clauses.push({ head: action.range, pipeline, body: [] });
  }

  #end(action: Action, reading: ActionReading): void {
    refuseRest(reading);
    if (this.#skipped > 0) {
      this.#skipped -= 1;
    } else if (this.#open.length === 0) {
      reading.report(problems.unopenedEnd(action.tokens[0]?.range ?? action.range, 'end'));
    } else {
      this.#close(action.range.end);
    }
  }

  #close(end: number): void {
    const block = this.#open.pop();
    const [first] = block?.clauses ?? [];
    if (block === undefined || first === undefined) {
      return;
    }
    this.#variables.leave();
    const where = range(block.start, end);
    const { keyword, name } = block;
    if (keyword === 'define' || keyword === 'block') {
      const definition = { kind: keyword, range: where, name, ...first };
      this.#definitions.set(name, definition);
      this.#add(definition);
    } else {
      this.#add({ kind: keyword, range: where, clauses: block.clauses satisfies Clause[] });
    }
  }

  #jump(action: Action, reading: ActionReading, keyword: 'break' | 'continue'): void {
    refuseRest(reading);
    if (!this.#open.some((block) => block.keyword === 'range')) {
      reading.report(problems.outsideRange(action.tokens[0]?.range ?? action.range, keyword));
    }
    this.#add({ kind: keyword, range: action.range });
  }
}

function* actionsOf(tokens: readonly TemplateToken[]): Generator<Action> {
  for (let at = 0; at < tokens.length;) {
    const left = tokens[at]?.range ?? range(0, 0);
    let end = at + 1;
    while (end < tokens.length && tokens[end]?.kind !== 'left' && tokens[end]?.kind !== 'right') {
      end += 1;
    }
    const right = tokens[end]?.kind === 'right' ? tokens[end]?.range : undefined;
    const inner = tokens.slice(at + 1, end);
    const last = right ?? inner.at(-1)?.range ?? left;
    yield { left, tokens: inner, right, range: range(left.start, last.end) };
    at = right === undefined ? end : end + 1;
  }
}
