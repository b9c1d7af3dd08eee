/** What client and server say to each other beyond the Language Server Protocol. */
export * from './protocol/names.ts';
export * from './protocol/session.ts';
export * from './protocol/places.ts';
export * from './protocol/preview.ts';
export * from './protocol/gallery.ts';
export * from './protocol/wrap.ts';
export * from './protocol/newPost.ts';
export * from './protocol/makePost.ts';
export * from './protocol/publication.ts';
export * from './protocol/beforePublishing.ts';
export * from './protocol/unused.ts';
