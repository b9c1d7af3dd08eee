// Lines of a text that is asked once only; whoever asks often has a `LineIndex`.

/** The line end that a new line of `text` gets: CRLF where it has any, else LF. */
export function lineEndOf(text: string): '\r\n' | '\n' {
  return text.includes('\r\n') ? '\r\n' : '\n';
}

/** Where the line begins in which `offset` (UTF-16) lies; a line ends with LF, CRLF or a lone CR. */
export function lineStartAt(text: string, offset: number): number {
  return offset === 0
    ? 0
    : Math.max(text.lastIndexOf('\n', offset - 1), text.lastIndexOf('\r', offset - 1)) + 1;
}
