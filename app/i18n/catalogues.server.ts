import { createHash } from "node:crypto";
import { catalogue as bs } from "#app/i18n/catalogue.bs.ts";
import { catalogue as en } from "#app/i18n/catalogue.en.ts";
import { type InterfaceLocale, interfaceLocales } from "#app/i18n/languages.ts";
import type { MessageKey } from "#app/i18n/message.ts";
import { createText, type Text } from "#app/i18n/text.ts";

const catalogues: Record<InterfaceLocale, Record<string, string>> = { en: flatten(en), bs: flatten(bs) };

const texts: Record<InterfaceLocale, Text> = {
  en: createText("en", catalogues.en),
  bs: createText("bs", catalogues.bs),
};

const scripts: ReadonlyMap<string, { locale: InterfaceLocale; body: string }> = new Map(
  interfaceLocales.map((locale) => {
    const body = `globalThis.zbornikMessages=${JSON.stringify({ locale, messages: forBrowser(catalogues[locale]) })};`;
    const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
    return [`/messages/${locale}.${hash}.js`, { locale, body }] as const;
  }),
);

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

/** Address of the script that brings the viewer's catalogue, and only that one, to the browser; cached for ever. */
export function catalogueAddress(locale: InterfaceLocale): string {
  for (const [address, script] of scripts) if (script.locale === locale) return address;
  throw new Error(`No catalogue for ${locale}`);
}

/** The script at an address, or undefined. */
export function catalogueScript(address: string): string | undefined {
  return scripts.get(address)?.body;
}

/** Mails are only written on the server. */
function forBrowser(messages: Record<string, string>): Record<string, string> {
  return Object.fromEntries(Object.entries(messages).filter(([key]) => !/^mail\.(?!notAvailable)/.test(key)));
}

function flatten(areas: Readonly<Record<string, Readonly<Record<string, string>>>>): Record<string, string> {
  const flat: Record<string, string> = {};
  for (const [area, messages] of Object.entries(areas)) {
    for (const [key, message] of Object.entries(messages)) flat[`${area}.${key}`] = message;
  }
  return flat;
}
