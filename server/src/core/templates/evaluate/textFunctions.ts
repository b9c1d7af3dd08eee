// Hugo's functions for texts, by all of their names.
import { findPattern, replacePattern } from './goPattern.ts';
import { formatted } from './printf.ts';
import type { EvaluationSite, GoFunction } from './evaluate.ts';
import {
  integerOf,
  isList,
  kindOf,
  lettersOf,
  printedInside,
  sortedEntries,
  textOf,
  unknown,
  wrong,
  type GoMap,
  type GoValue,
} from './values.ts';
import { anchorized, firstUpper, humanized, titled, urlizedText } from './words.ts';

type TextFunction = (site: EvaluationSite, ...texts: string[]) => GoValue;

/** One that takes `least` to `most` texts. */
function ofTexts(least: number, most: number, call: TextFunction): GoFunction {
  return (args, site) =>
    args.length < least || args.length > most ? wrong() : call(site, ...args.map(textOf));
}

const one = (call: (text: string) => GoValue): GoFunction => ofTexts(1, 1, (_, text = '') => call(text));
const two = (call: (a: string, b: string) => GoValue): GoFunction =>
  ofTexts(2, 2, (_, a = '', b = '') => call(a, b));

const title = ofTexts(1, 1, ({ titleStyle }, text = '') => titled(text, titleStyle));
const lower = one((text) => text.toLowerCase());
const upper = one((text) => text.toUpperCase());
const same: GoFunction = ([value]) => value;
const urlize = ofTexts(1, 1, ({ pathStyle }, text = '') => urlizedText(text, pathStyle));
const humanize = one(humanized);
const anchorize = one(anchorized);
const trim = two((text, cut) => trimmed(text, cut, true, true));
const hasPrefix = two((text, start) => text.startsWith(start));
const split = two((text, by) => (by === '' ? lettersOf(text) : text.split(by)));

export const textFunctions: Readonly<Record<string, GoFunction>> = {
  title,
  'strings.Title': title,
  lower,
  'strings.ToLower': lower,
  upper,
  'strings.ToUpper': upper,
  'strings.FirstUpper': one(firstUpper),
  humanize,
  'inflect.Humanize': humanize,
  urlize,
  'urls.URLize': urlize,
  anchorize,
  'urls.Anchorize': anchorize,
  safeHTML: same,
  safeURL: same,
  safeCSS: same,
  safeJS: same,
  replace: replaceText,
  'strings.Replace': replaceText,
  replaceRE,
  'strings.ReplaceRE': replaceRE,
  findRE,
  'strings.FindRE': findRE,
  slicestr,
  'strings.SliceString': slicestr,
  substr,
  'strings.Substr': substr,
  split,
  'strings.Split': split,
  trim,
  'strings.Trim': trim,
  'strings.TrimLeft': two((cut, text) => trimmed(text, cut, true, false)),
  'strings.TrimRight': two((cut, text) => trimmed(text, cut, false, true)),
  'strings.TrimPrefix': two((start, text) => (text.startsWith(start) ? text.slice(start.length) : text)),
  'strings.TrimSuffix': two((end, text) =>
    text.endsWith(end) ? text.slice(0, text.length - end.length) : text,
  ),
  'strings.TrimSpace': one((text) => text.trim()),
  chomp: one((text) => text.replace(/[\r\n]+$/, '')),
  'strings.Chomp': one((text) => text.replace(/[\r\n]+$/, '')),
  hasPrefix,
  'strings.HasPrefix': hasPrefix,
  hasSuffix: two((text, end) => text.endsWith(end)),
  'strings.HasSuffix': two((text, end) => text.endsWith(end)),
  'strings.Contains': two((text, part) => text.includes(part)),
  'strings.Count': two((part, text) => (part === '' ? unknown() : text.split(part).length - 1)),
  'strings.Repeat': ([times, text]) => repeated(textOf(text), integerOf(times)),
  'strings.RuneCount': one((text) => lettersOf(text).length),
  'strings.CountRunes': one((text) => lettersOf(text.replace(/\s/g, '')).length),
  printf: ([layout, ...args]) => (typeof layout === 'string' ? formatted(layout, args) : unknown()),
  print: printAll,
  println: (args) => `${args.map(printedInside).join(' ')}\n`,
  string: ([value]) => textOf(value),
  jsonify: ([value, ...rest]) => (rest.length > 0 ? unknown() : jsonOf(value)),
  'path.Base': one((path) => cleanPath(path).split('/').at(-1) ?? ''),
  'path.BaseName': one((path) => (path.split('/').at(-1) ?? '').replace(/\.[^.]*$/, '')),
  'path.Dir': one((path) => (path.includes('/') ? cleanPath(path.replace(/[^/]*$/, '')) : '.')),
  'path.Ext': one((path) => /\.[^./]*$/.exec(path)?.[0] ?? ''),
  'path.Clean': one(cleanPath),
  'path.Join': (args) =>
    cleanPath(
      args
        .map(textOf)
        .filter((part) => part !== '')
        .join('/'),
    ),
};

