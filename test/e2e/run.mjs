// What a writer sees: the packed extension in a clean profile, real key strokes, the bytes that are then on the disk, and pictures of
// completion, hover and squiggle in test/out. Needs hugo-scribe.vsix (npm run package).
import assert from 'node:assert/strict';
import { join } from 'node:path';
import { createChecks } from '../support/checks.mjs';
import { closeWithCounts } from '../support/counts.mjs';
import { root } from '../support/processes.mjs';
import { mendedOnSave, mendingCases } from './mendingCases.mjs';
import { newPageCases } from './newPageCases.mjs';
import { checkPreview } from './previewCases.mjs';
import { publishingCases } from './publishingCases.mjs';
import { typingCases } from './typingCases.mjs';
import { eventually, openWorkbench } from './workbench.mjs';

const vsix = process.env['SCRIBE_VSIX'] ?? join(root, 'hugo-scribe.vsix');
const only = process.env['SCRIBE_ONLY'];

let window;
let failures = 0;
const { check, counts } = createChecks({
  onFailure: () => window?.picture(`failed-${++failures}`).catch(() => undefined),
});

await inWindowOn('site', async () => {
  await check('marks an unknown shortcode', seesSquiggle);
  await check('explains a key on hover', seesHover);
  await check('offers keys by itself, and no words of the text among them', seesCompletion);
  await check('shows the site in the language status', seesStatus);
  await check('lists its commands in the palette', async () => {
    assert.notDeepEqual(ours(await window.palette('Hugo Scribe')), []);
  });
  for (const [index, mending] of mendingCases.entries()) {
    await checkUnlessSkipped(`mends ${mending.name}`, () => mends(mending, index));
  }
  await checkUnlessSkipped('offers Markdown for raw text that is pasted', pastesAsMarkdown);
  for (const { name, see } of [...newPageCases, ...publishingCases]) {
    await checkUnlessSkipped(name, () => see(window));
  }
  for (const autoClosing of ['always', 'never']) {
    await window.restartWith({
      'editor.autoClosingBrackets': autoClosing,
      'editor.autoClosingQuotes': autoClosing,
    });
    await window.untilAnswering();
    for (const [index, typing] of typingCases.entries()) {
      await checkTyping(typing, autoClosing, index);
    }
  }
});
await inWindowOn(
  'site',
  async () => {
    await window.untilAnswering();
    await checkUnlessSkipped('mends on save what has one right answer', mendsOnSave);
  },
  { 'editor.codeActionsOnSave': { 'source.fixAll': 'explicit' } },
);
await inWindowOn('site', () => checkPreview(window, check));
await inWindowOn('plain-markdown', async () => {
  await check('in a folder that is not a Hugo site: nothing to see', seesNothing);
});
closeWithCounts(counts);

async function inWindowOn(fixture, body, settings) {
  try {
    window = await openWorkbench({ vsix, fixture, settings });
    await body();
  } catch (error) {
    await check(`opens the ${fixture}`, () => Promise.reject(error));
  } finally {
    await window?.stop();
    window = undefined;
  }
}

async function checkTyping({ name, before, keys, accept, after }, autoClosing, index) {
  const attempt = async () => {
    const file = `content/typing-${autoClosing}-${index}.md`;
    await window.open(file, before);
    await window.type(keys);
    if (accept !== undefined) {
      await window.accept(accept);
    }
    assert.equal(await window.saved(file, after), after);
  };
  // Where the machine pauses between two keys, a list opens as it does for a writer who pauses: then it is typed once more.
  await checkUnlessSkipped(`${name}, auto-closing ${autoClosing}`, () => attempt().catch(attempt));
}

async function checkUnlessSkipped(title, body) {
  if (only === undefined || title.includes(only)) {
    await check(title, body);
  }
}

/** The mark is seen and read, the fix is taken by keys, and nothing stays marked. */
async function mends({ before, keys, marked, says, fix, after }, index) {
  const file = `content/blogg/mending-${index}.md`;
  await window.open(file, before);
  await window.type(keys);
  await window.page.keyboard.press('Escape');
  await eventually(async () => assert.equal(await window.marked(), marked));
  await eventually(async () => assert.match(await window.problem(), says));
  await window.picture(`mending-${index}`);
  await eventually(() => window.mend(fix));
  // The list is gone before the text has changed.
  await eventually(async () => assert.equal(await window.save(file, after), after));
  await eventually(async () => assert.equal(await window.marked(), ''));
}

async function mendsOnSave() {
  const { before, keys, marked, after } = mendedOnSave;
  await window.open('content/blogg/mending-on-save.md', before);
  await window.type(keys);
  await eventually(async () => assert.equal(await window.marked(), marked));
  assert.equal(await window.save('content/blogg/mending-on-save.md', after), after);
}

async function pastesAsMarkdown() {
  const file = 'content/blogg/pasted.md';
  await window.open(file, '---\ntitle: One\n---\n\n█');
  await window.paste('• old\n• wet\n');
  await window.mend('Insert as Markdown');
  const after = '---\ntitle: One\n---\n\n- old\n- wet\n';
  await eventually(async () => assert.equal(await window.save(file, after), after));
}

async function seesSquiggle() {
  await window.untilAnswering();
  await window.page.keyboard.press('F8');
  const message = window.page.locator('.marker-widget');
  await eventually(async () => assert.match(await message.innerText(), /ingres/));
  await window.picture('squiggle');
  await window.page.keyboard.press('Escape');
}

async function seesHover() {
  await window.open('content/hover.md', '---\ntitle: One\ndr█aft: true\n---\n\nText\n');
  const hover = window.page.locator('.monaco-hover:not(.hidden)').first();
  await eventually(async () => {
    await window.page.keyboard.press('Control+K');
    await window.page.keyboard.press('Control+I');
    await hover.waitFor({ timeout: 2000 });
  });
  assert.match(await hover.innerText(), /draft/i);
  await window.picture('hover');
}

async function seesCompletion() {
  await window.open(
    'content/completion.md',
    '---\ntitle: Sidebarpeculiarity\n█\n---\n\nSidebarpeculiarity sidebarcuriosity\n',
  );
  await window.type('sideb');
  await eventually(async () => assert.ok((await window.suggested()).includes('sidebarlinkname')));
  await window.picture('completion');
  const words = (await window.suggested()).filter((label) => /peculiarity|curiosity/.test(label));
  assert.deepEqual(words, []);
}

async function seesStatus() {
  await window.open('content/_index.md');
  await window.page.locator('#status\\.languageStatus').click();
  await eventually(async () => {
    assert.match(
      (await window.page.locator('.hover-language-status').allInnerTexts()).join('\n'),
      /Kvarnglim[^]*Hugo/,
    );
  });
  await window.picture('status');
}

async function seesNothing() {
  await window.open('README.md');
  assert.deepEqual(ours(await window.palette('Hugo Scribe')), []);
  assert.equal(await window.squiggles.count(), 0);
}

function ours(titles) {
  return titles.filter((title) => title.startsWith('Hugo Scribe'));
}
