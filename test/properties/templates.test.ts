import fc from 'fast-check';
import { expect, test } from 'vitest';
import { leadingComment } from '../../server/src/core/templates/leadingComment.ts';
import { parseTemplate } from '../../server/src/core/templates/parse.ts';
import { readTemplate, type Template } from '../../server/src/core/templates/readTemplate.ts';
import { takesInner } from '../../server/src/core/templates/takesInner.ts';
import { tokenizeTemplate } from '../../server/src/core/templates/tokens.ts';
import type { Command, Operand, Pipeline, TemplateNode } from '../../server/src/core/templates/types.ts';
import { covers, range, type TextRange } from '../../server/src/core/text/range.ts';
import { seed } from '../support/seed.ts';

const words = fc.constantFrom(
  ...[
    '{{',
    '}}',
    '{{- ',
    ' -}}',
    '{{/* ',
    ' */}}',
    '(',
    ')',
    '|',
    ' | ',
    ':=',
    ' = ',
    ',',
    '.',
    '$',
    '$x',
    '"',
    '`',
    "'",
  ],
  ...[
    'if ',
    'else ',
    'with ',
    'range ',
    'end',
    'define "x"',
    'block "x" .',
    'template "x" .',
    'break',
    'return ',
  ],
  ...[
    '.Get ',
    '.Params',
    '.Inner',
    '.Pages ',
    'where ',
    'printf "/a/%s" ',
    '"x"',
    '0',
    'default ',
    'eq ',
    'dict ',
    'partial "p" .',
    'errorf ',
    'index ',
  ],
  ...[' ', ' ', '\n', '\r\n', '\t', 'a', 'å', '𝒜', '\ud800', '\u0000', '\\', '-', '1.5e+', '@', '<a href="'],
);

const sound = fc.constantFrom(
  '{{ .Get "x" | default (.Get 0) }}',
  '{{- with .Get `x` }}{{ . | markdownify }}{{ else }}{{ errorf "no x: %s" $.Position }}{{ end -}}',
  '{{ if eq (.Get "x") "a" }}a{{ else if in (slice "b" "c") $.Params.x }}b{{ else }}c{{ end }}',
  '{{ range $i, $v := (index .Params 0).List }}{{ if gt $i 3 }}{{ break }}{{ end }}{{ $v }}{{ end }}',
  '{{ $p := .Params }}{{ $y := "d" }}{{ with $p.y }}{{ $y = . }}{{ end }}<img src="/img/{{ $y }}">',
  '{{ define "x" }}{{ .Inner }}{{ end }}{{ template "x" . }}{{ block "y" $ }}{{ .Get 1 }}{{ end }}',
  '{{/* A box.\n   @param x */}}\r\n{{ partial "p" (dict "ctx" . "x" (.Get "x")) }}',
  '{{ range where .Pages "Params.x" "!=" .Params.x }}{{ range .Params.l }}{{ .y }}{{ end }}{{ end }}',
  '{{ .Scratch.Set "x" (dict "p" .) }}<a style="url({{ printf "/img/%s.svg" (index .Params "x") }})">',
  "{{ printf `%d` 'a' 0x1F -2 1_000 .5 true nil }}",
);

const soup = fc.array(words, { maxLength: 40 }).map((parts) => parts.join(''));

/** A sound template with one place changed. */
const mutated = fc
  .tuple(
    fc.array(sound, { minLength: 1, maxLength: 3 }),
    fc.nat(),
    fc.nat(8),
    fc.oneof(words, fc.constant('')),
  )
  .map(([parts, at, cut, added]) => {
    const text = parts.join('\n');
    const start = at % (text.length + 1);
    return text.slice(0, start) + added + text.slice(start + cut);
  });

const anyText = fc.oneof(soup, mutated, fc.string({ unit: 'binary', maxLength: 60 }));

test('any template gives tokens, a tree and a reading, in order and inside the text', () => {
  run(20_000, (text) => {
    let end = 0;
    for (const token of tokenizeTemplate(text)) {
      must(token.range.start >= end && token.range.start < token.range.end && token.range.end <= text.length);
      end = token.range.end;
    }
    const { tree, problems } = parseTemplate(text);
    const whole = range(0, text.length);
    checkNodes(tree.body, whole);
    must(
      problems.every((problem) => covers(whole, problem.range) && problem.range.start <= problem.range.end),
    );
    must(typeof takesInner(tree) === 'boolean');
    must(leadingComment(text) !== '');
    checkReading({ path: 'box.html', text, tree }, 'shortcode');
    checkReading({ path: 'box.html', text, tree }, 'page');
  });
});

