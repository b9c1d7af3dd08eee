/**
 * The signs after which an editor should ask for completions: they open a shortcode, a value, a list, or go on with a name. Letters are not
 * among them: VS Code asks after a letter by its quick suggestions alone (the client has its own way where those are off). Nor are the colon
 * and the comma, after which a line may end: a list that stands there would take the Enter for itself.
 */
export const completionTriggers: readonly string[] = Array.from('-_./{<%="\'[ ');
