import type {
  ArgumentKey,
  ArgumentSignature,
  Level,
  Place,
  ShortcodeSignature,
  TypeFact,
} from '../signature.ts';
import type { KeyReading, NamedPlace, PageCall } from '../templateReading.ts';
import { conjuncts, type Condition } from './conditions.ts';
import { namesOf, newDraft, toArgument, toKey, type Draft } from './draft.ts';
import { addSpot, Places, type Spot } from './places.ts';
import { isKey, ownerId, scopeId, subjectId, type Owner, type Subject } from './subject.ts';

/** What a subject is used for. */
export type Use = Omit<TypeFact, 'level' | 'at'>;

/** Gathers what a reading finds, each statement once, with its first place. */
export class Notes {
  readonly #subjects = new Map<string, Subject>();
  readonly #drafts = new Map<Subject, Draft>();
  readonly #open = new Map<string, Spot>();
  readonly #openKeys = new Map<string, Spot>();
  readonly #inner = new Map<string, Spot>();
  readonly #parent = new Map<string, Spot>();
  readonly #calls = new Map<string, PageCall>();
  readonly #asked = new Set<string>();
  readonly #names = new Map<string, Omit<NamedPlace, 'at'> & { readonly at: Spot }>();
  readonly #places = new Places();
  #markdown: Spot | undefined;

  /** The one object for this argument or key. */
  subject(owner: Owner, path: readonly ArgumentKey[]): Subject {
    const id = subjectId(owner, path);
    const subject = this.#subjects.get(id) ?? { owner, path };
    this.#subjects.set(id, subject);
    return subject;
  }

