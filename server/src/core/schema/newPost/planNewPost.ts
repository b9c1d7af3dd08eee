// What a new post will be, worked out before anything is made: its file by the habits of its list, and all that is wrong with that.
import { isContentPath } from '../../site/contentFile.ts';
import type { SiteSnapshot } from '../../site/snapshot.ts';
import { message, type Message } from '../../text/message.ts';
import { decoded, encodedPath, joinPath } from '../../text/path.ts';
import type { Today } from '../newPageLines.ts';
import { fileNameOf } from './fileName.ts';
import { habitsOf, type PostPlace } from './habits.ts';
import { archetypeFor, isFolder, type NewFile } from './newPostText.ts';

/** What the writer answered; what is left out is guessed. */
export interface PostRequest extends PostPlace {
  readonly title: string;
  /** A folder of its own, with an index file. */
  readonly isBundle?: boolean;
  /** The very folder that it is wanted in, below the content directory. */
  readonly here?: string;
  /** Below the content directory, as the writer changed it: `blogg/2024/name.md`. */
  readonly path?: string;
}

export interface PostPlan extends NewFile {
  readonly isBundle: boolean;
  /** Relative to the site, for people. */
  readonly shown: string;
  /** Why it cannot be made like that. */
  readonly problem?: Message;
  /** The page that stands there already. */
  readonly existing?: string;
}

/**
 * The file that `request` asks for, by the habits of its list, on the writer's day. A plan always has a path; with a `problem` it cannot be made. Of a request
 * without a title there is none yet, which is no problem.
 */
export function planNewPost(site: SiteSnapshot, request: PostRequest, { today }: Today): PostPlan {
  const habits = habitsOf(site, request, today);
  const name = fileNameOf(request.title, habits.keepsAccents);
  const folder = request.here ?? joinPath(request.folder, habits.dateFolder);
  const isBundle = request.isBundle ?? (habits.isBundle || bringsBundle(site, folder));
  const tail = isBundle ? `/index${habits.suffix}` : habits.suffix;
  const guessed = `${folder}/${habits.datePrefix}${name}${tail}${habits.extension}`.replace(/^\//, '');
  const path = request.path ?? guessed;
  const below = habits.base === '' ? path : path.slice(habits.base.length + 1);
  const uri = `${habits.root}/${encodedPath(below)}`;
  const shown = decoded(uri.slice(site.root.length + 1));
  const plan = { uri, path, language: request.language, isBundle: /\/index(?:\.[^/]*)?$/.test(path), shown };
  if (request.path === undefined && name === '') {
    const isTyped = request.title.trim() !== '';
    return isTyped
      ? { ...plan, problem: message('A title needs a letter or a digit: its file is named after it.') }
      : plan;
  }
  const existing = standingAt(site, plan, habits.suffix);
  if (existing !== undefined) {
    const taken = decoded(existing.slice(site.root.length + 1));
    return {
      ...plan,
      existing,
      problem: message('There is a page {0} already. Choose another title, or change the path.', taken),
    };
  }
  const problem = request.path === undefined ? undefined : problemOf(site, path, habits.base);
  return problem === undefined ? plan : { ...plan, problem };
}

function bringsBundle(site: SiteSnapshot, folder: string): boolean {
  const path = `${folder}/x/index.md`.replace(/^\//, '');
  const archetype = archetypeFor(site, { uri: '', path, language: '' });
  return archetype !== undefined && isFolder(archetype) && archetype.name.toLowerCase() !== 'default';
}

/** The file itself, or the other kind of page with the same address: `name.md` and `name/index.md`. */
function standingAt(site: SiteSnapshot, { uri }: NewFile, suffix: string): string | undefined {
  const extension = uri.slice(uri.lastIndexOf('.'));
  const stem = uri.slice(0, uri.length - suffix.length - extension.length);
  const other = stem.endsWith('/index')
    ? `${stem.slice(0, -'/index'.length)}${suffix}${extension}`
    : `${stem}/index${suffix}${extension}`;
  return [uri, other].find((each) => site.page(each) !== undefined);
}

const windowsName = /^(?:con|prn|aux|nul|com\d|lpt\d)(?:\.|$)/i;

/** Of a path that the writer wrote. */
function problemOf({ hugo }: SiteSnapshot, path: string, base: string): Message | undefined {
  const names = path.split('/');
  const bad = names.find((name) => /["*:<>?\\|]/.test(name) || hasControl(name) || windowsName.test(name));
  if (bad !== undefined) {
    return message('Not every disk takes "{0}" for a name: leave out the signs " * : < > ? \\ |.', bad);
  }
  if (names.some((name) => name === '' || /^\.+$/.test(name) || /[. ]$/.test(name)) || path.length > 400) {
    return message('This is no path: write folders and a name with a slash between.');
  }
  if (base !== '' && !path.startsWith(`${base}/`)) {
    return message('Pages of this list stand below {0}.', base);
  }
  return isContentPath(path, hugo) && !/^[.#]/.test(names.at(-1) ?? '')
    ? undefined
    : message('Hugo takes no such file for a page: end its name with .md.');
}

function hasControl(name: string): boolean {
  return Array.from(name).some((letter) => letter < ' ');
}
