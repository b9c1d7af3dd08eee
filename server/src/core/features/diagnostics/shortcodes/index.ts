import type { DiagnosticRule } from '../../finding.ts';
import { argumentValue } from './argumentValue.ts';
import { duplicateArgument } from './duplicateArgument.ts';
import { missingArgument } from './missingArgument.ts';
import { plainTextShortcode } from './plainTextShortcode.ts';
import { quotesInValue } from './quotesInValue.ts';
import { shortcodeAsText } from './shortcodeAsText.ts';
import { shortcodeDelimiter } from './shortcodeDelimiter.ts';
import { shortcodeOutsideParent } from './shortcodeOutsideParent.ts';
import { shortcodeSyntax } from './shortcodeSyntax.ts';
import { shortcodeTakesNoInner } from './shortcodeTakesNoInner.ts';
import { unclosedShortcode } from './unclosedShortcode.ts';
import { undefinedInline } from './undefinedInline.ts';
import { unknownArgument } from './unknownArgument.ts';
import { unknownParam } from './unknownParam.ts';
import { unknownShortcode } from './unknownShortcode.ts';
import { unopenedShortcode } from './unopenedShortcode.ts';
import { unresolvedReference } from './unresolvedReference.ts';

/** What Hugo and the site's templates make of the calls on a page. */
export const shortcodeRules: readonly DiagnosticRule[] = [
  shortcodeSyntax,
  shortcodeAsText,
  unknownShortcode,
  undefinedInline,
  unclosedShortcode,
  unopenedShortcode,
  shortcodeTakesNoInner,
  shortcodeOutsideParent,
  shortcodeDelimiter,
  plainTextShortcode,
  missingArgument,
  unknownArgument,
  duplicateArgument,
  argumentValue,
  quotesInValue,
  unresolvedReference,
  unknownParam,
];
