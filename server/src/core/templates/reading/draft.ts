import type {
  ArgumentKey,
  ArgumentSignature,
  ComparedFact,
  Fact,
  Place,
  RequiredFact,
  TypeFact,
  ValueFact,
} from '../signature.ts';
import type { KeyReading } from '../templateReading.ts';
import type { Places, Spots } from './places.ts';
import { nameOf, type Subject } from './subject.ts';

/** What is known so far of one argument or key. */
export interface Draft {
  readonly subject: Subject;
  readonly reads: Spots;
  readonly aliases: Set<Subject>;
  readonly values: Map<string, ComparedFact>;
  readonly types: Map<string, TypeFact>;
  default?: ValueFact;
  required?: RequiredFact;
  closed?: Fact;
  variable?: string;
  shared?: Place;
  /** Somebody asks whether it is given. */
  isTested: boolean;
  /** It is used for more than that. */
  isUsed: boolean;
}

export function newDraft(subject: Subject): Draft {
  return {
    subject,
    reads: new Map(),
    aliases: new Set(),
    values: new Map(),
    types: new Map(),
    isTested: false,
    isUsed: false,
  };
}

export function toArgument(draft: Draft, places: Places): ArgumentSignature {
  const own = [...draft.aliases].filter(({ owner }) => owner === draft.subject.owner);
  const { subject, variable } = draft;
  return {
    key: nameOf(subject),
    aliases: own.map(nameOf),
    ...(variable !== undefined && { variable }),
    ...factsOf(draft, places),
  };
}

/** `undefined` for an argument. */
export function toKey(draft: Draft, places: Places): KeyReading | undefined {
  const { owner, path } = draft.subject;
  return typeof owner === 'string'
    ? undefined
    : {
        path: path.map(String),
        ...owner,
        ...(draft.shared !== undefined && { shared: draft.shared }),
        ...factsOf(draft, places),
      };
}

function factsOf(draft: Draft, places: Places): Omit<ArgumentSignature, 'key' | 'aliases'> {
  const { reads, values, types, isTested, isUsed, required, closed } = draft;
  const at = places.all(reads);
  const [first] = at;
  const isFlag = isTested && !isUsed && types.size === 0 && required === undefined;
  const flag: TypeFact[] =
    isFlag && first !== undefined ? [{ type: 'bool', folder: undefined, level: 'likely', at: first }] : [];
  return {
    reads: at,
    default: draft.default,
    required,
    values: [...values.values()],
    closed,
    types: [...types.values(), ...flag],
  };
}

export function namesOf(subjects: readonly Subject[]): readonly ArgumentKey[] {
  return subjects.map(nameOf);
}
