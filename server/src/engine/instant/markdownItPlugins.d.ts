declare module 'markdown-it-footnote' {
  const footnote: (md: import('markdown-it').MarkdownIt) => void;
  export default footnote;
}

declare module 'markdown-it-deflist' {
  const deflist: (md: import('markdown-it').MarkdownIt) => void;
  export default deflist;
}
