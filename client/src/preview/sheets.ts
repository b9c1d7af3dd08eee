import type { PreviewPage } from '../../../server/src/protocol.ts';

/** A page with the text of all its style sheets: the server leaves out those that the page before has. */
export function withSheets(page: PreviewPage, before: PreviewPage | undefined): PreviewPage {
  if (page.sheets === undefined) {
    return page;
  }
  const known = new Map(before?.sheets?.map((sheet) => [sheet.hash, sheet]));
  const sheets = page.sheets.map((sheet) =>
    sheet.css === undefined ? (known.get(sheet.hash) ?? sheet) : sheet,
  );
  return { ...page, sheets };
}
