import type { DiagnosticRule } from '../../finding.ts';
import { incompletePair } from './incompletePair.ts';
import { languageUnlikeFolder } from './languageUnlikeFolder.ts';
import { missingFile } from './missingFile.ts';
import { missingKey } from './missingKey.ts';
import { misspelledKey } from './misspelledKey.ts';
import { notList } from './notList.ts';
import { unknownDataEntry } from './unknownDataEntry.ts';
import { unknownValue } from './unknownValue.ts';
import { unreadKey } from './unreadKey.ts';
import { unusualValue } from './unusualValue.ts';

/** What the site itself makes of keys and values: its templates, its files, its other pages, its team. */
export const keyRules: readonly DiagnosticRule[] = [
  misspelledKey,
  unreadKey,
  missingKey,
  incompletePair,
  notList,
  unknownValue,
  unusualValue,
  languageUnlikeFolder,
  unknownDataEntry,
  missingFile,
];
