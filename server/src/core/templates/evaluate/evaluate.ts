// Runs a template of Go with those functions of Hugo that need nothing but texts, numbers and dates. It has no way to the disk, the network, the
// clock or chance; what it does not know is left to Hugo.
import { parseTemplate } from '../parse.ts';
import type {
  BranchNode,
  Chain,
  Command,
  Operand,
  ParsedTemplate,
  Pipeline,
  TemplateNode,
} from '../types.ts';
import type { TextRange } from '../../text/range.ts';
import { fieldOf, itemsOf } from './fields.ts';
import type { GoTime } from './goTime.ts';
import { textFunctions } from './textFunctions.ts';
import { valueFunctions } from './valueFunctions.ts';
import { isTrue, printed, Stopped, unknown, weightOf, wrong, type GoValue } from './values.ts';
import type { PathStyle, TitleStyle } from './words.ts';

/** What functions know of the site and the moment. */
export interface EvaluationSite {
  readonly now: GoTime;
  /** In which names of months are written. */
  readonly language: string;
  readonly titleStyle: TitleStyle;
  readonly pathStyle: PathStyle;
  /** What `site` gives. */
  readonly site: GoValue;
}

export type GoFunction = (args: readonly GoValue[], site: EvaluationSite) => GoValue;

export type Evaluation =
  | { readonly text: string }
  | {
      /** `wrong`: Hugo refuses it, too; `unknown`: only Hugo can tell what becomes of it. */
      readonly failure: 'wrong' | 'unknown';
      /** The action where it ended. */
      readonly range: TextRange;
    };

/** Of texts and lists their length counts. */
const mostSteps = 300_000;
const mostText = 500_000;
const deepest = 50;

/** Prints `text` as a template with `dot`. Takes any text, ends after a bounded number of steps, and never fails (text/template of Go 1.24). */
export function evaluateTemplate(text: string, dot: GoValue, site: EvaluationSite): Evaluation {
  const parsed = parseTemplate(text);
  const [problem] = parsed.problems;
  if (problem !== undefined) {
    return { failure: 'wrong', range: problem.range };
  }
  return new Evaluator(text, parsed, site).run(dot);
}

type Jump = 'break' | 'continue' | undefined;

/** A variable of a block, and those around it. */
interface Scope {
  readonly values: Map<string, GoValue>;
  readonly outer: Scope | undefined;
}

const functions: ReadonlyMap<string, GoFunction> = new Map(
  Object.entries({ ...textFunctions, ...valueFunctions }),
);

class Evaluator {
  readonly #text: string;
  readonly #parsed: ParsedTemplate;
  readonly #site: EvaluationSite;
  #written = '';
  #steps = 0;
  #depth = 0;
  #at: TextRange = { start: 0, end: 0 };

  constructor(text: string, parsed: ParsedTemplate, site: EvaluationSite) {
    this.#text = text;
    this.#parsed = parsed;
    this.#site = site;
  }

  run(dot: GoValue): Evaluation {
    try {
      this.#body(this.#parsed.tree.body, dot, scopeWith(dot));
      return { text: this.#written };
    } catch (error) {
      return { failure: error instanceof Stopped ? error.reason : 'unknown', range: this.#at };
    }
  }

  #body(nodes: readonly TemplateNode[], dot: GoValue, scope: Scope): Jump {
    for (const node of nodes) {
      this.#step(10);
      const jump = this.#node(node, dot, scope);
      if (jump !== undefined) {
        return jump;
      }
    }
    return undefined;
  }

  #node(node: TemplateNode, dot: GoValue, scope: Scope): Jump {
    if (node.kind !== 'text' && node.kind !== 'if' && node.kind !== 'with' && node.kind !== 'range') {
      this.#at = node.range;
    }
    switch (node.kind) {
      case 'text':
        this.#write(this.#trimmed(node.range));
        return undefined;
      case 'break':
      case 'continue':
        return node.kind;
      case 'action': {
        const value = this.#pipeline(node.pipeline, dot, scope);
        this.#write(node.pipeline.variables.length === 0 ? printed(value) : '');
        return undefined;
      }
      case 'if':
      case 'with':
      case 'range':
        return this.#branch(node, dot, scope);
      case 'template':
      case 'block':
        this.#call(node.name, node.pipeline, dot, scope);
        return undefined;
      default:
        return undefined;
    }
  }