function checkReading(template: Template, kind: 'shortcode' | 'page'): void {
  const { keys, openKeys, calls, asked, signature } = readTemplate(template, () => template, kind);
  const args = signature?.arguments ?? [];
  const places = [
    ...openKeys,
    ...calls.map(({ at }) => at),
    ...(signature?.open ?? []),
    ...(signature?.inner.reads ?? []),
    ...(signature?.parent ?? []),
    ...[...keys, ...args].flatMap(({ reads, values, types }) => [
      ...reads,
      ...values.map(({ at }) => at),
      ...types.map(({ at }) => at),
    ]),
  ];
  must(places.every((place) => covers(range(0, template.text.length), place.range)));
  must((signature === undefined) === (kind === 'page'));
  must([...keys, ...args].every(({ reads }) => reads.length > 0));
  must(keys.every(({ path }) => path.length > 0 && !path.includes('')));
  must(areDistinct(args.map(({ key }) => key)));
  must(areDistinct(keys.map(({ of, section, path }) => [of, section, ...path].join('\n').toLowerCase())));
  must(areDistinct(asked));
}

function areDistinct(items: readonly unknown[]): boolean {
  return new Set(items).size === items.length;
}

test.each([
  '{{',
  '{{ ',
  '{{/* ',
  '(',
  '{{ (',
  '{{ "',
  '{{ .A }}',
  '{{ if .A }}',
  '{{ else if .A }}',
  '{{ end }}',
  '{{ $x := .Get "x" }}',
  '.a',
  '"a" ',
  '| f ',
  '(dict "a" ',
])('50,000 times %j is read', (piece) => {
  const text = `{{ if .Get "x" }}{{ f ${piece.startsWith('{{') ? '}}' : ''}${piece.repeat(50_000)}`;
  const { tree } = parseTemplate(text);
  expect(tree.body.length).toBeGreaterThan(0);
  expect(takesInner(tree)).toBe(false);
  const { signature, keys } = readTemplate({ path: 'box.html', text, tree }, () => undefined, 'shortcode');
  expect(signature?.arguments[0]?.key).toBe('x');
  expect(keys).toEqual([]);
});

function checkNodes(nodes: readonly TemplateNode[], holder: TextRange): void {
  inOrder(nodes, holder);
  for (const node of nodes) {
    switch (node.kind) {
      case 'action':
      case 'template':
        checkPipeline(node.pipeline, node.range);
        break;
      case 'define':
      case 'block':
        checkPipeline(node.pipeline, node.head);
        checkNodes(node.body, node.range);
        break;
      case 'if':
      case 'with':
      case 'range':
        for (const { head, pipeline, body } of node.clauses) {
          must(covers(node.range, head));
          checkPipeline(pipeline, head);
          checkNodes(body, node.range);
        }
        break;
      default:
    }
  }
}

function checkPipeline(pipeline: Pipeline | undefined, holder: TextRange): void {
  if (pipeline !== undefined) {
    must(covers(holder, pipeline.range));
    inOrder([...pipeline.variables, ...pipeline.commands], pipeline.range);
    pipeline.commands.forEach(checkCommand);
  }
}

function checkCommand({ operands, range: where }: Command): void {
  inOrder(operands, where);
  operands.forEach(checkOperand);
}

function checkOperand(operand: Operand): void {
  if ('path' in operand) {
    inOrder(operand.path, operand.range);
  }
  if (operand.kind === 'parenthesis') {
    checkPipeline(operand.pipeline, operand.range);
  }
}

function inOrder(parts: readonly { readonly range: TextRange }[], holder: TextRange): void {
  let end = holder.start;
  for (const part of parts) {
    must(part.range.start >= end && part.range.start <= part.range.end && part.range.end <= holder.end);
    end = part.range.end;
  }
}

function run(numRuns: number, check: (text: string) => void): void {
  fc.assert(fc.property(anyText, check), { numRuns, seed });
}

function must(condition: boolean): void {
  if (!condition) {
    throw new Error('This must hold.');
  }
}
