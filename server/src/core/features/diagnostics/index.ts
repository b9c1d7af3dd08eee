import type { DiagnosticRule } from '../finding.ts';
import { duplicateKey } from './duplicateKey.ts';
import { frontMatterDelimiter } from './frontMatterDelimiter.ts';
import { frontMatterLimited } from './frontMatterLimited.ts';
import { frontMatterSyntax } from './frontMatterSyntax.ts';
import { frontMatterUnclosed } from './frontMatterUnclosed.ts';
import { shortcodeSyntax } from './shortcodeSyntax.ts';
import { shortcodeTakesNoInner } from './shortcodeTakesNoInner.ts';
import { unclosedShortcode } from './unclosedShortcode.ts';
import { unknownShortcode } from './unknownShortcode.ts';
import { unopenedShortcode } from './unopenedShortcode.ts';

/** Every rule, in the order of the manual. A new rule is its file and one line here. */
export const rules: readonly DiagnosticRule[] = [
  frontMatterDelimiter,
  frontMatterUnclosed,
  frontMatterSyntax,
  duplicateKey,
  frontMatterLimited,
  shortcodeSyntax,
  unknownShortcode,
  unclosedShortcode,
  unopenedShortcode,
  shortcodeTakesNoInner,
];
