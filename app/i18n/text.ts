import type { KeyFamily, MessageKey, MessageParams } from "#app/i18n/message.ts";

/** Gives the text of a message in one language. Unknown keys cannot be asked for; see `textOf` for codes from data. */
export type Text = (key: MessageKey, params?: MessageParams) => string;

/**
 * Makes the function that gives texts from a flat catalogue. Messages know two things besides words: `{name}` and
 * `{name, plural, one {...} few {...} other {...}}` with `#` for the number, a subset of ICU MessageFormat with the
 * plural rules of CLDR.
 */
export function createText(locale: string, messages: Readonly<Record<string, string>>): Text {
  const plurals = new Intl.PluralRules(locale === "cnr" ? "sr" : locale);
  return (key, params = {}) => {
    const message = messages[key];
    return message === undefined ? key : fill(message, params, plurals);
  };
}

/** The text of a family for a code that comes from data; the key itself where there is none. */
export function textOf(text: Text, key: `${KeyFamily}${string}`, params?: MessageParams): string {
  return text(key as MessageKey, params);
}

function fill(message: string, params: MessageParams, plurals: Intl.PluralRules): string {
  let out = "";
  let at = 0;
  while (at < message.length) {
    const open = message.indexOf("{", at);
    if (open < 0) return out + message.slice(at);
    out += message.slice(at, open);
    const close = closing(message, open);
    out += slot(message.slice(open + 1, close), params, plurals);
    at = close + 1;
  }
  return out;
}

function closing(message: string, open: number): number {
  let depth = 0;
  for (let at = open; at < message.length; at++) {
    if (message[at] === "{") depth++;
    if (message[at] === "}" && --depth === 0) return at;
  }
  return message.length;
}

function slot(inside: string, params: MessageParams, plurals: Intl.PluralRules): string {
  const match = /^\s*(\w+)\s*(?:,\s*plural\s*,\s*([\s\S]*))?$/.exec(inside);
  if (!match) return `{${inside}}`;
  const [, name = "", choices] = match;
  const value = params[name];
  if (choices === undefined) return value === undefined ? `{${name}}` : String(value);
  const forms = pluralForms(choices);
  const form = forms.get(`=${value}`) ?? forms.get(plurals.select(Number(value))) ?? forms.get("other") ?? "";
  return fill(form.replaceAll("#", String(value)), params, plurals);
}

function pluralForms(choices: string): Map<string, string> {
  const forms = new Map<string, string>();
  let at = 0;
  while (at < choices.length) {
    const open = choices.indexOf("{", at);
    if (open < 0) break;
    const close = closing(choices, open);
    forms.set(choices.slice(at, open).trim(), choices.slice(open + 1, close));
    at = close + 1;
  }
  return forms;
}
