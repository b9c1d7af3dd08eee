// How many words Hugo counts in open documents: known after a pause in typing, where Hugo is asked about the page anyway or shows it.
import type { HugoCount } from '../../core/site/wordCount.ts';
import type { RenderedPage } from '../../engine/types.ts';
import type { PageDocument } from '../../core/site/pageDocument.ts';

export class HugoCounts {
  /** Hears of each count that arrives. */
  onCounted: (count: HugoCount) => void = () => undefined;
  readonly #newest = new Map<string, HugoCount>();

  /** The newest one, which may be that of an older text. */
  of(uri: string): HugoCount | undefined {
    return this.#newest.get(uri);
  }

  /** `rendered` was made of `page`. */
  take(page: PageDocument, { words }: RenderedPage): void {
    if (words !== undefined) {
      const count = { page, words };
      this.#newest.set(page.uri, count);
      this.onCounted(count);
    }
  }

  forget(uri: string): void {
    this.#newest.delete(uri);
  }

  /** Templates of the site have changed. */
  forgetSite(root: string): void {
    [...this.#newest.keys()].filter((uri) => uri.startsWith(`${root}/`)).forEach((uri) => this.forget(uri));
  }
}
