import type { PageDocument } from './pageDocument.ts';

/** Other pages of the site by URI, for what the index does not keep of them; `undefined` for one that was not read. */
export type OtherPages = (uri: string) => PageDocument | undefined;

export const noOtherPages: OtherPages = () => undefined;
