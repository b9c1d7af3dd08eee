/** The few pure functions of core, and the boxes of the built-in Markdown preview, that the client must run itself. */
export { rootConfigNames } from './core/config/configFiles.ts';
export { unknownHugo } from './core/hugo/version.ts';
export { siteKindOf } from './core/site/findSite.ts';
export { toLanguage, type Language } from './core/text/displayLanguage.ts';
export { formatMessage } from './core/text/message.ts';
export { shortcodeBoxes } from './engine/instant/shortcodeBoxes.ts';
export { completionTriggers } from './core/features/completion/triggers.ts';
