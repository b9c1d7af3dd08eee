const mostShown = 8;

/** Values as a message names them: in quotes, and of many the first. */
export function shownValues(values: readonly string[]): string {
  const shown = values.slice(0, mostShown).map((value) => `"${value}"`);
  return shown.join(', ') + (values.length > mostShown ? ' …' : '');
}
