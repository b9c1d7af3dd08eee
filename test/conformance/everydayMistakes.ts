export interface Mistake {
  readonly name: string;
  /** The page with the mistake, and what is said of it. */
  readonly page: string;
  /** The page after the first fix that changes it; absent where no single answer is right. */
  readonly fixed?: string;
}

/** The mistakes that writers make every day. Hugo 0.111.3 places 4 of them where they are, 0.147.6 places 7. */
export const mistakes: readonly Mistake[] = [
  {
    name: 'a shortcode that does not exist',
    page: `---
title: Mjöl
---
Mjöl.

{{< imgae src="/img/sten.png" >}}
    ^^^^^ unknown-shortcode: There is no shortcode "imgae" in this site, its themes or Hugo, so Hugo stops the build. Did you mean "image"?
`,
    fixed: `---
title: Mjöl
---
Mjöl.

{{< image src="/img/sten.png" >}}
`,
  },
  {
    name: 'a shortcode that is never closed',
    page: `---
title: Mjöl
---
{{< ingress >}}
^^^^^^^^^^^^^^^ unclosed-shortcode: The shortcode "ingress" takes inner content and is never closed, so Hugo stops the build. Close it with {{< /ingress >}}, or with a / before its end.
Korn blir mjöl.
`,
    fixed: `---
title: Mjöl
---
{{< ingress >}}
Korn blir mjöl.
{{< /ingress >}}
`,
  },
  {
    name: 'a closing tag of a shortcode that takes none',
    page: `---
title: Mjöl
---
Mjöl. {{< icon "sten" >}}sten{{< /icon >}}
                             ^^^^^^^^^^^^^ shortcode-takes-no-inner: The shortcode "icon" takes no inner content, so Hugo stops the build when it is closed. Remove {{< /icon >}}.
`,
    fixed: `---
title: Mjöl
---
Mjöl. {{< icon "sten" >}}sten
`,
  },
  {
    name: 'an argument in single quotes',
    page: `---
title: Mjöl
---
Mjöl.
{{< icon 'sten' >}}
         ^^^^^^ shortcode-syntax: Single quotes do not count as quotes in a shortcode. Use straight double quotes: "text".
`,
    fixed: `---
title: Mjöl
---
Mjöl.
{{< icon "sten" >}}
`,
  },
  {
    name: 'an argument in typographic quotes',
    page: `---
title: Mjöl
---
Mjöl.
{{< icon “sten” >}}
         ^^^^^^ shortcode-syntax: Curly quotes do not count as quotes in a shortcode. Use straight double quotes: "text".
`,
    fixed: `---
title: Mjöl
---
Mjöl.
{{< icon "sten" >}}
`,
  },
  {
    name: 'a named argument in single quotes',
    page: `---
title: Mjöl
---
{{< image src='/img/sten.png' alt="Sten" >}}
              ^^^^^^^^^^^^^^^ warning quotes-in-value: Hugo takes these quotation marks for part of the value. Write "/img/sten.png", in straight double quotes.
`,
    fixed: `---
title: Mjöl
---
{{< image src="/img/sten.png" alt="Sten" >}}
`,
  },
  {
    name: 'a named argument in typographic quotes',
    page: `---
title: Mjöl
---
{{< image src=“/img/sten.png” alt="Sten" >}}
              ^^^^^^^^^^^^^^^ warning quotes-in-value: Hugo takes these quotation marks for part of the value. Write "/img/sten.png", in straight double quotes.
`,
    fixed: `---
title: Mjöl
---
{{< image src="/img/sten.png" alt="Sten" >}}
`,
  },
  {
    name: 'arguments with and without a name',
    page: `---
title: Mjöl
---
{{< image src="/img/sten.png" "Sten" >}}
                              ^^^^^^ shortcode-syntax: Give all arguments by name or none. This one has no name, the first has one.
`,
    fixed: `---
title: Mjöl
---
{{< image src="/img/sten.png" alt="Sten" >}}
`,
  },
  {
    name: 'an argument whose name is misspelt',
    page: `---
title: Mjöl
---
{{< image scr="/img/sten.png" alt="Sten" >}}
          ^^^ warning unknown-argument: The shortcode "image" does not read "scr", so it has no effect. Did you mean "src"?
`,
    fixed: `---
title: Mjöl
---
{{< image src="/img/sten.png" alt="Sten" >}}
`,
  },
  {
    name: 'a key that is misspelt',
    page: `---
title: Mjöl
descripton: Om mjölet
^^^^^^^^^^ warning misspelled-key: Nothing reads the key "descripton": neither a template of this site nor Hugo. Did you mean "description"?
---
Mjöl.
`,
    fixed: `---
title: Mjöl
description: Om mjölet
---
Mjöl.
`,
  },
  {
    name: 'a key that stands twice',
    page: `---
title: Mjöl
intro: Korn
tags: [mjöl]
intro: Korn blir mjöl
^^^^^ warning duplicate-key: The key "intro" exists already. Hugo 0.152 and newer refuse that, and in older Hugo only the last one counts. Remove one of the two.
---
Mjöl.
`,
    fixed: `---
title: Mjöl
tags: [mjöl]
intro: Korn blir mjöl
---
Mjöl.
`,
  },
  {
    name: 'tags in one text',
    page: `---
title: Mjöl
tags: mjöl, sten
      ^^^^^^^^^^ warning dropped-value: Hugo does not split "tags" at commas. Write a list: [mjöl, sten].
---
Mjöl.
`,
    fixed: `---
title: Mjöl
tags: [mjöl, sten]
---
Mjöl.
`,
  },
  {
    name: 'a boolean in quotes',
    page: `---
title: Mjöl
draft: "true"
       ^^^^^^ information dropped-value: "draft" takes true or false, not a text. Hugo reads this one as it is meant; other programs may not.
---
Mjöl.
`,
    fixed: `---
title: Mjöl
draft: true
---
Mjöl.
`,
  },
  {
    name: 'a weight in words',
    page: `---
title: Mjöl
weight: high
        ^^^^ warning dropped-value: "weight" takes a whole number. Hugo takes this for 0.
---
Mjöl.
`,
  },
  {
    name: 'a date that no calendar has',
    page: `---
title: Mjöl
date: 2020-13-45
      ^^^^^^^^^^ warning unreadable-date: There is no such date as "2020-13-45". Hugo 0.135.0 and newer stop the build here.
---
Mjöl.
`,
  },
  {
    name: 'a date to come',
    page: `---
title: Mjöl
date: 2031-05-06
      ^^^^^^^^^^ information future-date: This date lies in the future, so Hugo leaves the page out until the site is built after it.
---
Mjöl.
`,
  },
  {
    name: 'a page that has expired',
    page: `---
title: Mjöl
expiryDate: 2020-05-06
            ^^^^^^^^^^ information expired-page: This date has passed, so Hugo leaves the page out.
---
Mjöl.
`,
  },
  {
    name: 'a colon in a title',
    page: `---
title: Mjöl: en historia
           ^ front-matter-syntax: A colon followed by a blank starts a new key here. Put the value in quotes.
---
Mjöl.
`,
    fixed: `---
title: "Mjöl: en historia"
---
Mjöl.
`,
  },
  {
    name: 'an indent of a tab',
    page: `---
title: Mjöl
menu:
	main:
^ front-matter-syntax: YAML cannot be indented with tabs. Use blanks.
---
Mjöl.
`,
    fixed: `---
title: Mjöl
menu:
  main:
---
Mjöl.
`,
  },
  {
    name: 'front matter that is never closed',
    page: `---
^^^ front-matter-unclosed: This front matter has no end. Add --- on a line of its own after the last key.
title: Mjöl
intro: Korn

# Mjöl

Mjöl.
`,
    fixed: `---
title: Mjöl
intro: Korn
---

# Mjöl

Mjöl.
`,
  },
  {
    name: 'a reference to no page',
    page: `---
title: Mjöl
---
Se [stenen]({{< relref "blogg/stem.md" >}}).
                        ^^^^^^^^^^^^^ unresolved-reference: Hugo finds no page "blogg/stem.md" and stops the build. Did you mean "sten.md"?
`,
    fixed: `---
title: Mjöl
---
Se [stenen]({{< relref "sten.md" >}}).
`,
  },
  {
    name: 'a link and an image that lead nowhere',
    page: `---
title: Mjöl
---
Se [stenen](/blogg/stem/).
            ^^^^^^^^^^^^ warning broken-link: No page of this site has the address "/blogg/stem": readers get "not found". Did you mean "/blogg/sten/"?

![Sten](/img/stem.png)
        ^^^^^^^^^^^^^ warning broken-file-link: There is no file "/img/stem.png" on this site. Did you mean "/img/sten.png"?
`,
    fixed: `---
title: Mjöl
---
Se [stenen](/blogg/sten/).

![Sten](/img/stem.png)
`,
  },
  {
    name: 'a layout that does not exist',
    page: `---
title: Mjöl
layout: lading
        ^^^^^^ warning unknown-layout: No template is called "lading", so Hugo takes another one. Did you mean "landing"?
---
Mjöl.
`,
    fixed: `---
title: Mjöl
layout: landing
---
Mjöl.
`,
  },
  {
    name: 'an alias to the page itself',
    page: `---
title: Mjöl
aliases: [/blogg/mjol/]
          ^^^^^^^^^^^^ information self-alias: This is the page’s own address, so it needs no alias.
---
Mjöl.
`,
    fixed: `---
title: Mjöl
---
Mjöl.
`,
  },
  {
    name: 'two pages at one address',
    page: `---
title: Mjöl
url: /blogg/sten/
     ^^^^^^^^^^^^ warning shared-address: This page and "blogg/sten.md" have the same address, "/blogg/sten/": only one of them will be there. Give one of the two another "slug" or "url".
---
Mjöl.
`,
  },
];
