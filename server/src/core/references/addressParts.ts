import { range, type TextRange } from '../text/range.ts';
import { decoded } from '../text/path.ts';

/** The parts of an address as it is written, UTF-16 and half-open in the text of the file. */
export interface AddressParts {
  /** Before query and fragment; of an address with a host that as well. */
  readonly path: TextRange;
  /** Behind the `#`, with percent-encoding resolved in `value`. Absent where there is no `#`. */
  readonly fragment: { readonly range: TextRange; readonly value: string } | undefined;
}

/** The parts of the address that stands at `where` of `text`. The `#` of an entity of Markdown (`&#38;`) is none. */
export function addressParts(text: string, where: TextRange): AddressParts {
  const written = text.slice(where.start, where.end);
  const hash = written.search(/(?<!&)#/);
  const path = written.search(/\?|(?<!&)#/);
  return {
    path: range(where.start, path < 0 ? where.end : where.start + path),
    fragment:
      hash < 0
        ? undefined
        : { range: range(where.start + hash + 1, where.end), value: decoded(written.slice(hash + 1)) },
  };
}
