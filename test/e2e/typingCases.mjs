// What a writer types and what is then in the file, byte for byte; `█` is the cursor. `keys` are typed one by one, and `accept` is
// taken from the list of suggestions, which must have come up by itself. `bytes` is what then stands in place of the line with the
// cursor, whether the editor closes brackets and quotes by itself or not.

const body = (line) => `---\ntitle: One\n---\n\n${line}\n\nThe end.\n`;
const yaml = (line) => `---\ntitle: One\n${line}\n---\n\nText\n`;
const toml = (line) => `+++\ntitle = "One"\n${line}\n+++\n\nText\n`;

const openingTags = [
  {
    name: '{{< on an empty line',
    line: '█',
    keys: '{{<',
    accept: 'ingress',
    bytes: '{{< ingress >}}\n█\n{{< /ingress >}}',
  },
  {
    name: '{{<, a blank and a half name',
    line: '█',
    keys: '{{< ing',
    accept: 'ingress',
    bytes: '{{< ingress >}}\n█\n{{< /ingress >}}',
  },
  {
    name: '{{< before text',
    line: '█ and more',
    keys: '{{<ing',
    accept: 'ingress',
    bytes: '{{< ingress >}}█{{< /ingress >}} and more',
  },
  {
    name: 'a shortcode without inner content',
    line: '█',
    keys: '{{<dist',
    accept: 'distance',
    bytes: '{{< distance >}}█',
  },
  {
    name: 'a name with a hyphen',
    line: '█',
    keys: '{{< accordion-s',
    accept: 'accordion-script',
    bytes: '{{< accordion-script >}}█',
  },
  {
    name: 'a half name in a finished tag',
    line: '{{< dis█ >}}',
    keys: 't',
    accept: 'distance',
    bytes: '{{< distance >}}█',
  },
  {
    name: 'a half name before its closing tag',
    line: '{{< ing█ >}}Text{{< /ingress >}}',
    keys: 'r',
    accept: 'ingress',
    bytes: '{{< ingress >}}█Text{{< /ingress >}}',
  },
  {
    name: '{{% on an empty line',
    line: '█',
    keys: '{{% ing',
    accept: 'ingress',
    bytes: '{{% ingress %}}\n█\n{{% /ingress %}}',
  },
  {
    name: '{{% before text',
    line: '█ and more',
    keys: '{{% ing',
    accept: 'ingress',
    bytes: '{{% ingress %}}█{{% /ingress %}} and more',
  },
];

const closingTags = [
  {
    name: '{{</ after an open shortcode',
    line: '{{< ingress >}}Text█',
    keys: '{{</',
    accept: '/ingress',
    bytes: '{{< ingress >}}Text{{< /ingress >}}█',
  },
  {
    name: '{{</ before text',
    line: '{{< ingress >}}Text█ and more',
    keys: '{{</',
    accept: '/ingress',
    bytes: '{{< ingress >}}Text{{< /ingress >}}█ and more',
  },
  {
    name: '{{% / after an open shortcode',
    line: '{{% custom-card cardtitle="A" %}}Text█',
    keys: '{{% /',
    accept: '/custom-card',
    bytes: '{{% custom-card cardtitle="A" %}}Text{{% /custom-card %}}█',
  },
];

const yamlKeysAndValues = [
  { name: 'a key', line: '█', keys: 'dra', accept: 'draft', bytes: 'draft: █' },
  { name: 'a key before its value', line: '█: true', keys: 'dra', accept: 'draft', bytes: 'draft█: true' },
  {
    name: 'a key of the site',
    line: '█',
    keys: 'sidebarl',
    accept: 'sidebarlinkname',
    bytes: 'sidebarlinkname: █',
  },
  { name: 'a value', line: 'draft: █', keys: 'tr', accept: 'true', bytes: 'draft: true█' },
  {
    name: 'a value before a comment',
    line: 'draft: █ # yet',
    keys: 'fal',
    accept: 'false',
    bytes: 'draft: false█ # yet',
  },
  { name: 'a blank after the colon', line: 'draft:█', keys: ' ', accept: 'false', bytes: 'draft: false█' },
  { name: 'a quote', line: 'language: █', keys: '"', accept: 'En', bytes: 'language: "En"█' },
  {
    name: 'a quote in a list',
    line: 'tags: [█]',
    keys: '"',
    accept: 'Svenska',
    bytes: 'tags: ["Svenska"█]',
  },
  { name: 'Enter behind a colon', line: '█', keys: 'tags:\n', bytes: 'tags:\n█' },
  { name: 'Enter behind a finished value', line: '█', keys: 'draft: true\n', bytes: 'draft: true\n█' },
  {
    name: 'a value between quotes',
    line: 'language: "█"',
    keys: 'E',
    accept: 'En',
    bytes: 'language: "En"█',
  },
];

const tomlKeysAndValues = [
  { name: 'a key', line: '█', keys: 'dra', accept: 'draft', bytes: 'draft = █' },
  { name: 'a quote', line: 'language = █', keys: '"', accept: 'En', bytes: 'language = "En"█' },
];

const runningText = [
  { name: 'a quote', line: 'He said █', keys: '"', bytes: 'He said "█' },
  { name: 'a quote before text', line: 'He said █yes', keys: '"', bytes: 'He said "█yes' },
];

const groups = [
  ['opening tag', body, openingTags],
  ['closing tag', body, closingTags],
  ['YAML', yaml, yamlKeysAndValues],
  ['TOML', toml, tomlKeysAndValues],
  ['running text', body, runningText],
];

/** Every case with its whole page before (with the cursor) and after. */
export const typingCases = groups.flatMap(([group, page, cases]) =>
  cases.map(({ name, line, keys, accept, bytes }) => ({
    name: `${group}: ${name}`,
    before: page(line),
    keys,
    accept,
    after: page(bytes),
  })),
);
