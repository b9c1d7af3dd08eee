/** A site in which everything names something; a case marks one name with the cursor. */
export const site = `
-- hugo.toml --
title = "Boats"
-- layouts/_default/single.html --
{{ .Title }} {{ .Params.author }} {{ with .Params.card }}{{ .title }}{{ end }}
{{ if isset .Params "mood" }}{{ index .Params "mood" }}{{ .Param "card.title" }}{{ end }}
{{ with index site.Data.authors .Params.author }}{{ .name }}{{ end }}
{{ site.Data.authors.jane.name }} {{ .Site.Params.mood }}
{{ partial "nav/item.html" . }}
{{ if .HasShortcode "box" }}<script src="box.js"></script>{{ end }}
-- layouts/_default/list.html --
{{ range where .Site.RegularPages "Params.mood" "calm" }}{{ .Params.Mood }}{{ end }}
{{ range $id, $author := site.Data.authors }}{{ $author.name }}{{ end }}
{{ range where .Pages "Params.author" "author" }}{{ end }}
-- layouts/partials/nav/item.html --
{{ .Params.author }}{{ partial "label" (dict "text" .Params.mood) }}
-- layouts/partials/label.html --
{{ .text }}<img src="/img/sky.png?v=1"><a href="/a/">A</a>
-- layouts/shortcodes/box.html --
<div class="{{ .Get "tone" | default "tone" }}">{{ $title := .Get "title" }}{{ $title }}
{{ .Params.title }}{{ .Get 0 }}{{ partialCached "nav/item" .Page }}{{ partial "frame" (dict "box" .) }}
{{ .Inner | markdownify }}</div>
-- layouts/partials/frame.html --
{{ .box.Get "title" }} {{ template "partials/label.html" . }}
-- layouts/shortcodes/tabs.html --
{{ .Inner }}
-- layouts/shortcodes/tab.html --
{{ .Parent.Get "active" }}
-- data/authors.yaml --
jane:
  name: Jane
"sam":
  name: Sam
-- archetypes/default.md --
---
title: {{ .Name }}
mood:
card:
  title: "{{ .Name }}"
---
{{< box title="x" >}}{{< /box >}}
-- content/_index.md --
---
title: Home
cascade:
  mood: calm
---
-- content/tags/fast-boats/_index.md --
---
title: Fast boats
---
-- content/a.md --
---
title: A
author: "jane"
Mood: calm
tags: [fast boats, 'Sail']
card: {title: One}
---
{{< box title="One" tone=red >}}text{{< /box >}} {{% box "first" %}}{{% /box %}}
{{< tabs active="b" >}}{{< tab >}}{{< /tab >}}{{< /tabs >}}
## One
See [above](#one).
-- static/img/sky.png --
-- content/b.sv.md --
+++
title = "B"
author = 'sam'
tags = ["Fast Boats"]
[card]
title = "Two"
+++
[A](/a/#one) [B](a.md) ![Sky](/img/sky.png) {{< ref "/a#one" >}}
{{</* box title="no" */>}} {{< box
  title="x"
/>}}
`;

/** The cursor before the first of `text` in `file`, or where `text` has it. */
export function at(file: string, text: string): string {
  const start = site.indexOf(`-- ${file} --`);
  const plain = text.replace('█', '');
  const cursor = Math.max(0, text.indexOf('█'));
  const place = plain === '' ? start + `-- ${file} --\n`.length : site.indexOf(plain, start) + cursor;
  return `${site.slice(0, place)}█${site.slice(place)}`;
}
