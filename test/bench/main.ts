// Prints every number that the project promises, beside its limit and a calibration taken in the same run.
import { cpus } from 'node:os';
import { completions } from './completions.ts';
import { editCost } from './edits.ts';
import { toTable, type Row } from './measure.ts';
import { hostile } from './hostile.ts';
import { learning } from './learning.ts';
import { leaveOneOut } from './leaveOneOut.ts';
import { leaveOneOutLinks } from './leaveOneOutLinks.ts';
import { linkCompletions } from './linkCompletions.ts';
import { newPosts } from './newPosts.ts';
import { parsing } from './parsing.ts';
import { conversation } from './conversation.ts';
import { preview } from './preview.ts';
import { references } from './references.ts';
import { renames } from './renames.ts';
import { replay } from './replay.ts';
import { templatesAlone } from './templatesAlone.ts';

const sections: readonly (readonly [string, () => Row[] | Promise<Row[]>])[] = [
  ['Parsing: fence, front matter, outline, shortcodes, tree', parsing],
  ['Broken and huge files: check, completion and hover', hostile],
  ['One edit in a small and in a large site', editCost],
  ['Completion in a large site', completions],
  ['Completion of links in a large site', linkCompletions],
  ['References in a large site', references],
  ['Renames in a large site', renames],
  ['New posts in a large site', newPosts],
  ['Leave one out: keys, values, shortcodes and their arguments among the first five', leaveOneOut],
  ['Leave one out: the page or heading that a link leads to among the first five', leaveOneOutLinks],
  ['Shortcodes and their arguments by the templates alone, without a page', templatesAlone],
  ['Replay: mistakes of writers, before and after their fix', replay],
  ['What templates say: learnt, edited, offered', learning],
  ['The server over stdio', conversation],
  ['The preview, beside Hugo alone in a process of its own', preview],
];

async function main(): Promise<void> {
  const say = (text: string): void => void process.stdout.write(`${text}\n`);
  say(`Node ${process.version}, ${String(cpus().length)} × ${cpus()[0]?.model ?? 'unknown'}`);
  let missed = 0;
  const only = process.env['SCRIBE_ONLY'] ?? '';
  for (const [title, run] of sections.filter(([name]) => name.includes(only))) {
    const rows = await run();
    missed += rows.filter(({ met }) => met === false).length;
    say(`\n${title}\n${toTable(rows)}`);
  }
  say(missed === 0 ? '\nEvery limit is met.' : `\n${String(missed)} limits are missed.`);
  process.exitCode = missed === 0 ? 0 : 1;
}

void main();
