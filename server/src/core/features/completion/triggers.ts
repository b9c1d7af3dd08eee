const lettersAndDigits = 'abcdefghijklmnopqrstuvwxyzABCDEFGHIJKLMNOPQRSTUVWXYZ0123456789';
const latinLetters =
  'ÀÁÂÃÄÅÆÇÈÉÊËÌÍÎÏÐÑÒÓÔÕÖØÙÚÛÜÝÞßàáâãäåæçèéêëìíîïðñòóôõöøùúûüýþÿĀāČčĐđĒēĞğĪīŁłŃńŌōŒœŘřŚśŞşŠšŪūŸŹźŻżŽž';

/**
 * The characters after which an editor should ask for completions. Letters are among them because VS Code switches its quick
 * suggestions off in Markdown: without them nothing would appear while a key or a name is typed. (In a list that a character asked for,
 * the editor also shows no word-based suggestions.)
 */
export const completionTriggers: readonly string[] = Array.from(
  lettersAndDigits + latinLetters + '-_./<%:="\'[, ',
);
