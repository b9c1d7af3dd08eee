// `npm run manual`: writes what is generated from the list of rules (settings, their English texts, the pages of manual/, the codes in the
// schema of the team's file), and names what people have to write: the Swedish and Norwegian texts. `--check` writes nothing and says what is stale.
import { mkdirSync, readdirSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { pathToFileURL } from 'node:url';
import { build } from 'esbuild';

const root = import.meta.dirname;
const { rules, ruleGroups, toManual, findStaleTexts, schemaPath } = await importManual();
const pages = readdirSync(join(root, 'manual')).map((name) => `manual/${name}`);
const files = toManual(ruleGroups, {
  manifest: read('package.json'),
  english: read('package.nls.json'),
  schema: read(schemaPath),
});
const changed = [...files].filter(([path, text]) => read(path) !== text).map(([path]) => path);
const leftOver = pages.filter((path) => !files.has(path));
const stale = ['package.nls.sv.json', 'package.nls.nb.json'].flatMap((path) => {
  const { missing, unused } = findStaleTexts(rules, read(path));
  return [
    ...missing.map((key) => `${path} lacks ${key}`),
    ...unused.map((key) => `${path} has ${key} for no rule`),
  ];
});

const isCheck = process.argv.includes('--check');
if (!isCheck) {
  changed.forEach((path) => writeFileSync(join(root, path), files.get(path)));
  leftOver.forEach((path) => rmSync(join(root, path)));
}
for (const path of [...changed, ...leftOver]) {
  console.log(isCheck ? `${path} is stale: npm run manual` : path);
}
stale.forEach((line) => console.error(line));
process.exitCode = stale.length > 0 || (isCheck && changed.length + leftOver.length > 0) ? 1 : 0;

function read(path) {
  try {
    return readFileSync(join(root, path), 'utf8');
  } catch {
    return undefined;
  }
}

async function importManual() {
  const outfile = join(root, '.cache/manual.mjs');
  mkdirSync(join(root, '.cache'), { recursive: true });
  const contents = `
    export { rules, ruleGroups } from './server/src/core/features/diagnostics/index.ts';
    export { toManual, findStaleTexts, schemaPath } from './server/src/cli/manual.ts';`;
  await build({
    stdin: { contents, resolveDir: root, loader: 'ts' },
    outfile,
    bundle: true,
    platform: 'node',
    format: 'esm',
    logLevel: 'error',
    mainFields: ['module', 'main'],
  });
  return import(pathToFileURL(outfile).href);
}
