// What a click on the count above a template does: the editor's own list of uses, of which the language server knows.
import { commands, Position, Uri } from 'vscode';
import type { Location } from 'vscode';

/** Takes what the server writes into a code lens: a URI and a position of the Language Server Protocol. */
export async function showReferences(
  address: string,
  { line, character }: { readonly line: number; readonly character: number },
): Promise<void> {
  const uri = Uri.parse(address);
  const position = new Position(line, character);
  const found = await commands.executeCommand<Location[] | undefined>(
    'vscode.executeReferenceProvider',
    uri,
    position,
  );
  const others = (found ?? []).filter(({ uri: other }) => other.toString() !== uri.toString());
  await commands.executeCommand('editor.action.showReferences', uri, position, others);
}
