import { textOf } from '../text/range.ts';
import { noteUnresolved } from './reading/calls.ts';
import { itemsOf } from './reading/collections.ts';
import { not, truthOf, unknown, type Condition } from './reading/conditions.ts';
import { evaluate, spotOf } from './reading/expressions.ts';
import { Notes } from './reading/notes.ts';
import { Output } from './reading/output.ts';
import type { Spot, Template } from './reading/places.ts';
import { printed } from './reading/printed.ts';
import type { Frame, Reading } from './reading/reading.ts';
import { renderedPage } from './reading/subject.ts';
import { concernsReading, either, subjects, textOfValue, type Atom, type Value } from './reading/values.ts';
import { assign, noteTextInPlace, setVariables } from './reading/variables.ts';
import type { TemplateReading } from './templateReading.ts';
import type { ActionNode, BranchNode, CallNode, DefinitionNode, TemplateNode } from './types.ts';

export type { Template } from './reading/places.ts';

/** The partial that templates call by this name; `undefined` when it is not known. */
export type PartialOf = (name: string) => Template | undefined;

/**
 * What a template says of the front matter that it reads, and that of a shortcode of its arguments, its inner content and its parent: it
 * is followed as Hugo would execute it, with every branch taken, through the templates that it hands something to. A loop is followed
 * once. The dot of a `page` is the page: of page templates, base templates, render hooks, and partials that are handed nothing else.
 * What a file only defines is read like that, too, unless the file calls it with something else. Takes any template, sound or broken,
 * and never fails; what is beyond a bound on work leaves arguments and keys open.
 */
export function readTemplate(
  template: Template,
  partialOf: PartialOf,
  kind: 'shortcode' | 'page',
): TemplateReading {
  return new TemplateReader(template, partialOf).read(kind);
}

/** Partials and templates that call others are followed so far. */
const deepestCall = 8;
/** So many nodes are visited, with those of partials anew for each call. */
const mostVisits = 20_000;
/** So many conditions of the clauses before one are kept. */
const mostRefused = 40;

/** Of Hugo's own templates, as `template` calls them and, since 0.146, `partial`; tpl/tplimpl/embedded/templates/_partials/_funcs/get-page-images.html is what both ask. */
const forSocialMedia = /^(?:_internal\/)?(?:opengraph|twitter_cards)$/;

class TemplateReader {
  readonly #template: Template;
  readonly #partialOf: PartialOf;
  readonly #notes = new Notes();
  readonly #stored = new Map<string, Value>();
  readonly #output = new Output();
  /** Definitions that were followed. */
  readonly #called = new Set<readonly TemplateNode[]>();
  /** What is being executed, by its dot. */
  readonly #running = new Map<readonly TemplateNode[], string[]>();
  #visits = 0;

  constructor(template: Template, partialOf: PartialOf) {
    this.#template = template;
    this.#partialOf = partialOf;
  }

  read(kind: 'shortcode' | 'page'): TemplateReading {
    const { body, definitions } = this.#template.tree;
    const start: Atom = kind === 'page' ? { kind: 'page', scope: renderedPage } : { kind: 'context' };
    this.#execute(this.#template, body, [start], [], 0);
    for (const definition of kind === 'page' ? definitions.values() : []) {
      if (!this.#called.has(definition.body)) {
        this.#output.tail = '';
        this.#execute(this.#template, definition.body, [start], [], 0);
      }
    }
    const signature = kind === 'shortcode' ? this.#notes.signature(this.#output.isBlock) : undefined;
    return { ...this.#notes.reading(), signature };
  }

  /** Executes a template with `dot`; answers what it returns. One that calls itself with the same dot has nothing new to say. */
  #execute(
    template: Template,
    body: readonly TemplateNode[],
    dot: Value,
    conditions: readonly Condition[],
    depth: number,
  ): Value {
    const running = this.#running.get(body) ?? [];
    const dotText = textOfValue(dot);
    if (running.includes(dotText) || (running.length > 0 && !concernsReading(dot))) {
      return [];
    }
    this.#running.set(body, running);
    this.#called.add(body);
    running.push(dotText);
    const frame: Frame = { template, root: dot, variables: [new Map<string, Value>()], returned: [], depth };
    this.#nodes(this.#reading(frame, dot, conditions), body);
    running.pop();
    return either(frame.returned);
  }

