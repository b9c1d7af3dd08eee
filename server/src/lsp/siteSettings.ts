import type { Settings } from './settings.ts';

/** The writer's settings by site, each asked for once. Promises, because nothing is shown before the writer's choices are known. */
export class SiteSettings {
  readonly #ask: (root: string) => Promise<Settings>;
  readonly #asked = new Map<string, Promise<Settings>>();

  constructor(ask: (root: string) => Promise<Settings>) {
    this.#ask = ask;
  }

  of(root: string): Promise<Settings> {
    const settings = this.#asked.get(root) ?? this.#ask(root);
    this.#asked.set(root, settings);
    return settings;
  }

  /** They have changed: each is asked for again when it is needed. */
  forget(): void {
    this.#asked.clear();
  }
}
