import { siteOf } from '../../support/site.ts';
import type { SiteOptions } from '../../support/site.ts';

/** A small site that the tests of features share: three posts of one section, three pages of another, and a few shortcodes. */
export const millFiles = `
-- hugo.toml --
title = "Kvarnen"
defaultContentLanguage = "sv"

[taxonomies]
tag = "tags"
category = "categories"
-- layouts/shortcodes/ingress.html --
{{/* A lead paragraph in larger type. */}}
<p class="ingress">{{ .Inner }}</p>
-- layouts/shortcodes/custom-card.html --
<div>{{ .Get "title" }}</div>
-- layouts/shortcodes/blocks/lead.html --
<div>{{ .Inner }}</div>
-- themes/ananke/layouts/shortcodes/öppet.html --
<b>{{ .Get 0 }}</b>
-- content/blogg/ett.md --
---
title: Ett
date: 2026-01-10
ingress: Om mjöl
author: Åsa Öman
language: Svenska
tags: [mjöl, "no"]
background-color: blå
card:
  image: a.png
---
{{< ingress >}}Mjöl.{{< /ingress >}}
{{< custom-card title="a" >}}
-- content/blogg/två.md --
---
title: Två
ingress: Om vatten
author: Åsa Öman
language: Svenska
tags: [vatten, mjöl]
---
{{< custom-card title="b" >}}
{{< custom-card title="c" >}}
-- content/blogg/tre.md --
---
title: Tre
ingress: Om sten som maler i hundra år, och om vad som händer när den inte gör det längre
author: "yes"
language: English
---
-- content/om/oss.md --
---
title: Om oss
sidebar: true
rating: 4
---
-- content/om/huset.md --
---
title: Huset
sidebar: true
rating: 4
---
-- content/om/ån.md --
---
title: Ån
sidebar: false
rating: 5
---
`;

export const mill = siteOf(millFiles);

export function millWith(options: SiteOptions): ReturnType<typeof siteOf> {
  return siteOf(millFiles, options);
}
