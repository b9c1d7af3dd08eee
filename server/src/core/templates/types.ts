import type { Problem } from '../text/problem.ts';
import type { TextRange } from '../text/range.ts';

/** A template as Go's `text/template/parse` reads it, with the place of everything. Ranges are UTF-16 and half-open. */
export interface TemplateTree {
  readonly body: readonly TemplateNode[];
  /** What `define` and `block` name, wherever they stand; of two with one name the last. */
  readonly definitions: ReadonlyMap<string, DefinitionNode>;
}

export interface ParsedTemplate {
  readonly tree: TemplateTree;
  /** In the order of the text. Go stops at the first; we read on behind it. */
  readonly problems: readonly Problem[];
}

export type TemplateNode = TextNode | ActionNode | BranchNode | DefinitionNode | CallNode;

/** Text between actions, a comment, or the jump out of a loop. */
export interface TextNode {
  readonly kind: 'text' | 'comment' | 'break' | 'continue';
  readonly range: TextRange;
}

/** A pipeline whose value is printed, or kept in a variable. */
export interface ActionNode {
  readonly kind: 'action';
  readonly range: TextRange;
  readonly pipeline: Pipeline;
}

/** `if`, `with` or `range` up to its `end`. */
export interface BranchNode {
  readonly kind: 'if' | 'with' | 'range';
  readonly range: TextRange;
  /** The first, those of `else if` or `else with`, and that of `else`, the only one without a pipeline. */
  readonly clauses: readonly Clause[];
}

export interface Clause {
  /** The action that opens it. */
  readonly head: TextRange;
  readonly pipeline: Pipeline | undefined;
  readonly body: readonly TemplateNode[];
}

/** `define`, or `block`, which is called where it stands. */
export interface DefinitionNode {
  readonly kind: 'define' | 'block';
  readonly range: TextRange;
  readonly head: TextRange;
  readonly name: string;
  /** What a `block` is called with. */
  readonly pipeline: Pipeline | undefined;
  readonly body: readonly TemplateNode[];
}

/** `{{ template "name" pipeline }}` */
export interface CallNode {
  readonly kind: 'template';
  readonly range: TextRange;
  readonly name: string;
  readonly pipeline: Pipeline | undefined;
}

/** `$a, $b := command | command` */
export interface Pipeline {
  readonly range: TextRange;
  readonly variables: readonly Name[];
  /** `=`, not `:=`. */
  readonly isAssignment: boolean;
  readonly commands: readonly Command[];
}

/** A function, method or value with its arguments. */
export interface Command {
  readonly range: TextRange;
  readonly operands: readonly Operand[];
}

export type Operand = Chain | Literal;

/** A start, and the fields that hang on it: `.Params.x`, `$.Get`, `strings.Trim`, `(index .Params 0).Title`. */
export type Chain = ChainStart & { readonly range: TextRange; readonly path: readonly Name[] };

type ChainStart =
  | { readonly kind: 'dot' }
  /** The name with its `$`. */
  | { readonly kind: 'variable'; readonly name: string }
  | { readonly kind: 'function'; readonly name: string }
  | { readonly kind: 'parenthesis'; readonly pipeline: Pipeline };

/** A name with its place: a field without its dot, a variable with its `$`. */
export interface Name {
  readonly name: string;
  readonly range: TextRange;
}

export interface Literal {
  readonly kind: 'string' | 'character' | 'number' | 'bool' | 'nil';
  readonly range: TextRange;
  /** The text of a string; the source of everything else. */
  readonly value: string;
}