  read(subject: Subject, at: Spot): void {
    addSpot(this.#draft(subject).reads, at);
  }

  /** Of the enclosing call nobody expects the whole list. */
  open(owner: Owner, at: Spot): void {
    if (owner !== 'parent') {
      addSpot(owner === 'call' ? this.#open : this.#openKeys, at);
    }
  }

  inner(at: Spot): void {
    addSpot(this.#inner, at);
  }

  innerThroughMarkdown(at: Spot): void {
    this.#markdown ??= at;
  }

  parent(at: Spot): void {
    addSpot(this.#parent, at);
  }

  /** Another template is handed the page. */
  call({ at, ...call }: Omit<PageCall, 'at'> & { readonly at: Spot }): void {
    const id = `${scopeId(call)} ${call.kind} ${call.name}`;
    const known = this.#calls.get(id);
    if (known === undefined || (call.isCertain && !known.isCertain)) {
      this.#calls.set(id, { ...call, at: this.#places.of(at) });
    }
  }

  asked(name: string): void {
    this.#asked.add(name);
  }

  name(kind: NamedPlace['kind'], name: string, at: Spot): void {
    const { template, range } = at;
    const place = `${template.path} ${String(range.start)} ${String(range.end)}`;
    this.#names.set(`${kind} ${name} ${place}`, { kind, name, at });
  }

  alias(subjects: readonly Subject[]): void {
    for (const subject of subjects) {
      for (const other of subjects) {
        if (other !== subject) {
          this.#draft(subject).aliases.add(other);
        }
      }
    }
  }

  /** A template calls an argument so that is given by its place. */
  variable(subject: Subject, name: string): void {
    if (typeof subject.path[0] === 'number') {
      this.#draft(subject).variable ??= name.replace(/^\$/, '');
    }
  }

  default(subject: Subject, value: string, level: Level, at: Spot): void {
    if (value !== '') {
      this.#draft(subject).default ??= { value, level, at: this.#places.of(at) };
    }
  }

  value(subjects: readonly Subject[], value: string, isText: boolean, at: Spot): void {
    for (const subject of value === '' ? [] : subjects) {
      const { values } = this.#draft(subject);
      const known = values.get(value);
      if (known === undefined || (isText && !known.isText)) {
        values.set(value, { value, isText, level: 'likely', at: this.#places.of(at) });
      }
    }
  }

  type(subject: Subject, use: Use, at: Spot): void {
    const { types } = this.#draft(subject);
    const id = [use.type, use.folder, use.prefix, use.suffix, use.field].join('\n');
    if (!types.has(id)) {
      types.set(id, { ...use, level: 'likely', at: this.#places.of(at) });
    }
  }

  /** It is the picture that social media show. */
  share(subject: Subject, at: Spot): void {
    this.#draft(subject).shared ??= this.#places.of(at);
  }

  test(subjects: readonly Subject[]): void {
    for (const subject of subjects) {
      this.#draft(subject).isTested = true;
    }
  }

  /** It is used for more than to ask whether it is given. */
  use(subjects: readonly Subject[]): void {
    for (const subject of subjects) {
      this.#draft(subject).isUsed = true;
    }
  }

  /** The build fails at `at` (or only warns) when all `conditions` hold. */
  failure(conditions: readonly Condition[], fails: boolean, at: Spot): void {
    const parts = conjuncts(conditions);
    const missing = parts.flatMap((part) => (part.kind === 'missing' ? [part.subject] : []));
    this.#require(missing, fails && missing.length === parts.length ? 'proven' : 'likely', at);
    for (const part of parts) {
      if (part.kind === 'any') {
        const level = fails && parts.length === 1 ? 'proven' : 'likely';
        part.parts.forEach((each) => {
          if (each.kind === 'missing') {
            this.#require([each.subject], level, at);
          }
        });
      } else if (part.kind === 'notAmong') {
        const level = fails && isOnlyAbout(part.subjects, parts) ? 'proven' : 'likely';
        this.#close(part.subjects, level, at);
        if (demandsValue(part, parts)) {
          this.#require(part.subjects, level, at);
        }
      }
    }
  }

  signature(isBlock: boolean): ShortcodeSignature {
    return {
      isBlock,
      arguments: this.#arguments('call'),
      open: this.#places.all(this.#open),
      inner: {
        reads: this.#places.all(this.#inner),
        markdown: this.#markdown && this.#places.of(this.#markdown),
      },
      parent: this.#places.all(this.#parent),
      parentArguments: this.#arguments('parent'),
    };
  }

  reading(): {
    readonly keys: readonly KeyReading[];
    readonly openKeys: readonly Place[];
    readonly calls: readonly PageCall[];
    readonly asked: readonly string[];
    readonly names: readonly NamedPlace[];
  } {
    return {
      keys: this.#read(isKey).flatMap((draft) => toKey(draft, this.#places) ?? []),
      openKeys: this.#places.all(this.#openKeys),
      calls: [...this.#calls.values()],
      asked: [...this.#asked],
      names: [...this.#names.values()].map((each) => ({ ...each, at: this.#places.of(each.at) })),
    };
  }

  #arguments(of: 'call' | 'parent'): ArgumentSignature[] {
    return this.#read(({ owner }) => owner === of).map((draft) => toArgument(draft, this.#places));
  }

  #read(isMeant: (subject: Subject) => boolean): Draft[] {
    return [...this.#drafts.values()].filter(({ subject, reads }) => reads.size > 0 && isMeant(subject));
  }

  /** What may stand in for an argument is another argument; where it is a key, nothing is known of either. */
  #require(oneOf: readonly Subject[], level: Level, at: Spot): void {
    if (new Set(oneOf.map(({ owner }) => ownerId(owner))).size > 1) {
      return;
    }
    for (const subject of oneOf) {
      const draft = this.#draft(subject);
      if (draft.required === undefined || (draft.required.level !== 'proven' && level === 'proven')) {
        draft.required = { oneOf: namesOf(oneOf), level, at: this.#places.of(at) };
      }
    }
  }

  #close(subjects: readonly Subject[], level: Level, at: Spot): void {
    this.use(subjects);
    for (const subject of subjects) {
      this.#draft(subject).closed ??= { level, at: this.#places.of(at) };
    }
  }

  #draft(subject: Subject): Draft {
    const draft = this.#drafts.get(subject) ?? newDraft(subject);
    this.#drafts.set(subject, draft);
    return draft;
  }
}

/** Nothing but these decides; of two names either may be given, but not a name and a position. */
function isOnlyAbout(subjects: readonly Subject[], parts: readonly Condition[]): boolean {
  return (
    subjects.filter(({ path }) => typeof path[0] === 'string').length < 2 &&
    parts.every(
      (part) =>
        (part.kind === 'given' && subjects.includes(part.subject)) ||
        (part.kind === 'notAmong' && part.subjects.every((subject) => subjects.includes(subject))),
    )
  );
}

/** Nothing, too, is not among the values, unless something stands in for it or it is asked before whether there is something. */
function demandsValue(
  part: Extract<Condition, { kind: 'among' | 'notAmong' }>,
  parts: readonly Condition[],
): boolean {
  const isGiven = parts.some((other) => other.kind === 'given' && part.subjects.includes(other.subject));
  return !part.hasDefault && !isGiven && !part.values.includes('');
}
