// The frame of the HTML that stands in a webview of ours. It loads nothing but its own script and style, and its policy holds for everything inside of it.

export interface Shell<Labels> {
  /** New for every shell, 128 bits or more. */
  readonly nonce: string;
  /** `webview.cspSource`: where files of the computer come from. */
  readonly cspSource: string;
  /** URIs as the webview loads them. */
  readonly script: string;
  readonly style: string;
  /** Of the labels. */
  readonly language: string;
  readonly labels: Labels;
}

interface Contents {
  readonly title: string;
  /** HTML. */
  readonly body: string;
  /** Pictures, styles and fonts of other hosts may be loaded. */
  readonly remote: boolean;
  /** More for the script, by the name of its `data-` attribute. */
  readonly data?: Readonly<Record<string, string>>;
}

/** The labels are handed to the script in `data-labels`. */
export function toHtml(
  { nonce, cspSource, script, style, language, labels }: Shell<object>,
  { title, body, remote, data = {} }: Contents,
): string {
  const attributes = Object.entries({ labels: JSON.stringify(labels), ...data }).map(
    ([name, value]) => ` data-${name}="${escape(value)}"`,
  );
  return `<!DOCTYPE html>
<html lang="${escape(language)}">
<head>
<meta charset="UTF-8">
<meta http-equiv="Content-Security-Policy" content="${escape(toPolicy({ nonce, cspSource, remote }))}">
<meta name="viewport" content="width=device-width, initial-scale=1">
<title>${escape(title)}</title>
<link rel="stylesheet" href="${escape(style)}">
</head>
<body${attributes.join('')}>
${body}
<script nonce="${nonce}" src="${escape(script)}"></script>
</body>
</html>
`;
}

/** The content security policy of a shell. */
export function toPolicy({
  nonce,
  cspSource,
  remote,
}: Pick<Shell<object>, 'nonce' | 'cspSource'> & Pick<Contents, 'remote'>): string {
  const hosts = remote ? `${cspSource} https:` : cspSource;
  return [
    "default-src 'none'",
    `script-src 'nonce-${nonce}'`,
    `style-src ${hosts} 'unsafe-inline'`,
    `img-src ${hosts} data:`,
    `font-src ${hosts} data:`,
    `media-src ${hosts} data:`,
    "frame-src 'self'",
    "base-uri 'none'",
    "form-action 'none'",
  ].join('; ');
}

export function escape(text: string): string {
  return text.replaceAll(/[&<>"']/g, (character) => `&#${character.charCodeAt(0)};`);
}
