import type { DiagnosticRule } from '../../finding.ts';
import { shortcodeSyntax } from './shortcodeSyntax.ts';
import { shortcodeTakesNoInner } from './shortcodeTakesNoInner.ts';
import { unclosedShortcode } from './unclosedShortcode.ts';
import { unknownShortcode } from './unknownShortcode.ts';
import { unresolvedReference } from './unresolvedReference.ts';
import { unopenedShortcode } from './unopenedShortcode.ts';

/** What Hugo and the site's templates make of the calls on a page. */
export const shortcodeRules: readonly DiagnosticRule[] = [
  shortcodeSyntax,
  unknownShortcode,
  unclosedShortcode,
  unopenedShortcode,
  shortcodeTakesNoInner,
  unresolvedReference,
];
