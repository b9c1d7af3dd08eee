// What the extension and the webview of the gallery say to each other. What comes from another side is looked at before it is believed.
import type {
  GalleryArgument,
  GalleryCard,
  GalleryExample,
  PreviewSheet,
} from '../../../server/src/protocol.ts';
import { isBoolean, isNumber, isText, listOf, oneOf, optional, shape, toMessage } from '../preview/checks.ts';
import type { Check } from '../preview/checks.ts';

/** From the extension to the webview. */
export type ToGallery =
  | {
      readonly type: 'cards';
      readonly section: string;
      readonly cards: readonly GalleryCard[];
      readonly hasThumbnails: boolean;
      readonly isReading: boolean;
    }
  | {
      readonly type: 'thumbnail';
      readonly name: string;
      /** Absent where there is nothing to see. */
      readonly html?: string | undefined;
      readonly sheets?: readonly PreviewSheet[] | undefined;
    }
  | { readonly type: 'examples'; readonly examples: readonly GalleryExample[] }
  | { readonly type: 'focus' };

/** A card with its example, as soon as there is one. */
export interface ShownCard extends GalleryCard {
  readonly example?: GalleryExample | undefined;
}

/** What of a card is opened in the editor or the browser. */
export type CardPlace = 'example' | 'source' | 'link';

/** From the webview to the extension. */
export type FromGallery =
  | { readonly type: 'ready' }
  | { readonly type: 'insert'; readonly name: string; readonly keepOpen: boolean }
  | { readonly type: 'open'; readonly name: string; readonly place: CardPlace }
  /** The card is on view, or no longer. */
  | { readonly type: 'seen'; readonly name: string; readonly isSeen: boolean }
  | { readonly type: 'close' };

const isSheet: Check<PreviewSheet> = shape<PreviewSheet>({ hash: isText, css: optional(isText) });
const isArgument: Check<GalleryArgument> = shape<GalleryArgument>({
  name: isText,
  isRequired: isBoolean,
  type: isText,
  documentation: isText,
  default: optional(isText),
  values: listOf(isText),
});
const isExample: Check<GalleryExample> = shape<GalleryExample>({
  name: isText,
  text: isText,
  uri: isText,
  title: isText,
  line: isNumber,
});
const isCard: Check<GalleryCard> = shape<GalleryCard>({
  name: isText,
  group: oneOf('here', 'site', 'hugo'),
  isDeprecated: isBoolean,
  use: isText,
  source: isText,
  sourceUri: optional(isText),
  documentation: listOf(isText),
  arguments: listOf(isArgument),
  notes: listOf(isText),
  link: optional(isText),
});

export function toToGallery(value: unknown): ToGallery | undefined {
  return toMessage<ToGallery>(
    {
      cards: shape({
        type: oneOf('cards'),
        section: isText,
        cards: listOf(isCard),
        hasThumbnails: isBoolean,
        isReading: isBoolean,
      }),
      thumbnail: shape({
        type: oneOf('thumbnail'),
        name: isText,
        html: optional(isText),
        sheets: optional(listOf(isSheet)),
      }),
      examples: shape({ type: oneOf('examples'), examples: listOf(isExample) }),
      focus: shape({ type: oneOf('focus') }),
    },
    value,
  );
}

export function toFromGallery(value: unknown): FromGallery | undefined {
  return toMessage<FromGallery>(
    {
      ready: shape({ type: oneOf('ready') }),
      insert: shape({ type: oneOf('insert'), name: isText, keepOpen: isBoolean }),
      open: shape({ type: oneOf('open'), name: isText, place: oneOf('example', 'source', 'link') }),
      seen: shape({ type: oneOf('seen'), name: isText, isSeen: isBoolean }),
      close: shape({ type: oneOf('close') }),
    },
    value,
  );
}
