import { expect, test } from 'vitest';
import { globMatcher } from '../../../server/src/core/text/glob.ts';

test.each([
  ['/**.md', '/a/b.md', true],
  ['/*.md', '/a/b.md', false],
  ['/*.md', '/b.md', true],
  ['/a/**', '/a/b/c', true],
  ['/a/**', '/a', false],
  ['/**/x', '/x', false],
  ['/?.md', '/a.md', true],
  ['/a?b', '/a/b', false],
  ['/{a,b}/*.{md,html}', '/b/x.html', true],
  ['/{a,b}/*.{md,html}', '/c/x.html', false],
  ['/[a-c].md', '/b.md', true],
  ['/[!a-c].md', '/b.md', false],
  ['/[z-a].md', '/b.md', false],
  ['/BLOGG/*', '/blogg/Å.md', true],
  ['/a\\*b', '/a*b', true],
  ['/a\\*b', '/axb', false],
  ['/a.md', '/axmd', false],
  ['/[', '/[', true],
  ['', '', true],
  ['*', '', true],
  [`/${'{a,b}'.repeat(12)}`, `/${'a'.repeat(12)}`, false],
  [`/${'**a'.repeat(200)}b`, `/${'a'.repeat(400)}`, false],
])('%s on %s', (glob, path, expected) => expect(globMatcher(glob)(path)).toBe(expected));
