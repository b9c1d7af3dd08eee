// What a writer gets wrong, what is then underlined and said, and what is in the file after the fix, byte for byte. `█` is the cursor,
// `keys` are typed there one by one; `fix` is the title of what Ctrl+. then offers at the mark.

const body = (line) => `---\ntitle: One\n---\n\n${line}\n\nThe end.\n`;
const yaml = (line) => `---\ntitle: One\n${line}\n---\n\nText\n`;

const cases = [
  {
    name: 'a shortcode that does not exist',
    page: body,
    line: '█',
    keys: '{{< distanse >}}',
    marked: 'distanse',
    says: /no shortcode "distanse".*Did you mean "distance"/,
    fix: 'Change it to "distance"',
    mended: '{{< distance >}}',
  },
  {
    name: 'a shortcode that is never closed',
    page: body,
    line: '█\nText',
    keys: '{{< ingress >}}',
    marked: '{{< ingress >}}',
    says: /never closed/,
    fix: 'Add {{< /ingress >}} after the paragraph',
    mended: '{{< ingress >}}\nText\n{{< /ingress >}}',
  },
  {
    name: 'all of one kind at once',
    page: body,
    line: '{{< effekt unit=“W” >}} {{< effekt unit=“W” >}} {{< effekt unit=█ >}}',
    keys: '“W”',
    marked: '“W”',
    says: /quotation marks for part of the value/,
    fix: 'Fix all of this kind on this page (3)',
    mended: '{{< effekt unit="W" >}} {{< effekt unit="W" >}} {{< effekt unit="W" >}}',
  },
  {
    name: 'a link to no page',
    page: body,
    line: '[Kontakt](█)',
    keys: '/kontaktt/',
    marked: '/kontaktt/',
    says: /No page.*Did you mean "\/kontakt\/"/,
    fix: 'Change it to "/kontakt/"',
    mended: '[Kontakt](/kontakt/)',
  },
  {
    name: 'a picture that is not there',
    page: body,
    line: '![](█)',
    keys: '/img/card/turbinn.svg',
    marked: '/img/card/turbinn.svg',
    says: /no file.*Did you mean "\/img\/card\/turbin\.svg"/,
    fix: 'Change it to "/img/card/turbin.svg"',
    mended: '![](/img/card/turbin.svg)',
  },
  {
    name: 'a value that names no file',
    page: yaml,
    line: 'card: █',
    keys: 'turbinn.svg',
    marked: 'turbinn.svg',
    says: /Did you mean "turbin\.svg"/,
    fix: 'Change it to "turbin.svg"',
    mended: 'card: turbin.svg',
  },
  {
    name: 'a key that is misspelt',
    page: yaml,
    line: '█',
    keys: 'sidebarlinknam: Mer',
    marked: 'sidebarlinknam',
    says: /Did you mean "sidebarlinkname"/,
    fix: 'Change it to "sidebarlinkname"',
    mended: 'sidebarlinkname: Mer',
  },
  {
    name: 'a colon in a title',
    page: yaml,
    line: 'intro: █',
    keys: 'Kvarnen: en historia',
    marked: ':',
    says: /Put the value in quotes/,
    fix: 'Put the value in quotes',
    mended: 'intro: "Kvarnen: en historia"',
  },
  {
    name: 'a finding that is put aside',
    page: yaml,
    line: '█',
    keys: 'weight: high',
    marked: 'high',
    says: /whole number/,
    fix: 'Ignore "dropped-value" in this line',
    mended: '# hugo-scribe-ignore dropped-value\nweight: high',
  },
];

/** Every case with its whole page before (with the cursor) and after. */
export const mendingCases = cases.map(({ page, line, mended, ...rest }) => ({
  ...rest,
  before: page(line),
  after: page(mended),
}));

/** What has one right answer, before and after it is saved with `source.fixAll`; the keys are typed first. */
export const mendedOnSave = {
  before: '---\ntitle: One\ndraft: █\ntags: kvarn, vatten\n---\n\n{{< effekt unit=“W” >}}\n',
  keys: '"true"',
  marked: '"true"',
  after: '---\ntitle: One\ndraft: true\ntags: [kvarn, vatten]\n---\n\n{{< effekt unit="W" >}}\n',
};
