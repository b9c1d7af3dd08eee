import type { RequestName } from './names.ts';

/** Client to server, a request: where a new post can stand. */
export const postPlacesRequest: RequestName<PostPlacesParams, PostPlacesResult> = 'hugoScribe/newPost/places';
export interface PostPlacesParams {
  /** The file that is open, or the folder that the writer points at. */
  readonly uri?: string;
  readonly isFolder?: boolean;
  /** URIs of the workspace's folders. */
  readonly folders: readonly string[];
}
export interface PostPlacesResult {
  /** Those of several sites one behind the other; empty where there is no site. */
  readonly places: readonly PostPlaceItem[];
  /** What follows from the file or folder. */
  readonly chosen?: PostPlaceItem;
}
export interface PostPlaceItem {
  /** URI of the site's folder. */
  readonly root: string;
  /** Below the content directory; empty at its top. */
  readonly folder: string;
  readonly language: string;
  /** The very folder that the writer points at. */
  readonly here?: string;
  /** For people: the site's name where there are several, and the language's where the site has several. */
  readonly site: string;
  readonly languageName: string;
  readonly pages: number;
}

/** Client to server, a request: which file a new post will be, and what is wrong with it. */
export const planPostRequest: RequestName<PlanPostParams, PlanPostResult | null> = 'hugoScribe/newPost/plan';
export interface PlanPostParams {
  readonly place: PostPlaceItem;
  readonly title: string;
  /** Whether it is to be a folder of its own; guessed without it. */
  readonly isBundle?: boolean;
  /** Below the content directory, as the writer wants it. */
  readonly path?: string;
}
export interface PlanPostResult {
  readonly path: string;
  /** Relative to the site. */
  readonly shown: string;
  readonly isBundle: boolean;
  /** In the writer's language. */
  readonly problem?: string;
}

/** Client to server, a request with `PlanPostParams`: all that a new post is made of; the client makes it. */
export const makeNewPostRequest: RequestName<PlanPostParams, MakeNewPostResult | null> =
  'hugoScribe/newPost/make';
export interface MakeNewPostResult extends PlanPostResult {
  readonly uri: string;
  readonly text: string;
  /** The text as a snippet with a stop in each empty value. */
  readonly snippet: string;
  /** Other files of a bundle: with their text, or copied as they are. */
  readonly others: readonly NewPostFile[];
  /** What the writer should know. */
  readonly note?: string;
}
export interface NewPostFile {
  readonly uri: string;
  readonly text?: string;
  readonly from?: string;
}
