import { catalogue as bs } from "#app/i18n/catalogue.bs.ts";
import { catalogue as en } from "#app/i18n/catalogue.en.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import type { MessageKey } from "#app/i18n/message.ts";
import { createText, type Text } from "#app/i18n/text.ts";

const catalogues: Record<InterfaceLocale, Record<string, string>> = { en: flatten(en), bs: flatten(bs) };

const texts: Record<InterfaceLocale, Text> = {
  en: createText("en", catalogues.en),
  bs: createText("bs", catalogues.bs),
};

/** The texts of a language. */
export function textFor(locale: InterfaceLocale): Text {
  return texts[locale];
}

/** Whether the catalogue has a message of this key. */
export function isMessageKey(key: string): key is MessageKey {
  return Object.hasOwn(catalogues.en, key);
}

/** All messages of a language by `area.key`. */
export function messagesOf(locale: InterfaceLocale): Readonly<Record<string, string>> {
  return catalogues[locale];
}

function flatten(areas: Readonly<Record<string, Readonly<Record<string, string>>>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [area, messages] of Object.entries(areas)) {
    for (const [key, message] of Object.entries(messages)) flat[`${area}.${key}`] = message;
  }
  return flat;
}
