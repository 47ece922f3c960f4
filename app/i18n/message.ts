import type { catalogue } from "#app/i18n/catalogue.en.ts";

type Catalogue = typeof catalogue;

/** `area.key` of a message of the English catalogue; a misspelt key does not compile. */
export type MessageKey = {
  [Area in keyof Catalogue & string]: `${Area}.${keyof Catalogue[Area] & string}`;
}[keyof Catalogue & string];

/** What is filled into a message. */
export type MessageParams = Readonly<Record<string, string | number>>;

/** A message of the catalogue with its parameters, before it is said in a language. */
export interface Message {
  key: MessageKey;
  params?: MessageParams;
}

/** Beginning of keys that differ by a code, as `codes.status.`; a misspelt one does not compile. */
export type KeyFamily = Family<MessageKey> | "cities.";
type Family<K extends string> = K extends `${infer Area}.${infer Name}.${string}` ? `${Area}.${Name}.` : never;

/** `area.key` of the messages `area.flash.key`, which a page shows after the deed that led to it. */
export type FlashKey = Flash<MessageKey>;
type Flash<K extends string> = K extends `${infer Area}.flash.${infer Name}` ? `${Area}.${Name}` : never;
