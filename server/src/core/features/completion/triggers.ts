/**
 * The signs after which an editor should ask for completions: they open a shortcode, a value, a list, the address of a link or its anchor, or go on with a
 * name; in running text the answer is empty. Letters are not
 * among them: VS Code asks after a letter by its quick suggestions alone (the client has its own way where those are off). Nor are the colon
 * and the comma, after which a line may end: a list that stands there would take the Enter for itself.
 */
export const completionTriggers: readonly string[] = Array.from('-_./{<%="\'[(# ');
