// What a snippet leaves in the text: VS Code's snippet syntax, as far as ours use it.

/** The texts of a snippet whose every place is left as it is, with the first choice of each, then the second, and so on. */
export function snippetVariants(body: string, variables: Readonly<Record<string, string>> = {}): string[] {
  const most = Math.max(1, ...[...body.matchAll(choice)].map(([, values = '']) => choicesIn(values).length));
  return Array.from({ length: most }, (_, at) => expand(body, variables, at));
}

const choice = /\$\{\d+\|((?:\\.|[^\\|])*)\|\}/g;

function choicesIn(values: string): readonly string[] {
  return values.split(/(?<!\\),/).map((value) => value.replace(/\\(.)/g, '$1'));
}

function expand(body: string, variables: Readonly<Record<string, string>>, at: number): string {
  return body
    .replace(choice, (_, values: string) => {
      const all = choicesIn(values);
      return all[Math.min(at, all.length - 1)] ?? '';
    })
    .replace(/\$\{([A-Z_]+)\/([^/]+)\/([^/]*)\/g\}/g, (_, name: string, from: string, to: string) =>
      (variables[name] ?? '').replace(new RegExp(from, 'g'), to),
    )
    .replace(/\$\{([A-Z_]+):([^{}]*)\}/g, (_, name: string, fallback: string) => variables[name] || fallback)
    .replace(/\$\{([A-Z_]+)\}/g, (_, name: string) => variables[name] ?? '')
    .replace(/\$\{\d+:((?:\\.|[^\\{}])*)\}/g, '$1')
    .replace(/(?<!\\)\$(?:\d+|\{\d+\})/g, '')
    .replace(/\\([\\$}])/g, '$1');
}
