import type { DiagnosticRule } from '../../finding.ts';
import { addressChanged } from './addressChanged.ts';
import { brokenAnchor } from './brokenAnchor.ts';
import { brokenFileLink } from './brokenFileLink.ts';
import { brokenLink } from './brokenLink.ts';
import { fileNameCase } from './fileNameCase.ts';
import { linkOutOfLanguage } from './linkOutOfLanguage.ts';
import { linkScheme } from './linkScheme.ts';
import { linkToAlias } from './linkToAlias.ts';
import { linkToUnpublished } from './linkToUnpublished.ts';
import { linkWithOwnHost } from './linkWithOwnHost.ts';
import { sharedAddress } from './sharedAddress.ts';
import { sharedAlias } from './sharedAlias.ts';
import { temporaryLink } from './temporaryLink.ts';

/** Where a page leads: to pages, files and addresses. */
export const linkRules: readonly DiagnosticRule[] = [
  brokenLink,
  brokenFileLink,
  brokenAnchor,
  fileNameCase,
  linkScheme,
  temporaryLink,
  linkOutOfLanguage,
  linkToUnpublished,
  linkToAlias,
  linkWithOwnHost,
  addressChanged,
  sharedAddress,
  sharedAlias,
];
