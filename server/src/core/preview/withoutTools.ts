// Sass, PostCSS, Babel and the bundler fail in a Hugo in memory, and with them every page of a site that has its styles made so. The call gives way to
// an empty file, so that the page shows, without those styles.

const calls: readonly { readonly call: RegExp; readonly file: string }[] = [
  {
    call: /(?<![\w.$"-])(?:resources\.(?:ToCSS|PostCSS)|css\.(?:Sass|PostCSS|TailwindCSS)|toCSS|postCSS)(?![\w.-])/g,
    file: 'scribe/empty.css',
  },
  { call: /(?<![\w.$"-])(?:js\.(?:Build|Babel)|resources\.Babel|babel)(?![\w.-])/g, file: 'scribe/empty.js' },
];

/** The template with those calls replaced, line by line where it was. Also a call in a comment or in plain text changes, which does no harm. */
export function withoutTools(template: string): string {
  return calls.reduce((text, { call, file }) => {
    let from = 0;
    let changed = '';
    for (const { index, 0: name } of text.matchAll(call)) {
      if (index < from || !isInAction(text, index)) {
        continue;
      }
      const end = endOfCall(text, index + name.length);
      const isPiped = /\|\s*$/.test(text.slice(from, index));
      const lines = text.slice(index, end).replace(/[^\n]/g, '');
      const empty = isPiped ? `and "" | resources.FromString "${file}"` : `resources.FromString "${file}" ""`;
      changed += `${text.slice(from, index)}${empty}${lines} `;
      from = end;
    }
    return changed + text.slice(from);
  }, template);
}

function isInAction(text: string, at: number): boolean {
  return text.lastIndexOf('{{', at) > text.lastIndexOf('}}', at);
}

/** Where the arguments end: at the next pipe, at the end of the action, or where a parenthesis closes that opened before. */
function endOfCall(text: string, from: number): number {
  let depth = 0;
  for (let at = from; at < text.length; at++) {
    const sign = text[at];
    if (sign === '"' || sign === '`') {
      at = endOfQuote(text, at, sign);
    } else if (sign === '(') {
      depth++;
    } else if (sign === ')' && depth-- === 0) {
      return at;
    } else if (depth === 0 && (sign === '|' || /^-?\}\}/.test(text.slice(at, at + 3)))) {
      return at;
    }
  }
  return text.length;
}

function endOfQuote(text: string, start: number, quote: string): number {
  for (let at = start + 1; at < text.length; at++) {
    if (text[at] === '\\' && quote === '"') {
      at++;
    } else if (text[at] === quote) {
      return at;
    }
  }
  return text.length;
}
