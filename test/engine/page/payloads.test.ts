import { describe, expect, it } from 'vitest';
import { finishPage } from '../../../server/src/engine/page/finish.ts';
import type { FinishOptions } from '../../../server/src/engine/page/finish.ts';
import { dangersIn } from './dangers.ts';
import { payloadsWith } from './payloads.ts';

const options: FinishOptions = {
  permalink: 'https://site.example/posts/a/',
  resourceBase: 'https://resource.example',
  remote: false,
  scripts: undefined,
  resolve: (path) => ({ kind: 'file', uri: `file:///site/static${encodeURI(path)}` }),
  read: (resources) => Promise.resolve(resources.map(() => undefined)),
  say: ({ template }) => template,
};

async function finished(html: string): Promise<string> {
  return (await finishPage(html, options)).html;
}

describe('hostile HTML', () => {
  const payloads = payloadsWith();

  it('comes in more than two hundred kinds', () => {
    expect(new Set(payloads.map(({ html }) => html)).size).toBeGreaterThan(200);
  });

  it.each(payloads.map(({ name, html }) => [name, html]))('%s: %s', async (_name, payload) => {
    const inBody = await finished(`<!doctype html><title>a</title><p>before</p>${payload}<p>after</p>`);
    const inHead = await finished(payload);
    expect([...dangersIn(inBody), ...dangersIn(inHead)]).toEqual([]);
    expect(dangersIn(await finished(inBody))).toEqual([]);
  });

  it.each(payloads.map(({ name, html }) => [name, html]))(
    'gets no further than its own scripts where scripts run: %s',
    async (_name, payload) => {
      const { html } = await finishPage(payload, { ...options, resourceBase: '', scripts: { nonce: 'N0' } });
      expect(dangersIn(html).filter((danger) => !danger.startsWith('<script'))).toEqual([]);
    },
  );

  it('would be found without us, but for what is harmless to begin with', () => {
    const found = payloads.filter(({ html }) => dangersIn(html).length > 0);
    expect(found.length).toBeGreaterThan(payloads.length * 0.9);
  });
});
