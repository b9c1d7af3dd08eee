import { describe, expect, test } from 'vitest';
import { callEnd, callStart } from '../../../server/src/engine/page/callNodes.ts';
import { callOnly } from '../../../server/src/engine/page/callOnly.ts';

const page = (html: string): string =>
  '<html><head><title>T</title><style>p { color: red }</style></head>' +
  `<body class="dark"><nav>Menu</nav><main id="m"><h1>Title</h1><article><p>${callStart}</p>\n${html}\n<p>${callEnd}</p>` +
  '</article><aside>More</aside></main><footer>F</footer></body></html>';

describe('of a page that was made for one call stay', () => {
  test.each([
    [
      'the call, in what it stands in',
      '<figure><img src="/a.png"></figure>',
      '<figure data-call=""><img src="/a.png"></figure>',
    ],
    ['several elements', '<p>One</p><p>Two</p>', '<p data-call="">One</p><p data-call="">Two</p>'],
  ])('%s', (_, html, expected) => {
    const only = callOnly(page(html)) ?? '';
    expect(only.replaceAll('\n', '')).toBe(
      '<html><head><title>T</title><style>p { color: red }</style></head>' +
        `<body class="dark"><main id="m"><article>${expected}</article></main></body></html>`,
    );
  });

  test.each([
    ['a call that gives nothing', page('')],
    ['a call that gives a script alone', page('<script>1</script>')],
    ['a page whose layout leaves the text out', '<html><head></head><body><p>Menu</p></body></html>'],
    ['no page', ''],
  ])('nothing: %s', (_, html) => {
    expect(callOnly(html)).toBeUndefined();
  });
});
