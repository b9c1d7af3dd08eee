// Places of documents as the server and as VS Code write them.
import { Position, Range } from 'vscode';
import type { DocumentPosition, DocumentRange } from '../../server/src/protocol.ts';

export function toDocumentRange({ start, end }: Range): DocumentRange {
  return { start: toDocumentPosition(start), end: toDocumentPosition(end) };
}

export function toRange({ start, end }: DocumentRange): Range {
  return new Range(toPosition(start), toPosition(end));
}

export function toPosition({ line, character }: DocumentPosition): Position {
  return new Position(line, character);
}

function toDocumentPosition({ line, character }: Position): DocumentPosition {
  return { line, character };
}
