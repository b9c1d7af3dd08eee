import { textOf } from '../text/range.ts';
import type { ShortcodeSignature } from './signature.ts';
import { truthOf, not, unknown, type Condition } from './signature/conditions.ts';
import { evaluate, find, placeOf } from './signature/expressions.ts';
import { Notes, type Template } from './signature/notes.ts';
import { printed } from './signature/printed.ts';
import type { Frame, Reading } from './signature/reading.ts';
import {
  argumentKeys,
  concernsCall,
  constants,
  either,
  elementsOf,
  holdsParams,
  oneOf,
  type Value,
} from './signature/values.ts';
import type { BranchNode, CallNode, Clause, DefinitionNode, Pipeline, TemplateNode } from './types.ts';

export type { Template } from './signature/notes.ts';

/** The partial that templates call by this name; `undefined` when it is not known. */
export type PartialOf = (name: string) => Template | undefined;

/**
 * What the template of a shortcode says of its arguments, its inner content and its parent: it is followed as Hugo would execute it,
 * with every branch taken, through the partials and templates that it hands something to. A loop is followed once. Takes any template,
 * sound or broken, and never fails; what is beyond a bound on work makes the list of arguments open.
 */
export function shortcodeSignature(template: Template, partialOf: PartialOf): ShortcodeSignature {
  return new SignatureReader(template, partialOf).read();
}

/** Partials and templates that call others are followed so far. */
const deepestCall = 8;
/** So many nodes are visited, with those of partials anew for each call. */
const mostVisits = 20_000;
/** So many conditions of the clauses before one are kept. */
const mostRefused = 40;
/** A longer text in the place of an argument is no default. */
const defaultTextLength = 60;

class SignatureReader {
  readonly #template: Template;
  readonly #partialOf: PartialOf;
  readonly #notes = new Notes();
  #visits = 0;

  constructor(template: Template, partialOf: PartialOf) {
    this.#template = template;
    this.#partialOf = partialOf;
  }

  read(): ShortcodeSignature {
    const context: Value = [{ kind: 'context' }];
    this.#execute(this.#template, this.#template.tree.body, context, [], 0);
    return this.#notes.signature();
  }

  /** Executes a template with `dot`; answers what it returns. */
  #execute(
    template: Template,
    body: readonly TemplateNode[],
    dot: Value,
    conditions: readonly Condition[],
    depth: number,
  ): Value {
    const frame: Frame = { template, root: dot, variables: [new Map<string, Value>()], returned: [], depth };
    this.#nodes(this.#reading(frame, dot, conditions), body);
    return either(frame.returned);
  }

  #reading(frame: Frame, dot: Value, conditions: readonly Condition[]): Reading {
    return { notes: this.#notes, frame, dot, conditions, call: this.#call };
  }

  /** The template of this name in the same file, or the partial. */
  readonly #call: Reading['call'] = ({ frame, conditions }, name, dot) => {
    const { template, depth } = frame;
    if (depth >= deepestCall) {
      return undefined;
    }
    const own =
      template.tree.definitions.get(`partials/${name}`) ?? template.tree.definitions.get(`_partials/${name}`);
    if (own !== undefined) {
      return this.#execute(template, own.body, dot, conditions, depth + 1);
    }
    const partial = this.#partialOf(name);
    return partial && this.#execute(partial, partial.tree.body, dot, conditions, depth + 1);
  };

  #nodes(reading: Reading, nodes: readonly TemplateNode[]): void {
    for (const node of nodes) {
      this.#visits += 1;
      if (this.#visits > mostVisits) {
        this.#notes.open(this.#notes.placeOf(reading.frame.template, node.range));
        return;
      }
      this.#node(reading, node);
    }
  }

  #node(reading: Reading, node: TemplateNode): void {
    switch (node.kind) {
      case 'action':
        this.#action(reading, node.pipeline);
        break;
      case 'template':
      case 'block':
        this.#callTemplate(reading, node);
        break;
      case 'if':
      case 'with':
      case 'range':
        this.#branch(reading, node);
        break;
      default:
    }
  }

  #action(reading: Reading, pipeline: Pipeline): void {
    const { value } = evaluate(reading, pipeline);
    const [variable] = pipeline.variables;
    if (variable === undefined) {
      printed(reading, pipeline, value);
    } else if (pipeline.isAssignment) {
      assign(reading, variable.name, value, pipeline);
    } else {
      reading.frame.variables.at(-1)?.set(variable.name, value);
    }
  }

  #callTemplate(reading: Reading, { name, pipeline, range: where }: CallNode | DefinitionNode): void {
    const { frame, conditions } = reading;
    const dot = pipeline === undefined ? [] : evaluate(reading, pipeline).value;
    const definition = frame.template.tree.definitions.get(name);
    // Templates that go through data call themselves again and again.
    if (frame.depth > 0 && !concernsCall(dot)) {
      return;
    }
    if (definition !== undefined && frame.depth < deepestCall) {
      this.#execute(frame.template, definition.body, dot, conditions, frame.depth + 1);
    } else if (holdsParams(dot)) {
      this.#notes.open(this.#notes.placeOf(frame.template, where));
    }
  }

  /** Every clause, on the condition that those before it are not taken. */
  #branch(reading: Reading, { kind, clauses }: BranchNode): void {
    const { frame, dot, conditions } = reading;
    const refused: Condition[] = [];
    frame.variables.push(new Map());
    noteTextInPlace(reading, kind, clauses);
    for (const { pipeline, body } of clauses) {
      this.#visits += 1;
      const before = [...conditions, ...refused];
      let inner = this.#reading(frame, dot, before);
      if (pipeline !== undefined) {
        const { value, condition } = evaluate(inner, pipeline);
        this.#notes.test(argumentKeys(value));
        const own = kind === 'range' ? unknown : kind === 'with' ? truthOf(value) : condition;
        const element = kind === 'range' ? this.#elements(inner, pipeline, value) : value;
        setVariables(frame, pipeline, element);
        inner = this.#reading(frame, kind === 'if' ? dot : element, [...before, own]);
        if (refused.length < mostRefused) {
          refused.push(refused.length === mostRefused - 1 ? unknown : not(own));
        }
      }
      frame.variables.push(new Map());
      this.#nodes(inner, body);
      frame.variables.pop();
    }
    frame.variables.pop();
  }

  /** What a loop goes through: of an argument, or of what is not known, nothing is known. */
  #elements(reading: Reading, pipeline: Pipeline, value: Value): Value {
    if (value.some(({ kind }) => kind === 'params')) {
      this.#notes.open(placeOf(reading, pipeline));
    }
    this.#notes.use(argumentKeys(value));
    return elementsOf(value);
  }
}