  #reading(frame: Frame, dot: Value, conditions: readonly Condition[]): Reading {
    return {
      notes: this.#notes,
      stored: this.#stored,
      output: this.#output,
      call: this.#call,
      frame,
      dot,
      conditions,
    };
  }

  /** A partial of the same file, or of another; to the page itself they all are handed alike, so those are left for later. */
  readonly #call: Reading['call'] = ({ frame, conditions }, called, dot, at) => {
    const { template, depth } = frame;
    const name = called.replace(/^\//, '').replace(/\.html$/, '');
    const { definitions } = template.tree;
    const own = [`partials/${called}`, `_partials/${called}`, `partials/${name}`, `_partials/${name}`]
      .map((each) => definitions.get(each))
      .find((each) => each !== undefined);
    const pages = own === undefined && isPage(dot) ? dot : [];
    if (pages.length > 0) {
      this.#handPages(pages, name, conditions.length === 0, at);
      this.#handToHugo(pages, name, at);
      return this.#returnedBy(name, dot, conditions, depth);
    }
    if (depth >= deepestCall) {
      return undefined;
    }
    if (own !== undefined) {
      return this.#execute(template, own.body, dot, conditions, depth + 1);
    }
    this.#notes.asked(name);
    const partial = this.#partialOf(name);
    return partial && this.#execute(partial, partial.tree.body, dot, conditions, depth + 1);
  };

  /** What a partial answers that is handed the page. Only few return anything; who calls another need not be read again when that changes. */
  #returnedBy(name: string, dot: Value, conditions: readonly Condition[], depth: number): Value {
    const partial = this.#partialOf(name);
    if (partial === undefined || depth >= deepestCall || !/\{\{-?\s*return\b/.test(partial.text)) {
      return [];
    }
    this.#notes.asked(name);
    return this.#execute(partial, partial.tree.body, dot, conditions, depth + 1);
  }

  #handPages(pages: Value, name: string, isCertain: boolean, at: Spot): void {
    for (const atom of pages) {
      if (atom.kind === 'page') {
        this.#notes.call({ kind: 'partial', name, ...atom.scope, isCertain, at });
      }
    }
  }

  /** A template of Hugo that gives social media the page's `images`, unless the site has one of its name. */
  #handToHugo(pages: Value, name: string, at: Spot): void {
    if (!forSocialMedia.test(name)) {
      return;
    }
    this.#notes.asked(name);
    for (const atom of this.#partialOf(name) === undefined ? pages : []) {
      if (atom.kind === 'page') {
        const images = this.#notes.subject(atom.scope, ['images']);
        this.#notes.read(images, at);
        this.#notes.share(images, at);
      }
    }
  }

  #nodes(reading: Reading, nodes: readonly TemplateNode[]): void {
    for (const node of nodes) {
      this.#visits += 1;
      if (this.#visits > mostVisits) {
        const at = spotOf(reading, node);
        this.#notes.open('call', at);
        this.#notes.open(renderedPage, at);
        return;
      }
      this.#node(reading, node);
    }
  }

  #node(reading: Reading, node: TemplateNode): void {
    switch (node.kind) {
      case 'text':
        this.#output.print(textOf(reading.frame.template.text, node.range));
        break;
      case 'action':
        this.#action(reading, node);
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

  #action(reading: Reading, node: ActionNode): void {
    const { pipeline } = node;
    const [variable] = pipeline.variables;
    const before = this.#output.tail;
    const { value } = evaluate(reading, pipeline);
    if (variable === undefined) {
      printed(reading, node, value, this.#output.tail !== before);
      return;
    }
    this.#output.tail = before;
    if (pipeline.isAssignment) {
      assign(reading, variable.name, value, pipeline);
    } else {
      reading.frame.variables.at(-1)?.set(variable.name, value);
      const [only, ...others] = subjects(value);
      if (only !== undefined && others.length === 0) {
        this.#notes.variable(only, variable.name);
      }
    }
  }

  #callTemplate(reading: Reading, node: CallNode | DefinitionNode): void {
    const { frame, conditions } = reading;
    const { name, pipeline } = node;
    const dot = pipeline === undefined ? [] : evaluate(reading, pipeline).value;
    const definition = frame.template.tree.definitions.get(name);
    if (definition !== undefined && frame.depth < deepestCall) {
      this.#execute(frame.template, definition.body, dot, conditions, frame.depth + 1);
    } else {
      this.#callElsewhere(reading, name, dot, spotOf(reading, node));
    }
  }

  /** `template "partials/x.html" .` is how partials were called once; Hugo's own templates read nothing else that is not known of them. */
  #callElsewhere(reading: Reading, name: string, dot: Value, at: Spot): void {
    const partial = /^_?partials\/(.+)$/.exec(name)?.[1];
    if (name.startsWith('_internal/')) {
      this.#handToHugo(dot, name.replace(/\.html$/, ''), at);
    } else if (partial === undefined || reading.call(reading, partial, dot, at) === undefined) {
      noteUnresolved(reading, dot, at);
    }
  }

  /** Every clause, on the condition that those before it are not taken. */
  #branch(reading: Reading, { kind, clauses }: BranchNode): void {
    const { frame, dot, conditions } = reading;
    const refused: Condition[] = [];
    const before = this.#output.tail;
    let after: string | undefined;
    frame.variables.push(new Map());
    noteTextInPlace(reading, kind, clauses);
    for (const { pipeline, body } of clauses) {
      this.#visits += 1;
      this.#output.tail = before;
      const outer = [...conditions, ...refused];
      let inner = this.#reading(frame, dot, outer);
      if (pipeline !== undefined) {
        const { value, condition } = evaluate(inner, pipeline);
        this.#notes.test(subjects(value));
        const own = kind === 'range' ? unknown : kind === 'with' ? truthOf(value) : condition;
        const element = kind === 'range' ? itemsOf(inner, value, spotOf(inner, pipeline)) : value;
        setVariables(frame, pipeline, element);
        inner = this.#reading(frame, kind === 'if' ? dot : element, [...outer, own]);
        if (refused.length < mostRefused) {
          refused.push(refused.length === mostRefused - 1 ? unknown : not(own));
        }
      }
      frame.variables.push(new Map());
      this.#nodes(inner, body);
      frame.variables.pop();
      after ??= this.#output.tail;
    }
    this.#output.tail = after ?? before;
    frame.variables.pop();
  }
}

/** Whether this is a page and can be nothing else. */
function isPage(value: Value): boolean {
  return (
    value.some(({ kind }) => kind === 'page') &&
    value.every(({ kind }) => kind === 'page' || kind === 'other')
  );
}
