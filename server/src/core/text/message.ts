/**
 * A sentence for a writer that can still be translated: an English template with `{0}`, `{1}`… and what to put there.
 * Core makes messages, `lsp` and the command line translate and print them.
 */
export interface Message {
  readonly template: string;
  readonly args: readonly MessageArgument[];
}

/** What a placeholder stands for; a message there is translated, too. */
export type MessageArgument = string | number | Message;

/** Looks up the translation of an English template; answers the template itself where there is none. */
export type Translate = (template: string) => string;

/** Makes a message. The template must be a string literal: the list of strings to translate is read from the source. */
export function message(template: string, ...args: MessageArgument[]): Message {
  return { template, args };
}

/** The message as text. A placeholder without an argument stays as it is. */
export function formatMessage({ template, args }: Message, translate: Translate = (text) => text): string {
  return translate(template).replace(/\{(\d+)\}/g, (hole, digits: string) => {
    const value = args[Number(digits)];
    return value === undefined
      ? hole
      : typeof value === 'object'
        ? formatMessage(value, translate)
        : String(value);
  });
}
