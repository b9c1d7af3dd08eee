import type { DiagnosticRule } from '../finding.ts';
import { frontMatterRules } from './frontMatter/index.ts';
import { keyRules } from './keys/index.ts';
import { linkRules } from './links/index.ts';
import { shortcodeRules } from './shortcodes/index.ts';
import { textRules } from './text/index.ts';
import { unknownRule } from './text/unknownRule.ts';

/** The rules of one folder. */
export interface RuleGroup {
  /** Of the folder. */
  readonly name: string;
  /** For people. */
  readonly title: string;
  readonly rules: readonly DiagnosticRule[];
}

const lookingRules: readonly DiagnosticRule[] = [
  ...frontMatterRules,
  ...keyRules,
  ...shortcodeRules,
  ...linkRules,
  ...textRules,
];

/** Every rule, in the order of the manual. A new rule is its file and one line in the list of its folder. */
export const ruleGroups: readonly RuleGroup[] = [
  { name: 'frontMatter', title: 'Front matter', rules: frontMatterRules },
  { name: 'keys', title: 'Keys', rules: keyRules },
  { name: 'shortcodes', title: 'Shortcodes', rules: shortcodeRules },
  { name: 'links', title: 'Links', rules: linkRules },
  { name: 'text', title: 'Text', rules: [...textRules, unknownRule(lookingRules.map(({ code }) => code))] },
];

export const rules: readonly DiagnosticRule[] = ruleGroups.flatMap((group) => group.rules);
