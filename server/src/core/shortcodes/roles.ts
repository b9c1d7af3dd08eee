import { OpenStack } from './openStack.ts';
import type { ShortcodeTag, TakesInner } from './types.ts';

/** What a tag does for the nesting of shortcodes. */
export interface Role {
  readonly tag: ShortcodeTag;
  readonly does: 'open' | 'close' | 'needless' | 'alone';
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
  const guessed = guessPairs(tags, takesInner);
  const called = new Map<string, boolean | undefined>();
  return tags.map((tag) => {
    if (tag.kind === 'close') {
      return closingRole(tag, called, guessed.has(tag));
    }
    const takes = encloses(tag, takesInner);
    if (tag.kind !== 'comment') {
      called.set(tag.name, takes);
    }
    const proven = takes === true && tag.sound && !tag.inline;
    return { tag, does: doesOf(tag, takes, guessed.has(tag)), proven, named: false, plain: false };
  });
}

function doesOf({ kind, sound }: ShortcodeTag, takes: boolean | undefined, guessed: boolean): Role['does'] {
  if (kind === 'selfClosing') {
    return takes === false && sound ? 'needless' : 'alone';
  }
  return kind === 'open' && (takes ?? guessed) ? 'open' : 'alone';
}

function closingRole(
  tag: ShortcodeTag,
  called: ReadonlyMap<string, boolean | undefined>,
  guessed: boolean,
): Role {
  const { name, sound } = tag;
  const isOfUnknown = called.has(name) && called.get(name) === undefined;
  const isIdle = name === '' ? !sound : isOfUnknown && !guessed;
  return {
    tag,
    does: isIdle ? 'alone' : 'close',
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