/** The second variable of a loop is the element, as is the only one. */
function setVariables({ variables }: Frame, pipeline: Pipeline, value: Value): void {
  pipeline.variables.forEach(({ name }, index) => {
    variables.at(-1)?.set(name, index === pipeline.variables.length - 1 ? value : []);
  });
}

/** After a branch that sets a variable it may be either; where the branch asks for the argument, the other is its default. */
function assign(reading: Reading, name: string, value: Value, pipeline: Pipeline): void {
  const { frame, conditions, notes } = reading;
  const scope = frame.variables.findLast((each) => each.has(name));
  const before = find(frame, name) ?? [];
  if (conditions.length === 0) {
    scope?.set(name, value);
    return;
  }
  const last = conditions.at(-1);
  const [argument, fallback] = last?.kind === 'given' ? [value, before] : [before, value];
  const [constant] = constants(fallback);
  const isDefault =
    (last?.kind === 'given' || last?.kind === 'missing') &&
    argumentKeys(argument).includes(last.key) &&
    fallback.length === 1 &&
    constant !== undefined;
  if (isDefault) {
    notes.default(
      last.key,
      constant.text,
      conditions.length === 1 ? 'proven' : 'likely',
      placeOf(reading, pipeline),
    );
  }
  scope?.set(name, isDefault && conditions.length === 1 ? either([before, value]) : oneOf([before, value]));
}

/** `{{ with .Get "x" }}{{ . }}{{ else }}text{{ end }}`: the text stands for the argument. */
function noteTextInPlace(reading: Reading, kind: BranchNode['kind'], clauses: readonly Clause[]): void {
  const [shown, ...more] = clauses[0]?.body ?? [];
  const [text, ...others] = clauses[1]?.body ?? [];
  const pipeline = clauses[0]?.pipeline;
  const { template } = reading.frame;
  const isDot = shown?.kind === 'action' && textOf(template.text, shown.pipeline.range).trim() === '.';
  const isPlain = clauses.length === 2 && more.length === 0 && others.length === 0;
  if (kind !== 'with' || !isDot || !isPlain || text?.kind !== 'text' || pipeline === undefined) {
    return;
  }
  const words = textOf(template.text, text.range).trim();
  if (words === '' || words.length > defaultTextLength || /[<>]/.test(words)) {
    return;
  }
  for (const key of argumentKeys(evaluate(reading, pipeline).value)) {
    reading.notes.default(key, words, 'proven', reading.notes.placeOf(template, text.range));
  }
}
