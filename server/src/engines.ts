// The engines as this machine has them, for the language server and the command line alike.
import { join } from 'node:path';
import { createEmbeddedEngine } from './engine/embedded/embeddedEngine.ts';
import { forkHost } from './engine/embedded/forkHost.ts';
import { createInstantEngine } from './engine/instant/instantEngine.ts';
import { createNativeEngine } from './engine/native/nativeEngine.ts';
import { newContent } from './engine/native/newContent.ts';
import type { EngineMakers } from './engine/types.ts';

/** `folder` is where the bundles stand, that of `engineHost.js` among them. */
export function engineMakers(folder: string): EngineMakers {
  const now = (): number => Date.now();
  return {
    instant: createInstantEngine,
    embedded: (site) =>
      createEmbeddedEngine(site, { spawn: () => forkHost(join(folder, 'engineHost.js')), now }),
    native: (site, { program, version }, isTrusted) =>
      createNativeEngine(site, { program, version, isTrusted, now }),
    newContent: ({ program }, root, path) => newContent(program, root, path),
  };
}
