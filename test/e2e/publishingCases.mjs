// What a writer sees and does before a page is published, and what is then in the file: every change is undone by one Ctrl+Z.
import assert from 'node:assert/strict';
import { eventually } from './workbench.mjs';

export const publishingCases = [
  { name: 'says what becomes of a page while it is typed', see: saysState },
  { name: 'publishes a draft by a command', see: publishes },
  { name: 'surrounds what is selected', see: surrounds },
  { name: 'lists what is left to do before publishing, and mends it', see: listsAndMends },
];

const page = (header, body) => `---\ntitle: One\n${header}---\n\n${body}`;

async function saysState(window) {
  await window.open('content/publishing-state.md', page('draft: █\n', 'A short text.\n'));
  await eventually(async () => assert.equal(await window.publication(), 'Published'));
  await window.type('true');
  await eventually(async () => assert.equal(await window.publication(), 'Draft'));
  const said = 'Draft · /publishing-state/ · 3 words · 1 min';
  await eventually(async () =>
    assert.deepEqual(await window.lenses(), [said, 'Publish now', 'Copy address']),
  );
  await window.picture('publication');
}

async function publishes(window) {
  const file = 'content/publishing-draft.md';
  const before = page('draft: true\n', 'Text\n');
  await window.open(file, `${before}█`);
  await eventually(async () => assert.equal(await window.publication(), 'Draft'));
  await window.run('Hugo Scribe: Publish Now');
  await eventually(async () => assert.equal(await window.publication(), 'Published'));
  await staysAndGoes(window, file, before, page('', 'Text\n'));
}

async function surrounds(window) {
  const file = 'content/publishing-surround.md';
  const before = page('', 'A text.\n');
  await window.open(file, page('', '█A text.\n'));
  await window.page.keyboard.press('Shift+End');
  await eventually(() => window.mend('Surround with "ingress"'));
  await staysAndGoes(window, file, before, page('', '{{< ingress >}}\nA text.\n{{< /ingress >}}\n'));
}

async function listsAndMends(window) {
  const file = 'content/publishing-list.md';
  const before = page('draft: true\n', '{{< distanse >}}\n');
  const isWrong = (line) => line.startsWith('There is no shortcode "distanse"');
  const isDraft = (line) => line === 'It is a draft: readers do not get it yet.';
  await window.open(file, `${before}█`);
  await window.page.keyboard.press('Control+K');
  await window.page.keyboard.press('B');
  await eventually(async () => {
    const lines = await window.listed();
    assert.ok(isWrong(lines[0] ?? '') && lines.some(isDraft), lines.join('\n'));
  });
  await window.picture('before-publishing');
  await window.page.keyboard.press('Control+.');
  await eventually(async () => {
    const lines = await window.listed();
    assert.ok(lines.some(isDraft) && !lines.some(isWrong), lines.join('\n'));
  });
  await window.page.keyboard.press('Escape');
  await staysAndGoes(window, file, before, page('draft: true\n', '{{< distance >}}\n'));
}

/** The file is as it is to be once it is saved, and as it was after one step back. */
async function staysAndGoes(window, file, before, after) {
  await eventually(async () => assert.equal(await window.save(file, after), after));
  await window.page.keyboard.press('Control+Z');
  assert.equal(await window.save(file, before), before);
}
