import { describe, expect, test } from 'vitest';
import { mergeConfig } from '../../../server/src/core/config/mergeConfig.ts';
import { unknownHugo } from '../../../server/src/core/hugo/version.ts';
import { shortcodeKey, shortcodeTemplateOf } from '../../../server/src/core/site/shortcodeTemplates.ts';

const config = mergeConfig([{ path: 'hugo.toml', text: '[languages.en]\n[languages.sv]\n' }]);

describe('the shortcode that a template makes', () => {
  test.each([
    ['shortcodes/box.html', 'box .html'],
    ['_shortcodes/box.html', 'box .html'],
    ['shortcodes/blocks/lead.html', 'blocks/lead .html'],
    ['_shortcodes/deep/er/z.md', 'deep/er/z .md'],
    ['shortcodes/box.sv.html', 'box .html @sv'],
    ['shortcodes/box.amp.html', 'box .html as amp'],
    ['shortcodes/box.sv.amp.html', 'box .html @sv as amp'],
    ['shortcodes/dotted.name.html', 'dotted .html as name'],
    ['shortcodes/bare', 'bare .'],
    ['shortcodes/x', 'x .'],
    ['docs/_shortcodes/box.html', 'box .html below docs'],
    ['docs/api/_shortcodes/ui/box.html', 'ui/box .html below docs/api'],
    ['docs/shortcodes/box.html', undefined],
    ['partials/shortcodes/box.html', undefined],
    ['shortcodes', undefined],
    ['shortcodes/.box.html', undefined],
    ['shortcodes/box.html~', undefined],
    ['_default/single.html', undefined],
  ])('%s', (path, expected) => {
    const found = shortcodeTemplateOf(path, config);
    const language = found?.language === undefined ? '' : ` @${found.language}`;
    const format = found?.format === undefined ? '' : ` as ${found.format}`;
    const below = found?.below === '' || found === undefined ? '' : ` below ${found.below}`;
    expect(found && `${found.name} .${found.extension}${language}${format}${below}`).toBe(expected);
  });
});

describe('the case of a shortcode name', () => {
  test.each([
    ['0.111.3', '0.111.3', 'Box'],
    ['0.145.0', '0.145.0', 'Box'],
    ['0.146.0', '0.146.0', 'box'],
    ['0.111.3', '0.147.6', 'box'],
    [undefined, undefined, 'box'],
  ])('Hugo %s to %s: %s', (min, max, key) => {
    expect(shortcodeKey('Box', { ...unknownHugo, min, max })).toBe(key);
  });
});
