import type { HugoRange } from '../hugo/version.ts';
import type { ShortcodeScan } from './types.ts';

export function scanShortcodes(text: string, from: number, hugo: HugoRange): ShortcodeScan {
  void text;
  void from;
  void hugo;
  return { tags: [], problems: [] };
}
