import type { EmbeddedArgument, EmbeddedShortcode } from './embeddedShortcode.ts';
import { changedIn } from './versions.ts';

export type { EmbeddedArgument, EmbeddedShortcode } from './embeddedShortcode.ts';

/** Shortcodes that Hugo keeps for its embedded templates: a page can call them, nobody means to. */
export const internalShortcodes: ReadonlySet<string> = new Set(['1__h_simple_assets']);

const page = (name: string): string => `https://gohugo.io/shortcodes/${name}/`;

const videoClass = 'Class of the element around the video; the default style is left out.';
const fullScreen: EmbeddedArgument = {
  name: 'allowFullScreen',
  type: 'bool',
  documentation: 'Whether the video may fill the screen. Default: true.',
};
const loading: EmbeddedArgument = {
  name: 'loading',
  type: 'string',
  values: ['eager', 'lazy'],
  documentation: 'When the browser loads it: at once, or when it comes into view.',
};

const refArguments: readonly EmbeddedArgument[] = [
  {
    name: 'path',
    position: 0,
    required: true,
    type: 'string',
    leadsTo: ['page'],
    documentation:
      'The page: a path from the content directory or from this page, or a unique file name. A `#fragment` may follow.',
  },
  {
    name: 'outputFormat',
    position: 1,
    type: 'string',
    documentation: 'The output format to link to. Default: the same as this page.',
  },
  { name: 'lang', type: 'string', documentation: 'The language to link to. Default: the same as this page.' },
];

const postArguments: readonly EmbeddedArgument[] = [
  { name: 'user', required: true, type: 'string', documentation: 'The name of the account.' },
  {
    name: 'id',
    required: true,
    type: 'string',
    documentation: 'The number at the end of the address of the post.',
  },
];

const formerPost = {
  deprecated: '0.141.0',
  removed: '0.156.0',
  takesInner: false,
  args: postArguments,
  documentation: 'A post on X, formerly Twitter.',
  link: page('x'),
  network: true,
} as const;

const vimeoId: EmbeddedArgument = {
  name: 'id',
  position: 0,
  type: 'string',
  documentation: 'The number in the address of the video.',
};

/**
 * Read in the templates under `tpl/tplimpl/embedded/templates` of the tags 0.111.3 to 0.165.0, and run on 0.111.3 and
 * 0.147.6. Hugo ignores arguments that a shortcode does not read.
 */
