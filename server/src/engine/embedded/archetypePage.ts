// Has Hugo in memory run an archetype: it becomes the body of the page that is to be made, whose layout runs it as `hugo new content` would.
import { spareFolder } from '../../core/preview/siteTree.ts';
import { maskShortcodes, unmaskShortcodes, type ArchetypeFacts } from '../../core/site/archetypeText.ts';
import type { RenderedPage, RenderRequest } from '../types.ts';

const layout = 'scribe-archetype';
const made = 'made:';

/** `hugo new` gives what is known of the page by its path; an archetype that fails is no template at fault, which would be left out of the site. */
const template = `{{- $file := .File -}}
{{- $dot := dict "Name" $file.ContentBaseName "Type" .Params.scribe.type "Date" .Params.scribe.date "Page" . "Site" site "File" $file
  "ContentBaseName" $file.ContentBaseName "TranslationBaseName" $file.TranslationBaseName "BaseFileName" $file.BaseFileName
  "LogicalName" $file.LogicalName "Dir" $file.Dir "Path" $file.Path "Ext" $file.Ext "Section" $file.Section
  "Lang" $file.Lang "UniqueID" $file.UniqueID -}}
{{- $source := .Params.scribe.source | base64Decode | resources.FromString "scribe/archetype.txt" -}}
{{- $name := printf "scribe/%s.txt" (md5 (print $file.Path .Params.scribe)) -}}
{{- with try (resources.ExecuteAsTemplate $name $dot $source).Content -}}
  {{- with .Err }}refused{{ else }}{{ .Value | base64Encode | printf "${made}%s" | safeHTML }}{{ end -}}
{{- end -}}`;

/** The templates that run archetypes, by engine path. */
export const archetypeTemplates: ReadonlyMap<string, string> = new Map([
  [`${spareFolder}/layouts/${layout}.html`, template],
]);

/** The page to render; `path` is that of the new page, relative to the site's folder. */
export function archetypePage(path: string, source: string, facts: ArchetypeFacts): RenderRequest {
  const scribe = { source: Buffer.from(maskShortcodes(source)).toString('base64'), ...facts };
  const page = { title: 'Content Placeholder', layout, outputs: ['html'], scribe };
  return { path, text: `${JSON.stringify(page, null, 2)}\n`, marked: false };
}

/** What became of it; `undefined` where Hugo refuses the archetype, or made nothing of the page. */
export function archetypeResult({ html }: RenderedPage): string | undefined {
  return html?.startsWith(made) === true
    ? unmaskShortcodes(Buffer.from(html.slice(made.length), 'base64').toString())
    : undefined;
}
