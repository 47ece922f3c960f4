import type { english } from "#app/i18n/catalogue.en.ts";

type Catalogue = typeof english;

/** `area.key` of a message of the English catalogue; a misspelt key does not compile. */
export type MessageKey = {
  [Area in keyof Catalogue & string]: `${Area}.${keyof Catalogue[Area] & string}`;
}[keyof Catalogue & string];
