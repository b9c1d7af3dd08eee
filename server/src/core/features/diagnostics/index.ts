import type { DiagnosticRule } from '../finding.ts';
import { frontMatterRules } from './frontMatter/index.ts';
import { keyRules } from './keys/index.ts';
import { linkRules } from './links/index.ts';
import { shortcodeRules } from './shortcodes/index.ts';
import { textRules } from './text/index.ts';
import { unknownRule } from './text/unknownRule.ts';

const lookingRules: readonly DiagnosticRule[] = [
  ...frontMatterRules,
  ...keyRules,
  ...shortcodeRules,
  ...linkRules,
  ...textRules,
];

/** Every rule, in the order of the manual. A new rule is its file and one line in the list of its folder. */
export const rules: readonly DiagnosticRule[] = [
  ...lookingRules,
  unknownRule(lookingRules.map(({ code }) => code)),
];
