import { checkArguments } from './checkArguments.ts';
import { menuField, pageField, pagesField, resourcesField, siteField } from './pages.ts';
import type { Call, Reading } from './reading.ts';
import { renderedPage, type Subject } from './subject.ts';
import { entryBelow } from './collections.ts';
import { readChild, readNamed, readSubject } from './subjects.ts';
import { constants, join, passedOn, type Atom, type Value } from './values.ts';
import { words } from './words.ts';

/** The value of a field or method of `receiver`; fields that are not known have none. */
export function callMethod(reading: Reading, receiver: Value, call: Call): Value {
  checkArguments(reading, call);
  if (call.name === 'RenderString') {
    return join(call.args.map(({ value }) => passedOn(value)));
  }
  return join(receiver.map((atom) => fieldOf(reading, atom, call)));
}

function fieldOf(reading: Reading, atom: Atom, call: Call): Value {
  switch (atom.kind) {
    case 'context':
      return contextField(reading, call);
    case 'parent':
      return enclosingField(reading, call);
    case 'ancestor':
      return call.name === 'Parent' ? [atom] : parentField(reading, call);
    case 'params':
      return readSubject(reading, atom.owner, [call.name], call.at);
    case 'subject':
      return subjectField(reading, atom.subject, call);
    case 'page':
      return pageField(reading, atom, call);
    case 'pages':
      return pagesField(reading, atom.scope, call);
    case 'site':
      return siteField(call);
    case 'menu':
      return menuField(call);
    case 'resources':
      return resourcesField(reading, atom.scope, call);
    case 'store':
      return storeField(reading, call);
    case 'data':
      return entryBelow(reading, atom.path, call.name, call.at);
    case 'dict':
      return atom.entries.get(call.name) ?? [];
    default:
      return [];
  }
}

function contextField(reading: Reading, call: Call): Value {
  const { notes } = reading;
  switch (call.name) {
    case 'Get':
      return readNamed(reading, 'call', call.args[0]?.value ?? [], call.at);
    case 'Params':
      return [{ kind: 'params', owner: 'call' }];
    case 'Inner':
    case 'InnerDeindent':
      notes.inner(call.at);
      return [{ kind: 'inner' }];
    default:
      return parentField(reading, call);
  }
}

/** Of the shortcode that encloses it: its arguments are not this one's. */
function enclosingField(reading: Reading, call: Call): Value {
  switch (call.name) {
    case 'Get':
      return readNamed(reading, 'parent', call.args[0]?.value ?? [], call.at);
    case 'Params':
      return [{ kind: 'params', owner: 'parent' }];
    case 'Parent':
      return [{ kind: 'ancestor' }];
    default:
      return parentField(reading, call);
  }
}

/** What a shortcode and the one that encloses it have in common. */
function parentField({ notes }: Reading, call: Call): Value {
  switch (call.name) {
    case 'Parent':
      notes.parent(call.at);
      return [{ kind: 'parent' }];
    case 'Page':
      return [{ kind: 'page', scope: renderedPage }];
    case 'Site':
      return [{ kind: 'site' }];
    case 'Scratch':
    case 'Store':
      return [{ kind: 'store' }];
    default:
      return [];
  }
}

const methodsOfDates = words(
  'Format Year Month Day Hour Minute Second Unix UnixMilli UTC Local Before After Equal Sub Add AddDate IsZero Weekday YearDay ISOWeek',
);

function subjectField(reading: Reading, subject: Subject, call: Call): Value {
  const { name, args, at } = call;
  if (methodsOfDates.has(name)) {
    reading.notes.use([subject]);
    reading.notes.type(subject, { type: 'date', folder: undefined }, at);
    return [];
  }
  return args.length > 0 ? [] : readChild(reading, subject, name, at);
}

function storeField({ stored }: Reading, { name, args }: Call): Value {
  const [key, ...rest] = args;
  for (const { text } of constants(key?.value ?? [])) {
    const known = stored.get(text) ?? [];
    const [value = []] = rest.map((each) => each.value);
    switch (name) {
      case 'Get':
        return known;
      case 'Set':
      case 'Add':
        stored.set(text, join([known, value]));
        break;
      default:
    }
  }
  return [];
}
