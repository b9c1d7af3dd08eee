// What Hugo makes of words: titles, names for people, addresses.

/** `titleCaseStyle` of the configuration. */
export type TitleStyle = 'ap' | 'chicago' | 'go' | 'firstupper' | 'none';

const smallWords = new Set(
  'a an and as at but by en for if in nor of on or per the to vs vs. via v v.'.split(' '),
);
const prepositions = new Set(
  'with from into during including until against among throughout despite towards upon concerning about over through before between after since without under within along following across behind beyond plus except but up out around down off above near'.split(
    ' ',
  ),
);

/** Which words stay small where they are neither first nor last (github.com/jdkato/prose/transform). */
const staysSmall: Readonly<Record<TitleStyle, (word: string) => boolean>> = {
  ap: (word) => smallWords.has(word),
  chicago: (word) => smallWords.has(word) || prepositions.has(word),
  go: () => false,
  firstupper: () => false,
  none: () => false,
};

/** `title`. */
export function titled(text: string, style: TitleStyle): string {
  if (style === 'none') {
    return text;
  }
  return style === 'firstupper'
    ? firstUpper(text)
    : text.replace(/[\p{N}\p{L}][^\s\-/]*/gu, (word: string, at: number) => {
        const before = text.charAt(at - 1);
        const isBounding = at === 0 || at + word.length === text.length;
        const isSmall =
          !isBounding &&
          staysSmall[style](word.toLowerCase()) &&
          /[ \-/]/.test(before) &&
          !/[:-]/.test(text.charAt(at - 2)) &&
          (text.charAt(at + word.length) !== '-' || before === '-');
        return isSmall ? word.toLowerCase() : firstUpper(word);
      });
}

export function firstUpper(text: string): string {
  const [first = ''] = text;
  return first.toUpperCase() + text.slice(first.length);
}

/** Words that `humanize` writes in capitals (github.com/gobuffalo/flect). */
const acronyms = new Set(
  'ACK ACL ADSL AES ANSI API ARP ATM BGP BSS CCITT CHAP CIDR CIR CLI CMOS CPE CPU CRC CRT CSMA DCE DEC DES DHCP DMI DNS DRAM DSL DSLAM DTE EHA EIA EIGRP EOF ESS FCC FCS FDDI FTP GBIC GEPOF HDLC HTML HTTP HTTPS IANA ICMP ID IDF IDS IEEE IETF IMAP IP IPS ISDN ISP JSON JWT LACP LAN LAPB LAPF LLC MAC MC MDF MIB MPLS MTU NAC NAT NBMA NIC NRZ NRZI NVRAM OK OSI OSPF OUI PAP PAT PC PCM PDU PIM POP3 POTS PPP PPTP PTT PVST RAM RARP RCP RFC RIP RLL ROM RSTP RTP SDLC SFD SFP SLARP SLIP SMTP SNA SNAP SNMP SOF SQL SRAM SSH SSID STP SYN TDM TFTP TIA TOFU UDP URI URL USB UTF8 UTP UUID VC VLAN VLSM VPN W3C WAN WEP WPA WWW'.split(
    ' ',
  ),
);

/** `humanize`: words with blanks between, the first with a capital; of a number its ordinal. */
export function humanized(text: string): string {
  if (/^[+-]?\d+$/.test(text)) {
    return ordinal(text);
  }
  const words = text
    .replace(/(?<!\p{Lu})(?=\p{Lu})/gu, ' ')
    .toLowerCase()
    .split(/[\s_:\-/]+/)
    .filter((word) => word !== '')
    .map((word) => (acronyms.has(word.toUpperCase()) ? word.toUpperCase() : word));
  const [first = '', ...rest] = words;
  return [firstUpper(first), ...rest].join(' ');
}

function ordinal(number: string): string {
  const last = Math.abs(Number(number.slice(-2)));
  const isTeen = last > 10 && last < 14;
  return number + (isTeen ? 'th' : (['th', 'st', 'nd', 'rd'][last % 10] ?? 'th'));
}

export interface PathStyle {
  /** `disablePathToLower`. */
  readonly keepsCase: boolean;
  /** `removePathAccents`. */
  readonly removesAccents: boolean;
}

/** `urlize` (Hugo: helpers/path.go, `Sanitize`, and what escapes it). */
export function urlizedText(text: string, { keepsCase, removesAccents }: PathStyle): string {
  const clean = (removesAccents ? text.normalize('NFD').replace(/\p{Mn}/gu, '') : text).normalize('NFC');
  const path = clean
    .replace(/[^\p{L}\p{N}\p{M}\s./\\_#+~@-]/gu, '')
    .trim()
    .replace(/\s*-\s+|\s+-/g, '-')
    .replace(/\s+/g, '-');
  return (keepsCase ? path : path.toLowerCase()).replace(/[^\w.~+/#@\\-]+/gu, encodeURIComponent);
}

/** `anchorize`, as headings get their ids in the style of GitHub. */
export function anchorized(text: string): string {
  return text
    .trim()
    .toLowerCase()
    .replace(/[^\p{L}\p{N}\s_-]/gu, '')
    .replace(/\s/g, '-');
}
