// The order of VS Code once somebody has typed (its completionModel.ts and filters.ts): by how well a label matches, and only among equals by the
// order of the server. Each letter in front that matches is worth more in the same case, a label that is typed wholly a little more;
// whatever has the letters further behind comes after all that begin with them.

const sameCase = 7;
const otherCase = 5;
const wholeLabel = 2;

/** The labels that begin as it is typed, in the order of the editor, before which it shows no others. */
export function shownFirst(labels: readonly string[], typed: string): readonly string[] {
  const letters = typed.trimStart();
  return labels
    .filter((label) => label.toLowerCase().startsWith(letters.toLowerCase()))
    .map((label) => ({ label, score: scoreOf(label, letters) }))
    .sort((a, b) => b.score - a.score)
    .map(({ label }) => label);
}

function scoreOf(label: string, letters: string): number {
  const ofLetters = Array.from(letters).reduce(
    (sum, letter, at) => sum + (letter === label[at] ? sameCase : otherCase),
    0,
  );
  return ofLetters + (letters !== '' && letters.length === label.length ? wholeLabel : 0);
}
