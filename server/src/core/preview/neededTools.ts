// What templates ask for and Hugo in memory cannot do.

const tools =
  /\b(?:toCSS|postCSS|babel|css\.(?:Sass|PostCSS|TailwindCSS)|js\.(?:Build|Batch|Babel)|resources\.(?:ToCSS|PostCSS|Babel))\b/;
const webp = /\.(?:Resize|Fit|Fill|Crop|Process)[^\w}\n][^}\n]*\bwebp\b/;

export interface NeededTools {
  /** Styles are transpiled or scripts bundled. */
  readonly bundling: boolean;
  /** Pictures are made into WebP, which fails for every picture that is found. */
  readonly webp: boolean;
}

/** What these templates need an installed Hugo for. */
export function neededTools(templates: Iterable<string>): NeededTools {
  const texts = [...templates];
  return { bundling: texts.some((text) => tools.test(text)), webp: texts.some((text) => webp.test(text)) };
}
