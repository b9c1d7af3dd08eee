import { unknownHugo } from '../../server/src/core/hugo/version.ts';
import { PageDocument } from '../../server/src/core/site/pageDocument.ts';
import { parseShortcodes } from '../../server/src/core/shortcodes/tree.ts';
import { fitExponent, limited, measure, show, showTiming, told, type Row, type Timing } from './measure.ts';
import { post } from './synthetic.ts';

const takesInner = (name: string): boolean => name !== 'distance' && name !== 'inline';

/** Everything an open document is parsed into, from scratch. */
function parseAll(text: string): number {
  const page = new PageDocument('file:///bench.md', text, unknownHugo);
  const tree = parseShortcodes(page.shortcodes, takesInner);
  return (
    tree.calls.length + (page.frontMatter?.root.entries.length ?? 0) + (page.outline?.entries.length ?? 0)
  );
}

/** Each run parses another text of the same size, so that nothing is kept from the run before. */
function time(size: number, runs: number): Timing {
  const texts = Array.from({ length: runs + 2 }, (_, seed) => post(size, seed + 1));
  return measure((run) => {
    parseAll(texts[run + 2] ?? '');
  }, runs);
}

export function parsing(): Row[] {
  for (let round = 0; round < 30; round++) {
    parseAll(post(20_000, round));
  }
  const sizes = [62_500, 125_000, 250_000, 500_000, 1_000_000];
  const points = sizes.map((size) => ({ size, time: time(size, 5).median }));
  const post20 = time(20_000, 21);
  const whole = time(1_000_000, 7);
  const large = post(1_000_000);
  const copy = measure(() => void JSON.parse(JSON.stringify(large)), 7);
  const exponent = fitExponent(points);
  return [
    limited('a post of 20 KB, median', post20.median, 3, 'ms'),
    limited('a file of 1 MB, median', whole.median, 150, 'ms'),
    limited('exponent of size (1 is linear)', exponent, 1.2, ''),
    told('spread, 20 KB', showTiming(post20)),
    told('spread, 1 MB', showTiming(whole)),
    told('calibration: JSON there and back, 1 MB', showTiming(copy)),
    told('1 MB in units of that calibration', `${show(whole.median / copy.median)}×`),
  ];
}
