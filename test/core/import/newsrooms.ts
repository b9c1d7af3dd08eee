// Two small sites that take texts in: one with shortcodes for leads and quotations, and one that shows the lead out of its front matter.

export const withShortcodes = `
-- hugo.toml --
title = "Kvarnglim"
-- layouts/_default/single.html --
<h1>{{ .Title }}</h1>{{ .Content }}
-- layouts/_default/list.html --
{{ range .Pages }}{{ .Params.intro }}{{ .Params.ingress }}{{ end }}
-- layouts/shortcodes/ingress.html --
<div class="ingress">{{ .Inner | .Page.RenderString }}</div>
-- layouts/shortcodes/citat.html --
<div class="quote"><p>{{ .Inner }}</p>{{ with .Get 0 }}<p>{{ . }}</p>{{ end }}</div>
-- archetypes/nyheter.md --
---
title: ""
date: {{ .Date }}
intro: ""
draft: true
tags: ["Svenska"]
language: "Se"
card: ""
---
-- content/nyheter/ljus.md --
---
title: "Ljus"
date: 2023-01-01
intro: "Nu lyser det."
draft: false
tags: ["Svenska"]
language: "Se"
card: "ljus.jpg"
---
{{< ingress >}}
Nu lyser det.
{{< /ingress >}}

{{< citat >}}Fint, säger Maud.{{< /citat >}}
-- content/aktuelt/lys.md --
---
title: Lys
date: 2023-01-02
ingress: Nå lyser det.
author: [Kari Nordvik]
language: "No"
---
{{< ingress >}}
Nå lyser det.
{{< /ingress >}}
-- content/aktuelt/varme.md --
---
title: Varme
date: 2023-01-03
ingress: Nå er det varmt.
author: [Ola Bekk]
language: "No"
---
`;

export const withoutShortcodes = `
-- hugo.toml --
title = "Møllen"
-- layouts/_default/single.html --
<h1>{{ .Title }}</h1><p class="lead">{{ .Params.manchet }}</p>{{ .Content }}
-- archetypes/nyheder.md --
+++
title = ""
date = {{ .Date }}
lastmod = {{ .Date }}
manchet = ""
draft = true
+++
-- archetypes/notes.md --
---
title: ""
date: {{ .Date }}
description: ""
authors: []
draft: true
---
-- archetypes/data.md --
{
  "title": "",
  "date": "2024-01-01",
  "draft": true
}
-- content/nyheder/lys.md --
+++
title = "Lys"
date = 2023-01-02
manchet = "Nu er der lys."
+++
`;