function replaceText(args: readonly GoValue[]): GoValue {
  const [text, from, to, most] = args;
  if (args.length < 3 || args.length > 4) {
    return wrong();
  }
  const parts = textOf(from) === '' ? ['', ...lettersOf(textOf(text)), ''] : textOf(text).split(textOf(from));
  const count = most === undefined ? parts.length : integerOf(most);
  const joints = count < 0 ? parts.length : count;
  if (Math.min(joints, parts.length) * textOf(to).length > longestText) {
    return unknown();
  }
  return parts.reduce((whole, part, index) => whole + (index <= joints ? textOf(to) : textOf(from)) + part);
}

function replaceRE(args: readonly GoValue[]): GoValue {
  const [pattern, by, text, most] = args;
  return args.length < 3
    ? wrong()
    : replacePattern(textOf(pattern), textOf(by), textOf(text), most === undefined ? -1 : integerOf(most));
}

function findRE(args: readonly GoValue[]): GoValue {
  const [pattern, text, most] = args;
  return args.length < 2
    ? wrong()
    : findPattern(textOf(pattern), textOf(text), most === undefined ? -1 : integerOf(most));
}

function slicestr(args: readonly GoValue[]): GoValue {
  const letters = lettersOf(textOf(args[0]));
  const start = args.length > 1 ? integerOf(args[1]) : 0;
  const end = args.length > 2 ? integerOf(args[2]) : letters.length;
  const isInside =
    start >= 0 && (args.length < 2 || start < letters.length) && end >= 0 && end <= letters.length;
  return isInside && (args.length < 3 || start <= end) ? letters.slice(start, end).join('') : wrong();
}

function substr(args: readonly GoValue[]): GoValue {
  const letters = lettersOf(textOf(args[0]));
  const from = args.length > 1 ? integerOf(args[1]) : wrong();
  const length = args.length > 2 ? integerOf(args[2]) : letters.length;
  const start = from < 0 ? Math.max(0, letters.length + from) : from;
  const end = length < 0 ? letters.length + length : start + length;
  return letters.slice(Math.min(start, letters.length), Math.max(start, end)).join('');
}

function trimmed(text: string, cut: string, isLeft: boolean, isRight: boolean): string {
  const letters = lettersOf(text);
  const set = new Set(cut);
  let start = 0;
  let end = letters.length;
  while (isLeft && start < end && set.has(letters[start] ?? '')) {
    start += 1;
  }
  while (isRight && end > start && set.has(letters[end - 1] ?? '')) {
    end -= 1;
  }
  return letters.slice(start, end).join('');
}

/** A text that is longer is left to Hugo. */
const longestText = 20_000;

function repeated(text: string, times: number): string {
  return times < 0 ? wrong() : text.length * times > longestText ? unknown() : text.repeat(times);
}

/** With a blank between two of which neither is a text. */
function printAll(args: readonly GoValue[]): string {
  return args.reduce<string>((text, value, index) => {
    const before = args[index - 1];
    const isApart = index > 0 && typeof before !== 'string' && typeof value !== 'string';
    return text + (isApart ? ' ' : '') + printedInside(value);
  }, '');
}

function jsonOf(value: GoValue): string {
  if (isList(value)) {
    return `[${value.map(jsonOf).join(',')}]`;
  }
  switch (kindOf(value)) {
    case 'plain':
      return JSON.stringify(value).replace(/[<>&\u2028\u2029]/g, escapedSign);
    case 'map':
      return `{${sortedEntries(value as GoMap)
        .map(([key, each]) => `${jsonOf(key)}:${jsonOf(each)}`)
        .join(',')}}`;
    default:
      return unknown();
  }
}

function escapedSign(sign: string): string {
  return `\\u${sign.charCodeAt(0).toString(16).padStart(4, '0')}`;
}

function cleanPath(path: string): string {
  const isRooted = path.startsWith('/');
  const parts: string[] = [];
  for (const part of path.split('/')) {
    if (part === '..' && parts.length > 0 && parts.at(-1) !== '..') {
      parts.pop();
    } else if (part !== '' && part !== '.' && !(part === '..' && isRooted)) {
      parts.push(part);
    }
  }
  const clean = (isRooted ? '/' : '') + parts.join('/');
  return clean === '' ? '.' : clean;
}
