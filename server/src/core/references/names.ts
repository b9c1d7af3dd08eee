import { PageDocument } from '../site/pageDocument.ts';
import { withoutActions } from '../site/archetypes.ts';
import type { SiteSnapshot } from '../site/snapshot.ts';
import { archetypeLinks } from './archetypeLinks.ts';
import { dataNames } from './dataNames.ts';
import { namesOfLink } from './linkNames.ts';
import type { Named } from './named.ts';
import { namesOnPage } from './pageNames.ts';
import { siteFileAt } from './siteFile.ts';
import { templateNames } from './templateNames.ts';
import type { SiteSymbol, SiteText } from './types.ts';

type Kind = SiteSymbol['kind'];

/**
 * The names of `kinds` in a file of the site, in the order of the text as it stands: of a page, a template, an archetype or a file of the data. What the file
 * itself is stands first, with an empty range.
 */
export function namesIn(site: SiteSnapshot, file: SiteText, kinds: readonly Kind[]): readonly Named[] {
  const what = siteFileAt(site, file.uri);
  switch (what?.kind) {
    case 'template':
      return among(templateNames(site, what.template, file.text), kinds);
    case 'data':
      return among(dataNames(site, what.path, file), kinds);
    case 'archetype':
      return inOrder([
        ...namesInArchetype(site, file, kinds),
        ...among(
          archetypeLinks(site, what.archetype, file.text).flatMap((link) => namesOfLink(file.uri, link)),
          kinds,
        ),
      ]);
    case undefined:
      return inOrder(namesOf(site, new PageDocument(file.uri, file.text, site.hugo), kinds));
  }
}

function among(names: readonly Named[], kinds: readonly Kind[]): readonly Named[] {
  return names.filter(({ symbol }) => kinds.includes(symbol.kind));
}

/** The same of a page that is parsed. */
export function namesOf(site: SiteSnapshot, page: PageDocument, kinds: readonly Kind[]): readonly Named[] {
  return kinds.flatMap((kind) => namesOnPage[kind]?.(site, page) ?? []);
}

/** Actions hide what they make in front matter; calls look like actions. */
function namesInArchetype(site: SiteSnapshot, { uri, text }: SiteText, kinds: readonly Kind[]): Named[] {
  const inFrontMatter = kinds.filter((kind) => !callKinds.includes(kind));
  const inCalls = kinds.filter((kind) => callKinds.includes(kind));
  const plain = new PageDocument(uri, withoutActions(text), site.hugo);
  const whole = new PageDocument(uri, text, site.hugo);
  return [...namesOf(site, plain, inFrontMatter), ...namesOf(site, whole, inCalls)];
}

const callKinds: readonly Kind[] = ['shortcode', 'argument'];

function inOrder(names: readonly Named[]): readonly Named[] {
  return names.toSorted((a, b) => a.range.start - b.range.start);
}
