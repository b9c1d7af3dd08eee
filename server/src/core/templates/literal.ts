const escape = /\\(?:([abfnrtv\\"])|([0-7]{3})|x([\da-fA-F]{2})|u([\da-fA-F]{4})|U([\da-fA-F]{8}))?/g;
const named: Readonly<Record<string, string>> = {
  a: '\u0007',
  b: '\b',
  f: '\f',
  n: '\n',
  r: '\r',
  t: '\t',
  v: '\v',
  '\\': '\\',
  '"': '"',
};

/** The text of a quoted Go string with its quotes (strconv.Unquote); of one that Go refuses the text that is meant, and `isValid` false. */
export function unquote(source: string): { text: string; isValid: boolean } {
  let isValid = true;
  const text = source
    .slice(1, -1)
    .replace(
      escape,
      (whole: string, name?: string, octal?: string, ...hex: (string | undefined)[]): string => {
        const digits = hex.slice(0, 3).find((each) => each !== undefined);
        const code =
          octal === undefined
            ? digits === undefined
              ? undefined
              : parseInt(digits, 16)
            : parseInt(octal, 8);
        if (name !== undefined) {
          return named[name] ?? '';
        }
        if (code !== undefined && code <= 0x10ffff) {
          return String.fromCodePoint(code);
        }
        isValid = false;
        return whole;
      },
    );
  return { text, isValid };
}

const character =
  /^'(?:[^'\\\n]|\\(?:[abfnrtv\\']|[0-7]{3}|x[\da-fA-F]{2}|u[\da-fA-F]{4}|U[\da-fA-F]{8}))'$/u;

/** Whether Go takes `source`, quotes included, for one character. */
export function isCharacter(source: string): boolean {
  return character.test(source);
}

const integer = /^[+-]?(?:0[xX](?:_?[\da-fA-F])+|0[bB](?:_?[01])+|0[oO]?(?:_?[0-7])+|[1-9](?:_?\d)*|0)i?$/;
const float = /^[+-]?(?:\d+(?:\.\d*)?|\.\d+)(?:[eE][+-]?\d+)?i?$/;
const hexFloat = /^[+-]?0[xX][\da-fA-F_]+(?:\.[\da-fA-F_]*)?[pP][+-]?\d+i?$/;
const octalLike = /^[+-]?0\d+$/;
const longest = 200;

/** Whether Go takes `source` for a number: an integer, a float, or one of these with an imaginary part. Very long ones are believed. */
export function isNumber(source: string): boolean {
  const complex = /^(.*\d)([+-][^+-]*i)$/.exec(source.slice(0, longest));
  const [, real = source, imaginary = '0'] = complex ?? [];
  return source.length > longest || [real, imaginary].every(isPlainNumber);
}

function isPlainNumber(source: string): boolean {
  return integer.test(source) || hexFloat.test(source) || (float.test(source) && !octalLike.test(source));
}
