import { createHash } from "node:crypto";
import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { messagesOf } from "#app/i18n/catalogues.server.ts";
import { type InterfaceLocale, interfaceLocales } from "#app/i18n/languages.ts";
import { createText, type Text } from "#app/i18n/text.ts";

/** Messages that scripts of pages are told the keys of, with their data. */
const TOLD = /^(searchNotes|search\.why)\./;

/** Mails are only written on the server. */
const UNSEEN = /^mail\.(?!notAvailable)/;

/** Messages of pages about planning, minutes and the installation: those of the knowledge load without them. */
const APART = /^(admin|plan|availability|calendars|minutes|attendance)\.(?!(?:otherLanguages|title|open)$)/;

/** Pages of the knowledge. Forms on them lead to none that needs more. */
const KNOWLEDGE = /^\/(search|contributions|references|sharing-requests)(?=[/.]|$)/;

/** What a page loads of the messages. */
type Part = "all" | "knowledge";

/**
 * The messages that pages can show, a script for each language and part. Most are only written on the server, and
 * what a page loads for the first time is waited for.
 */
export class BrowserCatalogues {
  private readonly texts = new Map<string, Text>();
  private readonly scripts = new Map<string, string>();
  private readonly addresses = new Map<string, string>();

  /** @param code all scripts of the pages; null where they come from their sources, and may ask for anything */
  constructor(code: string | null) {
    const isShown = code === null ? () => true : keysAskedFor(code);
    for (const locale of interfaceLocales) {
      const shown = Object.entries(messagesOf(locale)).filter(
        ([key]) => TOLD.test(key) || (!UNSEEN.test(key) && isShown(key)),
      );
      this.add(locale, "all", shown);
      this.add(locale, "knowledge", code === null ? shown : shown.filter(([key]) => !APART.test(key)));
    }
  }

  private add(locale: InterfaceLocale, part: Part, shown: [string, string][]): void {
    const messages = Object.fromEntries(shown);
    const body = `globalThis.zbornikMessages=${JSON.stringify({ locale, messages })};`;
    const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
    const address = `/messages/${locale}.${hash}.js`;
    this.texts.set(`${locale} ${part}`, createText(locale, messages));
    this.scripts.set(address, body);
    this.addresses.set(`${locale} ${part}`, address);
  }

  /** Those of built pages, or all of them where there is no such folder. */
  static of(assets: string | null): BrowserCatalogues {
    if (assets === null) return new BrowserCatalogues(null);
    const scripts = readdirSync(assets).filter((file) => file.endsWith(".js"));
    return new BrowserCatalogues(scripts.map((file) => readFileSync(join(assets, file), "utf8")).join("\n"));
  }

  /** The texts of a language as the browser has them on a page: what it lacks, the page that is sent lacks too. */
  textFor(locale: InterfaceLocale, path: string): Text {
    return this.texts.get(`${locale} ${partOf(path)}`) ?? createText(locale, {});
  }

  /** Address of the script that brings the viewer's catalogue, and only that one, to the browser; cached for ever. */
  addressFor(locale: InterfaceLocale, path: string): string {
    return this.addresses.get(`${locale} ${partOf(path)}`) ?? "";
  }

  /** The script at an address, or undefined. */
  scriptAt(address: string): string | undefined {
    return this.scripts.get(address);
  }
}

function partOf(path: string): Part {
  return KNOWLEDGE.test(path) ? "knowledge" : "all";
}

/** Keys stand in the scripts as they are, or as beginnings that a code from data completes: `codes.kind.${kind}`. */
function keysAskedFor(code: string): (key: string) => boolean {
  const whole = new Set(Array.from(code.matchAll(/["'`]([a-zA-Z]+\.[\w.-]+)["'`]/g), ([, key]) => key));
  const beginnings = new Set(
    Array.from(code.matchAll(/`([a-zA-Z]+\.[\w.-]*)\$\{/g), ([, beginning = ""]) => beginning),
  );
  return (key) => whole.has(key) || [...beginnings].some((beginning) => key.startsWith(beginning));
}
