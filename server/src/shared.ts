/** The few pure functions of core that the client must run itself. */
export { rootConfigNames } from './core/config/configFiles.ts';
export { siteKindOf } from './core/site/findSite.ts';
