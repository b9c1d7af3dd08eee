import type { DiagnosticRule } from '../../finding.ts';
import { ambiguousValue } from './ambiguousValue.ts';
import { droppedValue } from './droppedValue.ts';
import { duplicateKey } from './duplicateKey.ts';
import { expiredPage } from './expiredPage.ts';
import { frontMatterDelimiter } from './frontMatterDelimiter.ts';
import { frontMatterLimited } from './frontMatterLimited.ts';
import { frontMatterSyntax } from './frontMatterSyntax.ts';
import { frontMatterUnclosed } from './frontMatterUnclosed.ts';
import { futureDate } from './futureDate.ts';
import { keptQuotes } from './keptQuotes.ts';
import { numberAsDate } from './numberAsDate.ts';
import { refusedFormat } from './refusedFormat.ts';
import { refusedValue } from './refusedValue.ts';
import { selfAlias } from './selfAlias.ts';
import { swallowedKey } from './swallowedKey.ts';
import { unknownLayout } from './unknownLayout.ts';
import { unopenedFrontMatter } from './unopenedFrontMatter.ts';
import { unreadableDate } from './unreadableDate.ts';

/** What Hugo itself makes of front matter: its delimiters, its syntax, its own fields. */
export const frontMatterRules: readonly DiagnosticRule[] = [
  frontMatterDelimiter,
  frontMatterUnclosed,
  frontMatterSyntax,
  duplicateKey,
  refusedValue,
  refusedFormat,
  unreadableDate,
  numberAsDate,
  futureDate,
  expiredPage,
  droppedValue,
  swallowedKey,
  keptQuotes,
  unknownLayout,
  selfAlias,
  ambiguousValue,
  unopenedFrontMatter,
  frontMatterLimited,
];
