export * from '../../references/writeAddress.ts';
