// What a writer types and what is then in the file, byte for byte; `█` is the cursor. `keys` are typed one by one, `accept` is taken
// from the list that must have come up by itself. `bytes` is what stands in place of the line with the cursor, in both modes of
// auto-closing, unless `always` or `never` says that the modes differ.

const page = (line) => `---\ntitle: One\n---\n\n${line}\n\nThe end.\n`;
const yaml = (line) => `---\ntitle: One\n${line}\n---\n\nText\n`;
const toml = (line) => `+++\ntitle = "One"\n${line}\n+++\n\nText\n`;

export const typingCases = [
  // Opening tags: VS Code makes {{<>}} of a typed {{< when it closes brackets.
  {
    name: '{{< on an empty line',
    frame: page,
    line: '█',
    keys: '{{<',
    accept: 'ingress',
    bytes: '{{< ingress >}}█{{< /ingress >}}',
  },
  {
    name: '{{< and a blank and a prefix',
    frame: page,
    line: '█',
    keys: '{{< ing',
    accept: 'ingress',
    bytes: '{{< ingress >}}█{{< /ingress >}}',
  },
  {
    name: '{{< before text',
    frame: page,
    line: '█ and more',
    keys: '{{<ing',
    accept: 'ingress',
    bytes: '{{< ingress >}}█{{< /ingress >}} and more',
  },
  {
    name: '{{< without inner content',
    frame: page,
    line: '█',
    keys: '{{<dist',
    accept: 'distance',
    bytes: '{{< distance >}}█',
  },
  {
    name: 'a name with a hyphen',
    frame: page,
    line: '█',
    keys: '{{< accordion-s',
    accept: 'accordion-script',
    bytes: '{{< accordion-script >}}█',
  },
  {
    name: 'a name in a tag that is closed already',
    frame: page,
    line: '{{< dis█ >}}',
    keys: 't',
    accept: 'distance',
    bytes: '{{< distance █>}}',
  },
  {
    name: 'a name before its closing tag',
    frame: page,
    line: '{{< ing█ >}}Text{{< /ingress >}}',
    keys: 'r',
    accept: 'ingress',
    bytes: '{{< ingress █>}}Text{{< /ingress >}}',
  },
  {
    name: '{{% on an empty line',
    frame: page,
    line: '█',
    keys: '{{%',
    accept: 'custom-card',
    bytes: '{{% custom-card █%}}{{% /custom-card %}}',
  },

  // Closing tags.
  {
    name: '{{</ after an open shortcode',
    frame: page,
    line: '{{< ingress >}}Text█',
    keys: '{{</',
    accept: '/ingress',
    bytes: '{{< ingress >}}Text{{< /ingress >}}█',
  },
  {
    name: '{{</ before text',
    frame: page,
    line: '{{< ingress >}}Text█ and more',
    keys: '{{</',
    accept: '/ingress',
    bytes: '{{< ingress >}}Text{{< /ingress >}}█ and more',
  },
  {
    name: '{{%/ after an open shortcode',
    frame: page,
    line: '{{% custom-card cardtitle="A" %}}Text█',
    keys: '{{% /',
    accept: '/custom-card',
    bytes: '{{% custom-card cardtitle="A" %}}Text{{% /custom-card %}}█',
  },

  // Keys.
  { name: 'a key in YAML', frame: yaml, line: '█', keys: 'dra', accept: 'draft', bytes: 'draft: █' },
  {
    name: 'a key in YAML before its value',
    frame: yaml,
    line: '█: true',
    keys: 'dra',
    accept: 'draft',
    bytes: 'draft: █true',
  },
  {
    name: 'a key of the site',
    frame: yaml,
    line: '█',
    keys: 'sidebarl',
    accept: 'sidebarlinkname',
    bytes: 'sidebarlinkname: █',
  },
  { name: 'a key in TOML', frame: toml, line: '█', keys: 'dra', accept: 'draft', bytes: 'draft = █' },

  // Values.
  {
    name: 'a value in YAML',
    frame: yaml,
    line: 'draft: █',
    keys: 'tr',
    accept: 'true',
    bytes: 'draft: true█',
  },
  {
    name: 'a value after the colon, without a key more',
    frame: yaml,
    line: 'draft:█',
    keys: ' ',
    accept: 'false',
    bytes: 'draft: false█',
  },
  {
    name: 'a quoted value',
    frame: yaml,
    line: 'language: █',
    keys: '"',
    accept: 'Svenska',
    bytes: 'language: "Svenska"█',
  },
  {
    name: 'a value between quotes',
    frame: yaml,
    line: 'language: "█"',
    keys: 'Sv',
    accept: 'Svenska',
    bytes: 'language: "Svenska█"',
  },
  {
    name: 'a quoted value in TOML',
    frame: toml,
    line: 'language = █',
    keys: '"',
    accept: 'Svenska',
    bytes: 'language = "Svenska"█',
  },

  // Running text: nothing comes up, and the keys are what is written.
  {
    name: 'a quote in running text',
    frame: page,
    line: 'He said █',
    keys: '"',
    always: 'He said "█"',
    never: 'He said "█',
  },
];
