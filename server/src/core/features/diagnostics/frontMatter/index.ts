import type { DiagnosticRule } from '../../finding.ts';
import { duplicateKey } from './duplicateKey.ts';
import { frontMatterDelimiter } from './frontMatterDelimiter.ts';
import { frontMatterLimited } from './frontMatterLimited.ts';
import { frontMatterSyntax } from './frontMatterSyntax.ts';
import { frontMatterUnclosed } from './frontMatterUnclosed.ts';

/** What Hugo itself makes of front matter: its delimiters, its syntax, its own fields. */
export const frontMatterRules: readonly DiagnosticRule[] = [
  frontMatterDelimiter,
  frontMatterUnclosed,
  frontMatterSyntax,
  duplicateKey,
  frontMatterLimited,
];
