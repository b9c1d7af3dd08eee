import type { ArgumentKey } from '../signature.ts';
import { checkArguments } from './checkArguments.ts';
import type { Call, Reading } from './reading.ts';
import { argumentKeys, constants, join, passedOn, type Atom, type Value } from './values.ts';

/** The value of a field or method of `receiver`; fields that are not known have none. */
export function callMethod(reading: Reading, receiver: Value, call: Call): Value {
  checkArguments(reading, call);
  const values = receiver.map((atom) => fieldOf(reading, atom, call));
  return join([...values, rendered(call)]);
}

function rendered({ name, args }: Call): Value {
  return name === 'RenderString' ? join(args.map(({ value }) => passedOn(value))) : [];
}

function fieldOf(reading: Reading, atom: Atom, call: Call): Value {
  switch (atom.kind) {
    case 'context':
      return contextField(reading, call);
    case 'params':
      return readArgument(reading, call.name, call);
    case 'page':
      return pageField(call.name);
    case 'site':
      return call.name === 'Data' ? [{ kind: 'data', path: '' }] : [];
    case 'data':
      return [{ kind: 'data', path: atom.path === '' ? call.name : `${atom.path}.${call.name}` }];
    case 'dict':
      return atom.entries.get(call.name) ?? [];
    default:
      return [];
  }
}

function pageField(name: string): Value {
  switch (name) {
    case 'Page':
      return [{ kind: 'page' }];
    case 'Site':
      return [{ kind: 'site' }];
    case 'Resources':
      return [{ kind: 'resources' }];
    default:
      return [];
  }
}

function contextField(reading: Reading, call: Call): Value {
  const { notes } = reading;
  switch (call.name) {
    case 'Get':
      return readArguments(reading, call.args[0]?.value ?? [], call);
    case 'Params':
      return [{ kind: 'params' }];
    case 'Inner':
    case 'InnerDeindent':
      notes.inner(call.at);
      return [{ kind: 'inner' }];
    case 'Parent':
      notes.parent(call.at);
      return [{ kind: 'parent' }];
    default:
      return pageField(call.name);
  }
}

/** The arguments of these names or positions; a name that is not written there may be any. */
export function readArguments(reading: Reading, names: Value, call: Call): Value {
  const known = constants(names);
  if (known.length === 0 || known.length < names.length) {
    reading.notes.open(call.at);
  }
  reading.notes.use(argumentKeys(names));
  return join(
    known.map(({ text, type }) => readArgument(reading, type === 'number' ? Number(text) : text, call)),
  );
}

function readArgument(reading: Reading, key: ArgumentKey, { at }: Call): Value {
  if (typeof key === 'number' && !(Number.isInteger(key) && key >= 0)) {
    return [];
  }
  reading.notes.read(key, at);
  return [{ kind: 'argument', key }];
}
