// The calibration of the preview: Hugo in a process of its own and nothing around it, asked for the least that shows a page.
import { join } from 'node:path';
import { bootHugo } from '../../server/src/engine/embedded/hugoRuntime.ts';
import { findToldPage, scribeTemplates } from '../../server/src/engine/embedded/scribeFormat.ts';
import type { Hugo } from '../../server/src/engine/embedded/hugoRuntime.ts';
import type { BareReply, BareRequest } from './bareClient.ts';

const emptySite = ['content', 'layout', 'data', 'i18n', 'asset', 'archetype', 'static']
  .map((directory) => `${directory}Dir = 'nowhere'`)
  .join('\n');

class BareEngine {
  readonly #hugo: Hugo;
  #output = '';

  constructor(hugo: Hugo) {
    this.#hugo = hugo;
  }

  /** Write, configure and build, in the one order in which Hugo then knows the whole site. */
  load({ config, texts, binaries, page }: Extract<BareRequest, { kind: 'load' }>): void {
    const hugo = this.#hugo;
    hugo.write([['config.toml', emptySite]]);
    hugo.configure();
    hugo.build();
    hugo.writeBinaries(new Map(binaries));
    hugo.write([...texts, ...scribeTemplates, page]);
    hugo.write([['config.toml', config]]);
    hugo.build();
    hugo.configure();
    const { log, error } = hugo.build();
    this.#output = findToldPage(log, page[0])?.output ?? '';
    if (hugo.read(this.#output) === undefined) {
      throw new Error(`The bare engine made no page: ${error ?? log.join('\n')}`);
    }
  }

  edit({ page }: Extract<BareRequest, { kind: 'edit' }>): void {
    this.#hugo.remove([this.#output]);
    this.#hugo.write([page]);
    const { error } = this.#hugo.build();
    if (this.#hugo.read(this.#output) === undefined) {
      throw new Error(`The bare engine made no page: ${error ?? ''}`);
    }
  }
}

async function main(): Promise<void> {
  const engine = new BareEngine(await bootHugo(join(process.cwd(), 'dist/server/hugo')));
  const reply = (message: BareReply): void => void process.send?.(message);
  process.on('disconnect', () => process.exit());
  process.on('message', (request: BareRequest) => {
    const start = performance.now();
    if (request.kind === 'load') {
      engine.load(request);
    } else {
      engine.edit(request);
    }
    reply({ milliseconds: performance.now() - start });
  });
  reply({ milliseconds: 0 });
}

void main();
