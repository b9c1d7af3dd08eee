/** A small site in the manner of a company's: pages in folders, a few shortcodes, cards that the pages' keys fill. */
export const companySite = `
-- hugo.toml --
baseURL = "https://example.org/"
title = "Kvarnen"
-- layouts/_default/baseof.html --
<html><head><meta name="description" content="{{ .Params.description }}"></head><body>{{ block "main" . }}{{ end }}</body></html>
-- layouts/_default/single.html --
{{ define "main" }}<h1>{{ .Title }}</h1>{{ with .Params.intro }}<p>{{ . }}</p>{{ end }}{{ with .Params.card }}<img src="{{ . }}">{{ end }}
{{ range .Params.tags }}<a href="/tags/{{ . | urlize }}">{{ . }}</a>{{ end }}{{ .Content }}{{ end }}
-- layouts/_default/list.html --
{{ define "main" }}{{ range .Pages.ByWeight }}<a href="{{ .RelPermalink }}">{{ .Title }}</a>{{ end }}{{ end }}
-- layouts/_default/landing.html --
{{ define "main" }}{{ .Content }}{{ end }}
-- layouts/shortcodes/ingress.html --
<p class="ingress">{{ .Inner | .Page.RenderString }}</p>
-- layouts/shortcodes/image.html --
<figure><img src="{{ .Get "src" }}" alt="{{ .Get "alt" }}"></figure>
-- layouts/shortcodes/icon.html --
<i class="icon-{{ .Get 0 }}"></i>
-- content/_index.md --
---
title: Kvarnen
---
-- content/blogg/_index.md --
---
title: Blogg
---
-- content/blogg/sten.md --
---
title: Sten
description: Om kvarnens stenar
intro: Två stenar
card: /img/sten.png
tags: [sten]
weight: 1
---
-- content/blogg/vatten.md --
---
title: Vatten
description: Om vattnet
intro: Ett fall
card: /img/vatten.png
tags: [vatten]
weight: 2
---
-- static/img/sten.png --
-- static/img/vatten.png --
`;