  #call(name: string, pipeline: Pipeline | undefined, dot: GoValue, scope: Scope): void {
    const definition = this.#parsed.tree.definitions.get(name) ?? unknown();
    const value = pipeline === undefined ? undefined : this.#pipeline(pipeline, dot, scope);
    this.#deeper(() => this.#body(definition.body, value, scopeWith(value)));
  }

  #branch({ kind, clauses }: BranchNode, dot: GoValue, scope: Scope): Jump {
    const inner = scopeIn(scope);
    for (const { head, pipeline, body } of clauses) {
      this.#at = head;
      const value =
        pipeline === undefined ? undefined : this.#pipeline(pipeline, dot, inner, kind === 'range');
      if (kind === 'range' && pipeline !== undefined) {
        const items = itemsOf(value);
        if (items.length > 0) {
          this.#range(pipeline, items, body, inner);
          return undefined;
        }
      } else if (pipeline === undefined || isTrue(value)) {
        const next = kind === 'with' && pipeline !== undefined ? value : dot;
        return this.#deeper(() => this.#body(body, next, scopeIn(inner)));
      }
    }
    return undefined;
  }

  #range(
    { variables }: Pipeline,
    items: readonly (readonly [GoValue, GoValue])[],
    body: readonly TemplateNode[],
    scope: Scope,
  ): void {
    for (const [key, value] of items) {
      const inner = scopeIn(scope);
      const [first, second] = variables;
      if (first !== undefined) {
        inner.values.set(first.name, second === undefined ? value : key);
      }
      if (second !== undefined) {
        inner.values.set(second.name, value);
      }
      if (this.#deeper(() => this.#body(body, value, inner)) === 'break') {
        return;
      }
    }
  }

  /** The value of a pipeline; variables that it names are kept, but for those of `range`, which its items give. */
  #pipeline(pipeline: Pipeline, dot: GoValue, scope: Scope, isRange = false): GoValue {
    let value: GoValue;
    for (const [index, command] of pipeline.commands.entries()) {
      value = this.#command(command, dot, scope, index === 0 ? [] : [value]);
    }
    const [variable] = pipeline.variables;
    if (variable !== undefined && !isRange) {
      const owner = pipeline.isAssignment ? ownerOf(scope, variable.name) : scope;
      owner.values.set(variable.name, value);
    }
    return value;
  }

  /** What a value weighs is counted as often as it is made, so that none grows without end. */
  #command(command: Command, dot: GoValue, scope: Scope, piped: readonly GoValue[]): GoValue {
    const value = this.#valueOf(command, dot, scope, piped);
    this.#step(weightOf(value));
    return value;
  }

  #valueOf({ operands }: Command, dot: GoValue, scope: Scope, piped: readonly GoValue[]): GoValue {
    this.#step();
    const [first, ...rest] = operands;
    if (first === undefined) {
      return wrong();
    }
    if (first.kind === 'function' && (first.name === 'and' || first.name === 'or') && piped.length === 0) {
      return this.#firstOf(rest, first.name === 'or', dot, scope);
    }
    const args = (): readonly GoValue[] => [
      ...rest.map((operand) => this.#operand(operand, dot, scope)),
      ...piped,
    ];
    if (isChain(first)) {
      return this.#chain(first, dot, scope, args());
    }
    return rest.length + piped.length > 0 ? wrong() : this.#operand(first, dot, scope);
  }

  /** `or` answers the first that is true, `and` the first that is not, or else the last. */
  #firstOf(operands: readonly Operand[], isOr: boolean, dot: GoValue, scope: Scope): GoValue {
    let value: GoValue;
    for (const operand of operands) {
      value = this.#operand(operand, dot, scope);
      if (isTrue(value) === isOr) {
        return value;
      }
    }
    return value;
  }

  #operand(operand: Operand, dot: GoValue, scope: Scope): GoValue {
    switch (operand.kind) {
      case 'string':
        return operand.value;
      case 'bool':
        return operand.value === 'true';
      case 'nil':
        return undefined;
      case 'number':
        return /^[+-]?(?:0|[1-9]\d{0,14}|0x[\da-f]{1,12})$/i.test(operand.value)
          ? Number(operand.value)
          : unknown();
      case 'character':
        return /^'[^\\]'$/u.test(operand.value) ? (operand.value.codePointAt(1) ?? 0) : unknown();
      default:
        return this.#chain(operand, dot, scope, []);
    }
  }

  /** The start of a chain and its fields; the arguments are those of the last part. */
  #chain(chain: Chain, dot: GoValue, scope: Scope, args: readonly GoValue[]): GoValue {
    if (chain.kind === 'function') {
      return this.#function(chain, args);
    }
    const start =
      chain.kind === 'dot'
        ? dot
        : chain.kind === 'variable'
          ? ownerOf(scope, chain.name).values.get(chain.name)
          : this.#deeper(() => this.#pipeline(chain.pipeline, dot, scope));
    if (chain.path.length === 0) {
      return args.length > 0 ? wrong() : start;
    }
    return this.#fields(
      start,
      chain.path.map(({ name }) => name),
      args,
    );
  }

  #function({ name, path }: Extract<Chain, { kind: 'function' }>, args: readonly GoValue[]): GoValue {
    const [member, ...others] = path.map((part) => part.name);
    const joint = member === undefined ? undefined : functions.get(`${name}.${member}`);
    if (joint !== undefined) {
      return others.length === 0
        ? joint(args, this.#site)
        : this.#fields(joint([], this.#site), others, args);
    }
    if (name === 'site') {
      return member === undefined
        ? this.#site.site
        : this.#fields(this.#site.site, [member, ...others], args);
    }
    const plain = functions.get(name) ?? this.#eager(name);
    return member === undefined
      ? plain(args, this.#site)
      : this.#fields(plain([], this.#site), [member, ...others], args);
  }

  /** `and` and `or` at the end of a pipe have all of their values already. */
  #eager(name: string): GoFunction {
    if (name !== 'and' && name !== 'or') {
      return unknown();
    }
    return (args) => args.find((value) => isTrue(value) === (name === 'or')) ?? args.at(-1);
  }

  #fields(start: GoValue, names: readonly string[], args: readonly GoValue[]): GoValue {
    return names.reduce<GoValue>((value, name, index) => {
      const isLast = index === names.length - 1;
      return fieldOf(value, name, isLast ? args : []);
    }, start);
  }

  #trimmed({ start, end }: TextRange): string {
    const text = this.#text.slice(start, end);
    const isCut = start > 0 && this.#text.slice(start - 3, start) === '-}}';
    const isCutBehind = /^\{\{-[\t\n\r ]/.test(this.#text.slice(end, end + 4));
    const left = isCut ? text.replace(/^[\t\n\r ]+/, '') : text;
    return isCutBehind ? withoutBlanksBehind(left) : left;
  }

  #write(text: string): void {
    this.#written += text;
    if (this.#written.length > mostText) {
      unknown();
    }
  }

  #step(weight = 1): void {
    this.#steps += weight;
    if (this.#steps > mostSteps) {
      unknown();
    }
  }

  #deeper<Result>(run: () => Result): Result {
    this.#depth += 1;
    const result = this.#depth > deepest ? unknown() : run();
    this.#depth -= 1;
    return result;
  }
}

function withoutBlanksBehind(text: string): string {
  let end = text.length;
  while (end > 0 && '\t\n\r '.includes(text.charAt(end - 1))) {
    end -= 1;
  }
  return text.slice(0, end);
}

function isChain(operand: Operand): operand is Chain {
  return 'path' in operand;
}

function scopeWith(dot: GoValue): Scope {
  return { values: new Map([['$', dot]]), outer: undefined };
}

function scopeIn(outer: Scope): Scope {
  return { values: new Map(), outer };
}

function ownerOf(scope: Scope, name: string): Scope {
  let each: Scope | undefined = scope;
  while (each !== undefined && !each.values.has(name)) {
    each = each.outer;
  }
  return each ?? wrong();
}
