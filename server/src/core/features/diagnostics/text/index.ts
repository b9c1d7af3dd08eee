import type { DiagnosticRule } from '../../finding.ts';
import { conflictMarker } from './conflictMarker.ts';
import { fenceAttributes } from './fenceAttributes.ts';
import { headingLevel } from './headingLevel.ts';
import { invisibleCharacter } from './invisibleCharacter.ts';
import { linkSyntax } from './linkSyntax.ts';
import { missingAlt } from './missingAlt.ts';
import { openFence } from './openFence.ts';

/** What the writer did not mean to write: half-written Markdown, marks of other tools, characters that nobody sees. */
export const textRules: readonly DiagnosticRule[] = [
  conflictMarker,
  linkSyntax,
  openFence,
  fenceAttributes,
  invisibleCharacter,
  headingLevel,
  missingAlt,
];
