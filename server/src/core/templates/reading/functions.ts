// What Hugo's functions do with what they are given, as far as it says something of arguments and keys.
import type { UseType } from '../signature.ts';
import { words } from './words.ts';

/** Long names of functions, by which the tables here and the reading of calls know them short. */
const shortNames: Readonly<Record<string, string>> = {
  'collections.Append': 'append',
  'collections.Delimit': 'delimit',
  'collections.Dictionary': 'dict',
  'collections.Group': 'group',
  'collections.In': 'in',
  'collections.Index': 'index',
  'collections.IsSet': 'isset',
  'collections.Merge': 'merge',
  'collections.NewScratch': 'newScratch',
  'collections.Slice': 'slice',
  'collections.Sort': 'sort',
  'collections.Where': 'where',
  'compare.Conditional': 'cond',
  'compare.Default': 'default',
  'compare.Eq': 'eq',
  'compare.Ge': 'ge',
  'compare.Gt': 'gt',
  'compare.Le': 'le',
  'compare.Lt': 'lt',
  'compare.Ne': 'ne',
  'fmt.Errorf': 'errorf',
  'fmt.Erroridf': 'erroridf',
  'fmt.Print': 'print',
  'fmt.Printf': 'printf',
  'fmt.Warnf': 'warnf',
  'fmt.Warnidf': 'warnidf',
  isSet: 'isset',
  'math.Add': 'add',
  'partials.Include': 'partial',
  'partials.IncludeCached': 'partialCached',
  'path.Join': 'pathJoin',
  'strings.Replace': 'replace',
  'urls.JoinPath': 'pathJoin',
};

export function shortName(name: string): string {
  return Object.hasOwn(shortNames, name) ? (shortNames[name] ?? name) : name;
}

/** What an argument is that a function takes. */
const types: Readonly<Record<UseType, string>> = {
  bool: '',
  int: 'int cast.ToInt sub mul div mod modBool seq math.Sub math.Mul math.Div math.Mod collections.Seq',
  float: 'float cast.ToFloat math.Round math.Ceil math.Floor',
  date: 'time time.AsTime time.Format dateFormat',
  list: '',
  markdown: 'markdownify transform.Markdownify RenderString',
  url: 'absURL relURL absLangURL relLangURL safeURL safe.URL urls.AbsURL urls.RelURL urls.AbsLangURL urls.RelLangURL urls.Parse resources.GetRemote getJSON getCSV data.GetJSON data.GetCSV GetRemote',
  path: 'readFile readDir fileExists os.ReadFile os.ReadDir os.FileExists os.Stat',
  page: 'ref relref urls.Ref urls.RelRef GetPage Ref RelRef',
  map: '',
  asset: 'resources.Get resources.GetMatch resources.Match resources.ByName',
  resource: 'GetMatch Match ByName',
  data: '',
  partial: '',
};

const typeByFunction = new Map(
  Object.entries(types).flatMap(([type, names]) => names.split(' ').map((name) => [name, type as UseType])),
);

export function typeTakenBy(name: string): UseType | undefined {
  return typeByFunction.get(name);
}

/** These answer what they are given, whole or in part. */
const keeping = words(
  'string cast.ToString safeHTML safeURL safeCSS safeJS safeHTMLAttr safe.HTML safe.URL safe.CSS safe.JS safe.HTMLAttr',
);

/** What these answer is made of what they are given: a comparison with it tells something of that. */
const changing = words(
  'lower upper title trim chomp int float htmlEscape htmlUnescape urlize anchorize markdownify plainify emojify humanize ' +
    'path.Clean path.Base transform.Markdownify transform.Plainify transform.HTMLEscape transform.HTMLUnescape transform.Emojify ' +
    'cast.ToInt cast.ToFloat urls.Anchorize urls.URLize strings.ToLower strings.ToUpper strings.Title strings.Trim strings.TrimLeft ' +
    'strings.TrimRight strings.TrimPrefix strings.TrimSuffix strings.TrimSpace strings.Chomp strings.FirstUpper replace replaceRE ' +
    'strings.ReplaceRE absURL relURL absLangURL relLangURL inflect.Humanize RenderString',
);

/** These answer some or all items of the list that they are given, wherever it stands among the arguments. */
const selecting = words(
  'first last after shuffle sort uniq append union intersect complement symdiff group collections.First collections.Last collections.After ' +
    'collections.Shuffle collections.Uniq collections.Reverse collections.Union collections.Intersect collections.Complement ' +
    'collections.SymDiff',
);

export function keeps(name: string): boolean {
  return keeping.has(name);
}

export function changes(name: string): boolean {
  return changing.has(name);
}

export function selects(name: string): boolean {
  return selecting.has(name);
}

/** These keep nothing of a context or of front matter that they are given, or answer it for others to read. */
const harmless = words(
  'dict slice index isset len not and or eq ne lt le gt ge default cond merge append partial partialCached return ' +
    'errorf erroridf warnf warnidf in try reflect.IsMap reflect.IsSlice partials.Include highlight newScratch collections.IsSet ' +
    'transform.Highlight templates.Exists Ref RelRef Set Add SetInMap RenderString GetPage',
);

/** Whether a function keeps nothing of the context that is its argument `index`; the others of `ref` are what it looks for. */
export function keepsNothing(name: string, index: number): boolean {
  return harmless.has(name) || (index === 0 && typeTakenBy(name) === 'page');
}

const dumping = words('jsonify encoding.Jsonify transform.Remarshal debug.Dump');

/** Whether a function writes all of a page out. */
export function writesPages(name: string): boolean {
  return dumping.has(name);
}
