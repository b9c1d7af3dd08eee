import type { SignatureHelp } from 'vscode-languageserver-types';
import type { PageDocument } from '../site/pageDocument.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import type { ClientAbilities } from './client.ts';

/** The signs after which an editor should ask for signature help: a blank begins an argument, a quote its value. */
export const signatureTriggers: readonly string[] = [' ', '"', '`', '='];

/** The arguments of the shortcode call around `offset` (UTF-16), and which of them stands there. */
export function signatureHelp(
  _site: SiteSnapshot,
  _page: PageDocument,
  _offset: number,
  _client: ClientAbilities,
): SignatureHelp | undefined {
  return undefined;
}
