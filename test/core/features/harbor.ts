import { siteOf } from '../../support/site.ts';

/** A small site whose templates, archetypes, data and files say what its keys and arguments lead to. */
export const harbor = siteOf(`
-- hugo.toml --
title = "Hamnen"

[taxonomies]
tag = "tags"
-- .hugo-scribe.yaml --
keys:
  background:
    description: The sky *above* the headline.
shortcodes:
  berth:
    description: A place to moor.
-- archetypes/news.md --
---
title: ""
background: "calm.jpg"
---
-- layouts/_default/single.html --
<h1>{{ .Title }}</h1>
{{ with .Params.skipper }}{{ . }}{{ end }}
-- layouts/news/single.html --
<h1>{{ .Title }}</h1>
<img src="/img/sky/{{ .Params.background }}">
{{ range where site.Data.crew "name" .Params.skipper }}{{ .boat }}{{ end }}
<a href="{{ .Params.more }}">…</a>
{{ with .Resources.GetMatch .Params.map }}{{ .RelPermalink }}{{ end }}
-- layouts/news/list.html --
{{ range .Pages }}<i>{{ .Params.background }}</i>{{ end }}
-- layouts/shortcodes/berth.html --
{{/* A berth with its [number]. */}}
{{ $side := .Get "side" | default "port" }}
{{ if not (in (slice "port" "starboard") $side) }}{{ errorf "no such side" }}{{ end }}
<b class="{{ $side }}">{{ .Get 0 }}</b>
<img src="/img/boat/{{ .Get "boat" }}">
-- themes/wharf/layouts/shortcodes/berth.html --
<b>{{ .Get 0 }}</b>
-- layouts/shortcodes/note.html --
<aside>{{ .Inner | markdownify }}</aside>
-- data/crew.yaml --
- name: Åke
  boat: Tärna
- name: Siv
  boat: Mås
-- static/img/sky/calm.jpg --
x
-- static/img/sky/storm.jpg --
x
-- static/img/boat/tern.png --
x
-- content/news/first.md --
---
title: First *boat*
date: 2026-01-02
background: calm.jpg
skipper: Åke
more: /about/us/
tags: [sail, tar]
---
{{< berth side="port" boat="tern.png" >}}
-- content/news/second.md --
---
title: Second boat
background: calm.jpg
skipper: Siv
tags: [sail]
---
{{< berth side="port" >}} {{< berth 8 >}}

{{< note >}}Short.{{< /note >}}
-- content/about/us.md --
---
title: Us
draft: true
---
{{< note >}}A text that goes on and on until nobody wants to read it as an example of anything, because it is far too long for that purpose.{{< /note >}}
-- content/about/boats.md --
---
title: Boats
---
`);
