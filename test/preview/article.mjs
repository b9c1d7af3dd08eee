// A page to try the panel with, and what is asked of its document.

/** Twenty paragraphs, one every other line of the source from line 4 on. */
export const article = (change = (text) => text, head = '') =>
  `<!DOCTYPE html><html lang="en"><head><title>A</title>${head}<style>body { margin: 0 } p { height: 80px; margin: 0 }</style></head><body>` +
  '<header><h1>Site</h1></header><main>' +
  Array.from({ length: 20 }, (_, index) =>
    change(`<p data-line="${4 + 2 * index}">Paragraph ${index}</p>`, index),
  ).join('') +
  '</main></body></html>';

export const paragraphs = (inner) => [...inner.querySelectorAll('p')].map((element) => element.textContent);
export const scrollTop = (inner) => inner.scrollingElement.scrollTop;
export const marked = (inner) =>
  [...inner.querySelectorAll('[data-hugo-scribe-mark]')].map((element) => element.getAttribute('data-line'));
