import type { DiagnosticRule } from '../../finding.ts';
import { misspelledKey } from './misspelledKey.ts';
import { missingFile } from './missingFile.ts';
import { unreadKey } from './unreadKey.ts';

/** What the site itself makes of keys and values: its templates, its files, its other pages, its team. */
export const keyRules: readonly DiagnosticRule[] = [misspelledKey, unreadKey, missingFile];
