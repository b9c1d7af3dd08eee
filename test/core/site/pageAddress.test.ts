import { describe, expect, it } from 'vitest';
import { findPageAt, pageAddress } from '../../../server/src/core/site/pageAddress.ts';
import { siteOf } from '../../support/site.ts';

const site = siteOf(`
-- hugo.toml --
defaultContentLanguage = 'sv'
[languages.sv]
[languages.en]
-- content/_index.md --
-- content/om-oss.md --
-- content/om-oss.en.md --
-- content/Blogg/Mitt Första Inlägg.md --
-- content/blogg/_index.md --
-- content/blogg/kort.md --
---
slug: ett-annat-namn
---
-- content/blogg/bunt/index.md --
-- content/blogg/bunt/index.en.md --
-- content/egen.md --
---
url: /helt/egen/
---
-- content/api-0.4-0.5.md --
-- content/version.md --
---
slug: v1.5
---
-- content/fil.md --
---
url: /data/alla.json
---
-- content/punkt.md --
---
url: /v2.a-b
---
-- content/mapp.md --
---
url: /v3.0/
---
`);

const rows: readonly [path: string, address: string][] = [
  ['_index.md', '/'],
  ['om-oss.md', '/om-oss/'],
  ['om-oss.en.md', '/en/om-oss/'],
  ['Blogg/Mitt Första Inlägg.md', '/blogg/mitt-första-inlägg/'],
  ['blogg/_index.md', '/blogg/'],
  ['blogg/kort.md', '/blogg/ett-annat-namn/'],
  ['blogg/bunt/index.md', '/blogg/bunt/'],
  ['blogg/bunt/index.en.md', '/en/blogg/bunt/'],
  ['egen.md', '/helt/egen/'],
  ['api-0.4-0.5.md', '/api-0.4-0.5/'],
  ['version.md', '/v1.5/'],
  ['fil.md', '/data/alla.json'],
  ['punkt.md', '/v2.a-b'],
  ['mapp.md', '/v3.0/'],
];

describe('the address of a page', () => {
  it.each(rows)('%s is %s, and the other way round', (path, address) => {
    const page = [...site.pages()].find((one) => one.path === path);
    expect(page && pageAddress(page, site.config)).toBe(address);
    expect(findPageAt(site, address)?.path).toBe(path);
  });

  it.each([
    ['/en/bunt/', undefined],
    ['/nyheter/kort/', undefined],
    ['/permalinks/om-oss/', undefined],
    ['/2024/05/egen/', 'egen.md'],
    ['/blogg/index.html', 'blogg/_index.md'],
  ])('%s leads to %s', (address, path) => {
    expect(findPageAt(site, address)?.path).toBe(path);
  });
});
