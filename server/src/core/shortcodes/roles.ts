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
    const takes = encloses(tag, takesInner);
    const role = { tag, proven: tag.sound, named: tag.name === '' || called.has(tag.name), plain: false };
    if (tag.kind === 'comment' || (tag.kind === 'close' && tag.name === '' && !tag.sound)) {
      return { ...role, does: 'alone' };
    }
    if (tag.kind === 'close') {
      const isGuess = !guessed.has(tag) && called.has(tag.name) && called.get(tag.name) === undefined;
      return { ...role, does: isGuess ? 'alone' : 'close', plain: called.get(tag.name) === false };
    }
    called.set(tag.name, takes);
    if (tag.kind === 'selfClosing') {
      return { ...role, does: takes === false && tag.sound ? 'needless' : 'alone' };
    }
    return {
      ...role,
      does: (takes ?? guessed.has(tag)) ? 'open' : 'alone',
      proven: takes === true && tag.sound && !tag.inline,
    };
  });
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
