import { LineIndex } from '../../text/lineIndex.ts';
import type { TextRange } from '../../text/range.ts';
import type {
  ArgumentKey,
  ArgumentSignature,
  ComparedFact,
  Fact,
  Level,
  Place,
  RequiredFact,
  ShortcodeSignature,
  TypeFact,
  UseType,
  ValueFact,
} from '../signature.ts';
import type { TemplateTree } from '../types.ts';
import { conjuncts, type Condition } from './conditions.ts';

/** A template, parsed. */
export interface Template {
  /** For people: `layouts/shortcodes/box.html`. */
  readonly path: string;
  readonly text: string;
  readonly tree: TemplateTree;
}

interface Draft {
  readonly key: ArgumentKey;
  readonly reads: Map<string, Place>;
  readonly aliases: Set<ArgumentKey>;
  readonly values: Map<string, ComparedFact>;
  readonly types: Map<string, TypeFact>;
  default?: ValueFact;
  required?: RequiredFact;
  closed?: Fact;
  /** Somebody asks whether it is given. */
  isTested: boolean;
  /** It is used for more than that. */
  isUsed: boolean;
}

/** Gathers what a reading finds, each statement once, with its first place. */
export class Notes {
  readonly #arguments = new Map<ArgumentKey, Draft>();
  readonly #open = new Map<string, Place>();
  readonly #inner = new Map<string, Place>();
  readonly #parent = new Map<string, Place>();
  readonly #lines = new Map<string, LineIndex>();
  #markdown: Place | undefined;

  read(key: ArgumentKey, at: Place): void {
    this.#draft(key).reads.set(placeKey(at), at);
  }

  open(at: Place): void {
    this.#open.set(placeKey(at), at);
  }

  inner(at: Place): void {
    this.#inner.set(placeKey(at), at);
  }

  innerThroughMarkdown(at: Place): void {
    this.#markdown ??= at;
  }

  parent(at: Place): void {
    this.#parent.set(placeKey(at), at);
  }

  alias(keys: readonly ArgumentKey[]): void {
    for (const key of keys) {
      for (const other of keys) {
        if (other !== key) {
          this.#draft(key).aliases.add(other);
        }
      }
    }
  }

  default(key: ArgumentKey, value: string, level: Level, at: Place): void {
    if (value !== '') {
      this.#draft(key).default ??= { value, level, at };
    }
  }

  value(keys: readonly ArgumentKey[], value: string, isText: boolean, at: Place): void {
    for (const key of value === '' ? [] : keys) {
      const { values } = this.#draft(key);
      const known = values.get(value);
      if (known === undefined || (isText && !known.isText)) {
        values.set(value, { value, isText, level: 'likely', at });
      }
    }
  }

  type(keys: readonly ArgumentKey[], type: UseType, at: Place, folder?: string): void {
    for (const key of keys) {
      const { types } = this.#draft(key);
      const id = `${type} ${folder ?? ''}`;
      if (!types.has(id)) {
        types.set(id, { type, folder, level: 'likely', at });
      }
    }
  }

  test(keys: readonly ArgumentKey[]): void {
    for (const key of keys) {
      this.#draft(key).isTested = true;
    }
  }

  /** It is used for more than to ask whether it is given. */
  use(keys: readonly ArgumentKey[]): void {
    for (const key of keys) {
      this.#draft(key).isUsed = true;
    }
  }

  /** The build fails at `at` (or only warns) when all `conditions` hold. */
  failure(conditions: readonly Condition[], fails: boolean, at: Place): void {
    const parts = conjuncts(conditions);
    const missing = parts.flatMap((part) => (part.kind === 'missing' ? [part.key] : []));
    const alone: Level = fails && missing.length === parts.length ? 'proven' : 'likely';
    if (missing.length > 0) {
      this.#require(missing, alone, at);
    }
    for (const part of parts) {
      if (part.kind === 'any') {
        const level = fails && parts.length === 1 ? 'proven' : 'likely';
        part.parts.forEach((each) => {
          if (each.kind === 'missing') {
            this.#require([each.key], level, at);
          }
        });
      } else if (part.kind === 'notAmong') {
        this.#close(part, fails && isOnlyAbout(part.keys, parts) ? 'proven' : 'likely', at);
        if (demandsValue(part, parts)) {
          this.#require(part.keys, fails && isOnlyAbout(part.keys, parts) ? 'proven' : 'likely', at);
        }
      }
    }
  }

  placeOf({ path, text }: Template, range: TextRange): Place {
    const lines = this.#lines.get(path) ?? new LineIndex(text);
    this.#lines.set(path, lines);
    const { line, character } = lines.positionAt(range.start);
    return { path, range, line: line + 1, column: character };
  }

  signature(): ShortcodeSignature {
    return {
      arguments: [...this.#arguments.values()].filter(({ reads }) => reads.size > 0).map(toSignature),
      open: [...this.#open.values()],
      inner: { reads: [...this.#inner.values()], markdown: this.#markdown },
      parent: [...this.#parent.values()],
    };
  }

  #require(oneOf: readonly ArgumentKey[], level: Level, at: Place): void {
    for (const key of oneOf) {
      const draft = this.#draft(key);
      if (draft.required === undefined || (draft.required.level !== 'proven' && level === 'proven')) {
        draft.required = { oneOf, level, at };
      }
    }
  }

  #close({ keys }: { readonly keys: readonly ArgumentKey[] }, level: Level, at: Place): void {
    this.use(keys);
    for (const key of keys) {
      this.#draft(key).closed ??= { level, at };
    }
  }

  #draft(key: ArgumentKey): Draft {
    const known = this.#arguments.get(key);
    if (known !== undefined) {
      return known;
    }
    const draft: Draft = {
      key,
      reads: new Map(),
      aliases: new Set(),
      values: new Map(),
      types: new Map(),
      isTested: false,
      isUsed: false,
    };
    this.#arguments.set(key, draft);
    return draft;
  }
}

/** Nothing but these arguments decides; of two names either may be given, but not a name and a position. */
function isOnlyAbout(keys: readonly ArgumentKey[], parts: readonly Condition[]): boolean {
  return (
    keys.filter((key) => typeof key === 'string').length < 2 &&
    parts.every(
      (part) =>
        (part.kind === 'given' && keys.includes(part.key)) ||
        (part.kind === 'notAmong' && part.keys.every((key) => keys.includes(key))),
    )
  );
}

/** Nothing, too, is not among the values, unless something stands in for it or it is asked before whether there is something. */
function demandsValue(
  part: Extract<Condition, { kind: 'among' | 'notAmong' }>,
  parts: readonly Condition[],
): boolean {
  const isGiven = parts.some((other) => other.kind === 'given' && part.keys.includes(other.key));
  return !part.hasDefault && !isGiven && !part.values.includes('');
}

function toSignature(draft: Draft): ArgumentSignature {
  const { key, reads, aliases, values, types, isTested, isUsed } = draft;
  const places = [...reads.values()];
  const [at] = places;
  const isFlag = isTested && !isUsed && types.size === 0 && draft.required === undefined;
  const flag: TypeFact[] =
    isFlag && at !== undefined ? [{ type: 'bool', folder: undefined, level: 'likely', at }] : [];
  return {
    key,
    reads: places,
    aliases: [...aliases],
    default: draft.default,
    required: draft.required,
    values: [...values.values()],
    closed: draft.closed,
    types: [...types.values(), ...flag],
  };
}

function placeKey({ path, range }: Place): string {
  return `${path} ${String(range.start)} ${String(range.end)}`;
}
