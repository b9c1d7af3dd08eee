// What the engine and its child process say to each other. One request at a time; each is answered once.

/** A page as Hugo is to render it. */
export interface PageText {
  /** Engine path. */
  readonly path: string;
  /** Prepared, see page/prepare.ts. */
  readonly text: string;
}

/** Files by engine path. */
export type Texts = readonly (readonly [path: string, text: string])[];
export type Binaries = readonly (readonly [path: string, bytes: Uint8Array])[];

export type HostRequest =
  | {
      /** Files of the site for a host that has none yet, in pieces: a message is copied some times on its way. */
      readonly kind: 'write';
      readonly texts: Texts;
      readonly binaries: Binaries;
    }
  | {
      /** The site of the files written so far. No page of it is rendered. */
      readonly kind: 'load';
      readonly config: string;
      /** Templates that failed before and are left out from the start. */
      readonly leftOut: readonly string[];
    }
  | {
      readonly kind: 'show';
      readonly page: PageText;
      /** Other files that changed; `undefined` is one that is gone. */
      readonly changes: readonly (readonly [path: string, text: string | undefined])[];
      /** Templates that were left out get another chance. */
      readonly retry: boolean;
    }
  | {
      readonly kind: 'read';
      /** Paths on the site, `/css/main.css`. */
      readonly urls: readonly string[];
    };

/** A file that was left out, so that Hugo could go on. */
export interface Failure {
  readonly kind: 'template' | 'shortcode' | 'page' | 'data';
  /** Engine path. */
  readonly path: string;
  /** What Hugo said. */
  readonly log: string;
}

export interface Outcome {
  readonly html: Uint8Array | undefined;
  readonly url: string | undefined;
  readonly permalink: string | undefined;
  /** The output formats of the page, which may be none of HTML; `undefined` when it was not built. */
  readonly formats: readonly string[] | undefined;
  /** How many words its content has as Hugo counts them; `undefined` when that is not known. */
  readonly words: number | undefined;
  /** What Hugo said in the last build. */
  readonly log: string;
  /** What was left out in this request. */
  readonly failures: readonly Failure[];
  /** All templates that are left out by now. */
  readonly leftOut: readonly string[];
}

export type HostReply =
  | { readonly kind: 'written' }
  | { readonly kind: 'shown'; readonly outcome: Outcome }
  | { readonly kind: 'files'; readonly files: readonly (Uint8Array | undefined)[] }
  /** Hugo is dead, and so is the host. `configuring` tells that it did not even take the configuration. */
  | { readonly kind: 'panic'; readonly reason: string; readonly configuring: boolean }
  /** Another build begins: no answer, but a sign of life. */
  | { readonly kind: 'building' };
