/** An element of the shell (preview/html.ts). */
export function byId(id: string): HTMLElement {
  const element = document.getElementById(id);
  if (element === null) {
    throw new Error(`The shell has no #${id}.`);
  }
  return element;
}

export function createButton(text: string, onClick: () => void): HTMLButtonElement {
  const button = createElement('button', text);
  button.type = 'button';
  button.addEventListener('click', onClick);
  return button;
}

export function createElement<Name extends keyof HTMLElementTagNameMap>(
  name: Name,
  text: string,
  className = '',
): HTMLElementTagNameMap[Name] {
  const element = document.createElement(name);
  element.textContent = text;
  element.className = className;
  return element;
}

/** Puts a word into a label, for its `{0}`. */
export function fill(label: string, word: string): string {
  return label.replace('{0}', () => word);
}
