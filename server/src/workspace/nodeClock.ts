/** The writer's own day (`yyyy-mm-dd`), time with its zone (RFC 3339) and the zone's name, not those of Greenwich. */
export function nodeClock(): { readonly today: string; readonly now: string; readonly timeZone: string } {
  const date = new Date();
  const behind = date.getTimezoneOffset();
  const local = new Date(date.getTime() - behind * 60_000).toISOString();
  const zone = `${behind > 0 ? '-' : '+'}${two(Math.abs(behind) / 60)}:${two(Math.abs(behind) % 60)}`;
  const { timeZone } = Intl.DateTimeFormat().resolvedOptions();
  return { today: local.slice(0, 10), now: local.slice(0, 19) + zone, timeZone };
}

function two(part: number): string {
  return String(Math.floor(part)).padStart(2, '0');
}
