/** What an address with a scheme that is missing or mistyped was meant to be; `undefined` for any other address. */
export function correctedScheme(address: string): string | undefined {
  for (const [pattern, to] of mistakes) {
    const match = pattern.exec(address);
    if (match !== null) {
      return to + address.slice(match[0].length);
    }
  }
  return undefined;
}

/** What an address begins with, and what has to stand there; what only has to follow is looked ahead for. */
const mistakes: readonly (readonly [pattern: RegExp, to: string])[] = [
  [/^https?:\/\/(?=https?:\/\/)/i, ''],
  [/^https?:\/\/https?(?=\/\/)/i, 'https:'],
  [/^https?(?:\/\/|:\/(?!\/)|[;.]\/\/|:\/{3,})/i, 'https://'],
  [/^(?!https?:)[ht][htps]{2,6}:\/\//i, 'https://'],
  [/^(?=www\.[a-z\d-]+\.[a-z])/i, 'https://'],
  [/^(?=[\w.+-]{1,64}@[a-z\d-]+(?:\.[a-z\d-]+)*\.[a-z]{2,12}$)/i, 'mailto:'],
  [
    /^(?=(?:[a-z\d-]+\.){1,4}(?:com|org|net|se|no|dk|fi|eu|io|dev|info|edu|gov|nu|de|uk)(?:\/\S*)?$)/i,
    'https://',
  ],
];
