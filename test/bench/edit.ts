/** A new paragraph at the end, another one for each number. */
export function edited(text: string, number: number): string {
  return `${text}\n\n${newWords(number)}\n`;
}

export function newWords(number: number): string {
  return `Ett nytt stycke, nummer ${String(number)}.`;
}
