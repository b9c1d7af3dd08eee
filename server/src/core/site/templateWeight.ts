import type { SiteTemplate, TemplateRole } from './snapshot.ts';
import type { TemplateName } from './templateName.ts';

/** What a page asks for. */
export interface Descriptor {
  readonly kind: string;
  /** The standard layout of its kind: `single` or `list`. */
  readonly layout: string;
  readonly layoutOfPage: string;
  readonly format: string;
  readonly language: string;
  readonly defaultLanguage: string;
  /** Of a render hook: `['codeblock', 'go']`. */
  readonly variants: readonly string[];
}

export interface PlacedTemplate {
  readonly template: SiteTemplate;
  /** With a slash before it, as Hugo 0.146 would write it. */
  readonly path: string;
  readonly role: TemplateRole;
  /** The folder of the pages that it serves, with all below: empty for all, `/blogg`. */
  readonly folder: string;
  readonly about: TemplateName & { readonly variants: readonly string[] };
}

/** How well a template fits. */
interface Weight {
  readonly whole: number;
  /** These keep a worse template from winning by its nearness. */
  readonly layout: number;
  readonly format: number;
  readonly language: number;
  /** Folders between it and the page. */
  readonly distance: number;
}

/** The template that fits best a page at `path` (with a slash before it), of those that serve its folder or one above. */
export function bestTemplate(
  templates: readonly PlacedTemplate[],
  role: TemplateRole,
  wanted: Descriptor,
  path: string,
): PlacedTemplate | undefined {
  let best: { found: PlacedTemplate; weight: Weight } | undefined;
  for (const found of templates.toSorted((a, b) => a.folder.length - b.folder.length)) {
    if (found.role !== role || !(path === found.folder || path.startsWith(`${found.folder}/`))) {
      continue;
    }
    const weight = weigh(found, wanted, slashes(path) - slashes(found.folder));
    if (weight !== undefined && (best === undefined || isBetter(weight, found, best.weight, best.found))) {
      best = { found, weight };
    }
  }
  return best?.found;
}

function isBetter(weight: Weight, found: PlacedTemplate, best: Weight, other: PlacedTemplate): boolean {
  if (weight.distance < best.distance) {
    if (isLess(weight, best)) {
      return false;
    }
  } else if (weight.whole < best.whole) {
    return false;
  }
  const isEqual =
    weight.whole === best.whole && weight.layout === best.layout && weight.format === best.format;
  return !isEqual || weight.distance < best.distance || found.path < other.path;
}

function isLess(one: Weight, other: Weight): boolean {
  return one.layout < other.layout || one.format < other.format || one.language < other.language;
}

/** Absent where it does not fit. */
function weigh({ role, about }: PlacedTemplate, wanted: Descriptor, distance: number): Weight | undefined {
  const language = about.language === '' || about.language === wanted.defaultLanguage ? 0 : 1;
  if (about.language !== '' && about.language !== wanted.language) {
    return undefined;
  }
  if (!fits(role, about, wanted)) {
    const isHook = role === 'hook' && hasVariants(about.variants, wanted.variants);
    return isHook && about.format === wanted.format
      ? { whole: 1, layout: 0, format: 0, language, distance }
      : undefined;
  }
  const isOwnLayout = wanted.layoutOfPage !== '' && wanted.layoutOfPage === about.layout;
  const isKind = about.kind !== '';
  const isStandard = about.layout !== '' && about.layout === wanted.layout;
  const isAll = about.layout === 'all';
  const isFormat = about.format === wanted.format;
  const [variant, subject] = about.variants;
  return {
    whole:
      points.fit +
      (isKind ? points.kind : 0) +
      (isStandard ? points.standardLayout : isAll ? points.anyLayout : 0) +
      (isOwnLayout ? points.ownLayout : 0) +
      (isFormat ? points.format : 0) +
      (variant === undefined ? 0 : points.variant + (subject === wanted.variants[1] ? points.subject : 0)),
    layout: isOwnLayout ? 2 : Number(isKind || isStandard || isAll),
    format: Number(isFormat),
    language,
    distance,
  };
}

const points = {
  fit: 1,
  kind: 5,
  ownLayout: 6,
  standardLayout: 4,
  anyLayout: 2,
  format: 4,
  variant: 6,
  subject: 4,
} as const;

/** Whether nothing that a template says of itself speaks against it; its language apart. */
export function fits(
  role: TemplateRole,
  { kind, layout, format, variants }: PlacedTemplate['about'],
  wanted: Descriptor,
): boolean {
  const isLayout = layout === '' || layout === 'all' || layout === wanted.layout || isOwn(layout, wanted);
  if ((kind !== '' && kind !== wanted.kind) || !isLayout) {
    return false;
  }
  if (format !== '' && format !== wanted.format) {
    const isOther =
      kind !== wanted.kind && layout !== wanted.layout && layout !== 'all' && !isOwn(layout, wanted);
    if (role !== 'base' && isOther) {
      return false;
    }
  }
  return (
    variants.length === 0 || (variants[0] === wanted.variants[0] && hasVariants(variants, wanted.variants))
  );
}

function isOwn(layout: string, { layoutOfPage }: Descriptor): boolean {
  return layoutOfPage !== '' && layout === layoutOfPage;
}

/** A hook without a subject serves all. */
function hasVariants([variant, subject]: readonly string[], wanted: readonly string[]): boolean {
  return variant === wanted[0] && (subject === undefined || subject === wanted[1]);
}

function slashes(path: string): number {
  return path.split('/').length - 1;
}