export const embeddedShortcodes: readonly EmbeddedShortcode[] = [
  {
    name: 'comment',
    since: '0.137.1',
    deprecated: '0.143.0',
    takesInner: true,
    isInline: true,
    args: [],
    documentation: 'Leaves its content out of the page.',
    link: 'https://gohugo.io/content-management/comments/',
    note: 'Write an HTML comment.',
  },
  {
    name: 'details',
    since: '0.140.0',
    takesInner: true,
    args: [
      { name: 'summary', type: 'string', documentation: 'The line that is always shown. Default: Details.' },
      { name: 'open', type: 'bool', documentation: 'Whether it starts unfolded. Default: false.' },
      { name: 'class', type: 'string', documentation: 'Class of the element.' },
      {
        name: 'name',
        type: 'string',
        documentation: 'Of several elements with one name only one is unfolded at a time.',
      },
      { name: 'title', type: 'string', documentation: 'Tooltip of the element.' },
    ],
    documentation: 'A block that the reader folds and unfolds.',
    link: page('details'),
  },
  {
    name: 'figure',
    takesInner: false,
    args: [
      {
        name: 'src',
        type: 'string',
        leadsTo: ['resource', 'path'],
        isPicture: true,
        documentation: 'The image: a page resource, a global resource (both from Hugo 0.124), or a URL.',
      },
      {
        name: 'alt',
        type: 'string',
        documentation: 'What the image shows, for those who cannot see it. Default: the caption.',
      },
      { name: 'caption', type: 'string', documentation: 'Text below the image; Markdown works.' },
      { name: 'title', type: 'string', documentation: 'Heading above the caption.' },
      { name: 'class', type: 'string', documentation: 'Class of the figure element.' },
      { name: 'link', type: 'string', leadsTo: ['url'], documentation: 'Where a click on the image leads.' },
      { name: 'target', type: 'string', documentation: 'Where the link opens, such as `_blank`.' },
      { name: 'rel', type: 'string', documentation: 'Relation of the link, such as `noopener`.' },
      { name: 'attr', type: 'string', documentation: 'Who made the image; Markdown works.' },
      {
        name: 'attrlink',
        type: 'string',
        leadsTo: ['url'],
        documentation: 'Where a click on the attribution leads.',
      },
      { name: 'width', type: 'string', documentation: 'Width of the image in pixels.' },
      { name: 'height', type: 'string', documentation: 'Height of the image in pixels.' },
      { ...loading, since: '0.112.0' },
    ],
    documentation: 'An image with a caption.',
    link: page('figure'),
    note: 'Reads named arguments only.',
  },
  {
    name: 'gist',
    deprecated: '0.143.0',
    removed: '0.156.0',
    takesInner: false,
    args: [
      { position: 0, required: true, type: 'string', documentation: 'The name of the account.' },
      { position: 1, required: true, type: 'string', documentation: 'The ID of the gist.' },
      { position: 2, type: 'string', documentation: 'One file of the gist. Default: all.' },
    ],
    documentation: 'A GitHub gist.',
    link: page('gist'),
  },
  {
    name: 'highlight',
    takesInner: true,
    args: [
      {
        position: 0,
        required: true,
        requiredUntil: '0.153.0',
        type: 'string',
        documentation: 'The language of the code, such as `go` or `html`.',
      },
      {
        position: 1,
        type: 'string',
        optionsSince: changedIn.highlightErrors,
        documentation: 'Options in one string, such as `linenos=table,hl_lines=8 15-17,linenostart=199`.',
      },
    ],
    documentation: 'Code with colored syntax.',
    link: page('highlight'),
  },
  {
    name: 'instagram',
    takesInner: false,
    args: [
      { position: 0, required: true, type: 'string', documentation: 'The ID in the address of the post.' },
    ],
    documentation: 'An Instagram post.',
    link: page('instagram'),
    network: { until: '0.123.0' },
    note: 'Before Hugo 0.123 it needs an access token in the site configuration.',
  },
  {
    name: 'instagram_simple',
    removed: '0.123.0',
    instead: 'instagram',
    takesInner: false,
    args: [
      { position: 0, required: true, type: 'string', documentation: 'The ID in the address of the post.' },
    ],
    documentation: 'An Instagram post without scripts.',
    link: page('instagram'),
    network: true,
  },
  {
    name: 'param',
    takesInner: false,
    isInline: true,
    args: [
      {
        position: 0,
        required: true,
        type: 'string',
        documentation:
          'A key of the front matter or, failing that, of the site parameters; dots lead into maps.',
      },
    ],
    documentation: 'Prints a parameter. A missing or empty one fails the build.',
    link: page('param'),
  },
  {
    name: 'qr',
    since: '0.141.0',
    takesInner: true,
    isInline: true,
    args: [
      {
        name: 'text',
        orInner: true,
        type: 'string',
        documentation:
          'What the code says. Default: the content between the tags; one of both must be there.',
      },
      {
        name: 'level',
        type: 'string',
        values: ['low', 'medium', 'quartile', 'high'],
        isClosed: true,
        documentation: 'How much damage the code survives. Default: medium.',
      },
      { name: 'scale', type: 'int', least: 2, documentation: 'Pixels per dot, 2 or more. Default: 4.' },
      { name: 'targetDir', type: 'string', documentation: 'Folder of the published site for the image.' },
      { name: 'alt', type: 'string', documentation: 'Text for those who cannot see the image.' },
      { name: 'class', type: 'string', documentation: 'Class of the image.' },
      { name: 'id', type: 'string', documentation: 'ID of the image.' },
      { ...loading, since: '0.142.0' },
      { name: 'title', type: 'string', documentation: 'Tooltip of the image.' },
    ],
    documentation: 'A QR code.',
    link: page('qr'),
    note: 'Close it with `/>}}` when the text is an argument.',
  },
  {
    name: 'ref',
    takesInner: false,
    isInline: true,
    args: refArguments,
    documentation: 'The full URL of a page. A page that does not exist fails the build.',
    link: page('ref'),
  },
  {
    name: 'relref',
    takesInner: false,
    isInline: true,
    args: refArguments,
    documentation: 'The URL of a page without the host. A page that does not exist fails the build.',
    link: page('relref'),
  },
  { ...formerPost, name: 'tweet', instead: 'x' },
  { ...formerPost, name: 'twitter', instead: 'x' },
  { ...formerPost, name: 'twitter_simple', instead: 'x_simple' },
  {
    name: 'vimeo',
    takesInner: false,
    args: [
      { ...vimeoId, required: '0.146.0' },
      { name: 'class', position: 1, positionUntil: '0.147.0', type: 'string', documentation: videoClass },
      {
        name: 'title',
        position: 2,
        positionUntil: '0.147.0',
        type: 'string',
        documentation: 'Title of the video for screen readers.',
      },
      { ...fullScreen, since: '0.146.0' },
      { ...loading, since: '0.146.0' },
    ],
    documentation: 'A Vimeo video.',
    link: page('vimeo'),
  },
  {
    name: 'vimeo_simple',
    takesInner: false,
    args: [
      { ...vimeoId, required: '0.123.0' },
      { name: 'class', position: 1, type: 'string', documentation: videoClass },
    ],
    documentation: 'A picture of a Vimeo video that links to it, without scripts.',
    link: page('vimeo'),
    network: true,
  },
  {
    name: 'x',
    since: '0.141.0',
    takesInner: false,
    args: postArguments,
    documentation: 'A post on X.',
    link: page('x'),
    network: true,
  },
  {
    name: 'x_simple',
    since: '0.141.0',
    takesInner: false,
    args: postArguments,
    documentation: 'A post on X without scripts.',
    link: page('x'),
    network: true,
  },
  {
    name: 'youtube',
    takesInner: false,
    args: [
      {
        name: 'id',
        position: 0,
        required: '0.125.0',
        type: 'string',
        documentation: 'The eleven characters behind `v=` in the address of the video.',
      },
      { name: 'title', type: 'string', documentation: 'Title of the video for screen readers.' },
      { name: 'class', position: 1, positionUntil: '0.125.0', type: 'string', documentation: videoClass },
      {
        name: 'autoplay',
        type: 'bool',
        documentation: 'Whether it plays by itself, without sound. Default: false.',
      },
      { name: 'start', type: 'int', since: '0.125.0', documentation: 'The second at which it starts.' },
      { name: 'end', type: 'int', since: '0.125.0', documentation: 'The second at which it ends.' },
      {
        name: 'loop',
        type: 'bool',
        since: '0.125.0',
        documentation: 'Whether it starts again at its end. Default: false.',
      },
      {
        name: 'mute',
        type: 'bool',
        since: '0.125.0',
        documentation: 'Whether it starts without sound. Default: false.',
      },
      {
        name: 'controls',
        type: 'bool',
        since: '0.125.0',
        documentation: 'Whether the player shows its controls. Default: true.',
      },
      { ...fullScreen, since: '0.125.0' },
      { ...loading, since: '0.125.0' },
    ],
    documentation: 'A YouTube video.',
    link: page('youtube'),
  },
];

const byName: ReadonlyMap<string, EmbeddedShortcode> = new Map(
  embeddedShortcodes.map((row) => [row.name, row]),
);

/** The embedded shortcode of exactly this name, whatever the release. */
export function embeddedShortcode(name: string): EmbeddedShortcode | undefined {
  return byName.get(name);
}
