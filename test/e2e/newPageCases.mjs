// What a writer makes without writing it: a post from its archetype, a call from the gallery. By keys alone, with what is then in the file.
import assert from 'node:assert/strict';
import { eventually } from './workbench.mjs';

export const newPageCases = [
  { name: 'makes a new post from its archetype, with stops', see: makesPost },
  { name: 'undoes a new post in one step', see: undoesPost },
  { name: 'inserts a shortcode from the gallery', see: insertsShortcode },
];

async function makesPost(window) {
  const file = await newPost(window, 'Å & "ä"', /\ba-a\b/);
  const made = window.read(file);
  const date = /^date: "(\d{4}-\d\d-\d\dT[^"]+)"$/m.exec(made)?.[1] ?? '';
  assert.equal(made, toText(date));
  await window.type('En ingress');
  await window.page.keyboard.press('Tab');
  await window.type('Maud');
  const after = made.replace('intro: ""', 'intro: "En ingress"').replace('author: []', 'author: [Maud]');
  assert.equal(await window.save(file, after), after);
}

async function undoesPost(window) {
  const file = await newPost(window, 'Fel', /\bfel\b/);
  await window.page.keyboard.press('Control+Z');
  await eventually(() => assert.throws(() => window.read(file)));
}

/** Resolves to its file, once the cursor is in its first stop. */
async function newPost(window, title, name) {
  const { page } = window;
  await window.open('content/blogg/_index.md');
  await window.run('Hugo Scribe: New Post');
  const box = page.locator('.quick-input-widget', { hasText: 'New Post in blogg' });
  await box.waitFor();
  await window.type(title);
  const file = await eventually(async () => {
    const [path = ''] = /content\/blogg\/\S+\.md/.exec(await box.innerText()) ?? [];
    assert.match(path, name);
    return path;
  });
  await page.keyboard.press('Enter');
  await page.locator('.editor-instance .monaco-editor.focused .snippet-placeholder').first().waitFor();
  return file;
}

async function insertsShortcode(window) {
  const { page } = window;
  const file = 'content/no/gallery.md';
  await window.open(file, '---\ntitle: En\n---\n\nFør.\n█\n');
  await window.run('Hugo Scribe: Insert Shortcode');
  const gallery = page.frameLocator('iframe.webview.ready').frameLocator('#active-frame');
  await gallery.locator('.card').first().waitFor();
  await window.type('ingres');
  await gallery.locator('.card', { hasText: 'ingress' }).first().waitFor();
  await page.keyboard.press('Enter');
  await page.locator('.editor-instance .monaco-editor.focused').waitFor();
  await page.locator('.view-line', { hasText: '/ingress' }).waitFor();
  const after = '---\ntitle: En\n---\n\nFør.\n\n{{< ingress >}}\n█\n{{< /ingress >}}\n';
  assert.equal(await window.saved(file, after), after);
}

function toText(date) {
  return `---
title: "Å & \\"ä\\""
date: "${date}"
publishDate: "${date}"
intro: ""
draft: true
tags: ["Svenska"]
author: []
showthedate: true
card: ""
eventbild: ""
socialmediabild: ""
section: "blogg"
language: "sv"
toc: ""
sidebarlinkname: ""
sidebarlinkurl: ""
sidebarlinkname2: ""
sidebarlinkurl2: ""
---

{{< ingress >}}
Två meningar som får någon att läsa vidare.
{{< /ingress >}}
`;
}
