/** Signs after which there may be something to offer: they open a shortcode, a value, a list, or go on with a name. */
export const triggerSigns: readonly string[] = Array.from('-_./<%:="\'[, ');

/**
 * Letters and digits, for documents in which the editor asks after trigger characters alone: VS Code switches its quick suggestions off in
 * Markdown, and without these nothing would appear while a key or a name is typed.
 */
export const triggerLetters: readonly string[] = Array.from(
  'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789' +
    'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿĀāČčĐđĒēĞğĪīŁłŃńŌōŒœŘřŚśŞşŠšŪūŸŹźŻżŽž',
);
