import type { DiagnosticRule } from '../../finding.ts';
import { droppedValue } from './droppedValue.ts';
import { duplicateKey } from './duplicateKey.ts';
import { expiredPage } from './expiredPage.ts';
import { frontMatterDelimiter } from './frontMatterDelimiter.ts';
import { frontMatterLimited } from './frontMatterLimited.ts';
import { frontMatterSyntax } from './frontMatterSyntax.ts';
import { frontMatterUnclosed } from './frontMatterUnclosed.ts';
import { futureDate } from './futureDate.ts';
import { numberAsDate } from './numberAsDate.ts';
import { refusedValue } from './refusedValue.ts';
import { unreadableDate } from './unreadableDate.ts';

/** What Hugo itself makes of front matter: its delimiters, its syntax, its own fields. */
export const frontMatterRules: readonly DiagnosticRule[] = [
  frontMatterDelimiter,
  frontMatterUnclosed,
  frontMatterSyntax,
  duplicateKey,
  refusedValue,
  unreadableDate,
  numberAsDate,
  futureDate,
  expiredPage,
  droppedValue,
  frontMatterLimited,
];
