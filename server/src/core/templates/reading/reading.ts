import type { Condition } from './conditions.ts';
import type { Notes } from './notes.ts';
import type { Output } from './output.ts';
import type { Spot, Template } from './places.ts';
import type { Value } from './values.ts';

/** What an expression may be, and when it is true. */
export interface Result {
  readonly value: Value;
  readonly condition: Condition;
}

/** Where in the templates the reading stands: one for the template, one for each partial and definition that is being called. */
export interface Frame {
  readonly template: Template;
  readonly root: Value;
  /** Innermost last. */
  readonly variables: Map<string, Value>[];
  readonly returned: Value[];
  readonly depth: number;
}

export interface Reading {
  readonly notes: Notes;
  readonly frame: Frame;
  readonly dot: Value;
  /** What must hold to come here. */
  readonly conditions: readonly Condition[];
  /** What `.Scratch` and its like hold, by name. */
  readonly stored: Map<string, Value>;
  /** The end of what has been printed so far. */
  readonly output: Output;
  /** Calls a partial; `undefined` where it cannot be followed. */
  readonly call: (reading: Reading, name: string, dot: Value, at: Spot) => Value | undefined;
}

/** A call of a function or a method; what comes through the pipe is its last argument. */
export interface Call {
  readonly name: string;
  readonly args: readonly Result[];
  readonly at: Spot;
}
