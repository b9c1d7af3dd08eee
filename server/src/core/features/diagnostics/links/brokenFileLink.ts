import { misspelling, nearestOf } from '../../../text/near.ts';
import type { PageDocument } from '../../../site/pageDocument.ts';
import type { PageRecord, SiteSnapshot } from '../../../site/snapshot.ts';
import { isOwnFile } from '../../../site/links/ownGround.ts';
import { joinPath } from '../../../text/path.ts';
import { message } from '../../../text/message.ts';
import type { DiagnosticRule, Fix, RuleFinding } from '../../finding.ts';
import { isFilePath } from './filePath.ts';
import { pageLinks, type PageLink } from '../../../references/pageLinks.ts';
import { leadTo } from '../../../references/leadTo.ts';
import { correctedScheme } from './schemes.ts';
import { recordOf } from '../../../site/recordOf.ts';

export const brokenFileLink: DiagnosticRule = {
  code: 'broken-file-link',
  summary: 'Link or picture whose file does not exist',
  why: 'Hugo does not check that a picture or document is there: readers see a broken picture, or get "not found". Files stand below "static", or beside the page in its bundle.',
  defaultSeverity: 'warning',
  fix: 'Changes the name to that of the nearest file',
  examples: [
    {
      wrong: '![Sky](/img/skye.png)\n',
      right: '![Sky](/img/sky.png)\n',
      site: '-- static/img/sky.png --\n',
    },
    {
      wrong: 'See {{< picture src="skye.png" >}}\n',
      right: 'See {{< picture src="sky.png" >}}\n',
      site: '-- layouts/shortcodes/picture.html --\n<img src="/img/{{ .Get "src" }}">\n-- static/img/sky.png --\n',
    },
  ],
  *check(site, page) {
    const record = recordOf(site, page);
    if (record === undefined || !site.progress.templates) {
      return;
    }
    let searches = 0;
    for (const link of pageLinks(site, page)) {
      const { target } = link;
      if (
        target.kind === 'missing' &&
        isFilePath(target.path) &&
        correctedScheme(link.address) === undefined
      ) {
        const isSearched = searches++ < mostSearches;
        const nearest = isSearched ? nearestFile(site, record, target.path) : undefined;
        yield* findingOn(site, page, link, target.path, nearest);
      }
    }
  },
};

/** For so many links of a page the nearest file is looked for: a folder may have very many. */
const mostSearches = 20;

function* findingOn(
  site: SiteSnapshot,
  page: PageDocument,
  link: PageLink,
  path: string,
  nearest: string | undefined,
): Iterable<RuleFinding> {
  const isOurs = site.missingModules.length === 0 || isOwnFile(site, link.address, path);
  if (nearest === undefined && !isOurs) {
    return;
  }
  const edit = nearest === undefined ? undefined : leadTo(site, page, link, nearest);
  const fixes: readonly Fix[] =
    edit === undefined ? [] : [{ title: message('Change it to "{0}"', edit.newText), edits: [edit] }];
  yield {
    range: link.range,
    message:
      nearest === undefined
        ? message('There is no file "{0}" on this site. Correct the name, or add the file.', path)
        : message('There is no file "{0}" on this site. Did you mean "{1}"?', path, nearest),
    fixes,
  };
}

/** In the same folder: the name spelt nearly so, or with another extension. Beside the page it stands in the page's own folder. */
function nearestFile({ files }: SiteSnapshot, record: PageRecord, path: string): string | undefined {
  const [, folder = '', name = ''] = /^(.*)\/([^/]+)\/?$/s.exec(path) ?? [];
  const stem = stemOf(name);
  const own = record.path.slice(0, Math.max(0, record.path.lastIndexOf('/')));
  const names = [
    ...files.filesIn('static', folder),
    ...(folder.endsWith(`/${own}`) ? files.filesIn('content', own) : []),
  ].flatMap((file) => (file.isFolder ? [] : file.name));
  const near = nearestOf(names, (each) =>
    stemOf(each).toLowerCase() === stem.toLowerCase() ? 0 : misspelling(stem, stemOf(each)),
  );
  return near?.isOnly === true ? `/${joinPath(folder, near.item)}` : undefined;
}

function stemOf(name: string): string {
  return name.replace(/\.[^.]*$/, '');
}
