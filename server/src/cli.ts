// The command line. Exit codes: 0 all is well, 1 something was found or a page has no HTML, 2 wrong use or no Hugo site.
import { parseArgs } from 'node:util';
import { runCheck } from './cli/check.ts';
import { engineNames, runRender } from './cli/render.ts';
import { formats, levels } from './cli/report.ts';
import { runUnused } from './cli/unused.ts';
import { unusedKinds } from './core/features/unused/unused.ts';

declare const HUGO_SCRIBE_VERSION: string;

const help = `hugo-scribe ${HUGO_SCRIBE_VERSION}: checks the content of Hugo sites, shows one page of it, lists what nothing uses

  hugo-scribe check [PATH ...]

  PATH                a site, a folder of one, or a content file; the current folder when none is given
  --format FORMAT     pretty (default), text (one line each), json, or github (annotations of a workflow)
  --level LEVEL       the least that is shown and counted: error, warning (default), information, hint
  --hugo VERSION      check for this release of Hugo

  hugo-scribe render FILE

  FILE                a content file; its page is printed as HTML, with the site's own layouts
  --stdin             read the page's text from the standard input, as if it were saved
  --engine ENGINE     auto (default), instant (no Hugo), embedded (Hugo comes along), native (the installed hugo)

  hugo-scribe unused [PATH]

  PATH                a site, or a folder of one; the current folder when none is given
  --kind KIND         shortcode, key, file or page; may be given more than once, all when it is not
  --format FORMAT     text (one line each: kind, name, file) or json

  --version, --help

Exit code: 0 all is well; 1 something found, or the page cannot be shown; 2 wrong use or no Hugo site.
`;

const options = {
  format: { type: 'string', default: 'pretty' },
  level: { type: 'string', default: 'warning' },
  hugo: { type: 'string' },
  stdin: { type: 'boolean', default: false },
  engine: { type: 'string', default: 'auto' },
  kind: { type: 'string', multiple: true },
  version: { type: 'boolean' },
  help: { type: 'boolean', short: 'h' },
} as const;

interface Config {
  readonly args: string[];
  readonly allowPositionals: true;
  readonly options: typeof options;
}
type Values = ReturnType<typeof readArguments>['values'];

/** What each command does with its operands; a text says what is wrong with them. */
const commands: ReadonlyMap<string, (operands: string[], values: Values) => Promise<number> | string> =
  new Map([
    ['check', startCheck],
    ['render', startRender],
    ['unused', startUnused],
  ]);

void run(process.argv.slice(2)).then((code) => {
  process.exitCode = code;
});

async function run(args: string[]): Promise<number> {
  let outcome: Promise<number> | string;
  try {
    const { values, positionals } = readArguments(args);
    if (values.version === true || values.help === true) {
      process.stdout.write(values.version === true ? `${HUGO_SCRIBE_VERSION}\n` : help);
      return 0;
    }
    const [name = '', ...operands] = positionals;
    outcome = commands.get(name)?.(operands, values) ?? 'The command is missing or unknown.';
  } catch (error) {
    outcome = error instanceof Error ? error.message : String(error);
  }
  if (typeof outcome === 'string') {
    process.stderr.write(`${outcome}\n\n${help}`);
    return 2;
  }
  return outcome;
}

function readArguments(args: string[]): ReturnType<typeof parseArgs<Config>> {
  return parseArgs<Config>({ args, allowPositionals: true, options });
}

function startCheck(operands: string[], values: Values): Promise<number> | string {
  const least = levels.find((level) => level === values.level);
  const format = formats.find((name) => name === values.format);
  return least === undefined || format === undefined
    ? 'Unknown level or format.'
    : runCheck({ paths: operands.length > 0 ? operands : ['.'], format, least, hugo: values.hugo });
}

function startRender(operands: string[], values: Values): Promise<number> | string {
  const [file] = operands;
  const engine = engineNames.find((name) => name === values.engine);
  if (file === undefined || operands.length > 1 || engine === undefined) {
    return engine === undefined ? 'Unknown engine.' : 'Name one content file.';
  }
  return runRender({ file, stdin: values.stdin, engine });
}

function startUnused(
  operands: string[],
  { kind: asked = [...unusedKinds], format }: Values,
): Promise<number> | string {
  const kinds = unusedKinds.filter((kind) => asked.some((each) => each === kind));
  if (operands.length > 1 || kinds.length < new Set(asked).size) {
    return operands.length > 1 ? 'Name one site.' : 'Unknown kind.';
  }
  return runUnused({
    path: operands[0] ?? '.',
    kinds: new Set(kinds),
    format: format === 'json' ? 'json' : 'text',
  });
}
