import { OpenStack } from './openStack.ts';
import type { ShortcodeTag, TakesInner } from './types.ts';

/** What a tag does for the nesting of shortcodes. A tag that stands alone has no role. */
export interface Role {
  readonly tag: ShortcodeTag;
  readonly does: 'open' | 'close' | 'needless';
  /** Whether the templates and a sound tag say so; else it is a guess that nobody should be told of. */
  readonly proven: boolean;
  /** Of a closing tag: whether a shortcode of its name was called before, which is all that Hugo's lexer asks. */
  readonly named: boolean;
  /** Of a closing tag: whether its shortcode takes no inner content. */
  readonly plain: boolean;
}

/**
 * Whether a shortcode encloses something depends on its template alone (hugolib/shortcode.go: "we trust the template on this").
 * Where the template is unknown, a shortcode encloses something if a closing tag of its name fits.
 */
export function rolesOf(tags: readonly ShortcodeTag[], takesInner: TakesInner): Role[] {
  const nesting = tags.filter(takesPart);
  const isUnknown = (tag: ShortcodeTag): boolean => encloses(tag, takesInner) === undefined;
  const guessed = nesting.some(isUnknown) ? guessPairs(nesting, takesInner) : new Set<ShortcodeTag>();
  const called = new Map<string, boolean | undefined>();
  const roles: Role[] = [];
  for (const tag of nesting) {
    const takes = encloses(tag, takesInner);
    const role =
      tag.kind === 'close'
        ? closingRole(tag, called, guessed.has(tag))
        : callingRole(tag, takes, guessed.has(tag));
    if (role !== undefined) {
      roles.push(role);
    }
    if (tag.kind === 'open' || tag.kind === 'selfClosing') {
      called.set(tag.name, takes);
    }
  }
  return roles;
}

/** Without a name only a closing tag means something. */
export function takesPart({ kind, name }: ShortcodeTag): boolean {
  return kind === 'close' || name !== '';
}

function callingRole(tag: ShortcodeTag, takes: boolean | undefined, guessed: boolean): Role | undefined {
  const { kind, sound, inline } = tag;
  if (kind === 'open' && (takes ?? guessed)) {
    return { tag, does: 'open', proven: takes === true && sound && !inline, named: false, plain: false };
  }
  const isNeedless = kind === 'selfClosing' && takes === false && sound;
  return isNeedless ? { tag, does: 'needless', proven: true, named: false, plain: true } : undefined;
}

function closingRole(
  tag: ShortcodeTag,
  called: ReadonlyMap<string, boolean | undefined>,
  guessed: boolean,
): Role | undefined {
  const { name, sound } = tag;
  const isOfUnknown = called.has(name) && called.get(name) === undefined;
  const isIdle = name === '' ? !sound : isOfUnknown && !guessed;
  if (isIdle) {
    return undefined;
  }
  return {
    tag,
    does: 'close',
    proven: sound,
    named: name === '' || called.has(name),
    plain: called.get(name) === false,
  };
}

function encloses(tag: ShortcodeTag, takesInner: TakesInner): boolean | undefined {
  if (tag.inline) {
    return true;
  }
  return tag.name === '' ? false : takesInner(tag.name, tag);
}

/** The tags of shortcodes without a known template that pair by name; a closing tag without a name rather closes a known one. */
function guessPairs(tags: readonly ShortcodeTag[], takesInner: TakesInner): Set<ShortcodeTag> {
  const guessed = new Set<ShortcodeTag>();
  const open = new OpenStack();
  let known = 0;
  const skip = (tag: ShortcodeTag): void => {
    known -= encloses(tag, takesInner) === true ? 1 : 0;
  };
  for (const tag of tags) {
    if (tag.kind === 'open' && encloses(tag, takesInner) !== false) {
      open.push(tag);
      known += encloses(tag, takesInner) === true ? 1 : 0;
    } else if (tag.kind === 'close' && (tag.name === '' ? tag.sound : open.has(tag.name))) {
      const fits = (opener: ShortcodeTag): boolean =>
        tag.name === '' ? known === 0 || encloses(opener, takesInner) === true : opener.name === tag.name;
      const opener = open.popTo(fits, skip);
      if (opener !== undefined) {
        skip(opener);
        guessed.add(opener).add(tag);
      }
    }
  }
  return guessed;
}
