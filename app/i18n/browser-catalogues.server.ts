import { createHash } from "node:crypto";
import { messagesOf } from "#app/i18n/catalogues.server.ts";
import { type InterfaceLocale, interfaceLocales } from "#app/i18n/languages.ts";
import type { PageScripts } from "#app/i18n/page-scripts.ts";
import { createText, type Text } from "#app/i18n/text.ts";

/** Messages that scripts of pages are told the keys of, with their data. */
const TOLD = /^(searchNotes|search\.why)\./;

/** Mails are only written on the server. */
const UNSEEN = /^mail\.(?!notAvailable)/;

/** The messages of one page in one language. */
interface Catalogue {
  text: Text;
  /** Object of keys and messages, as JSON. */
  json: string;
  address: string;
}

/**
 * The messages that pages can show, a script for each language and each choice of messages. Most are only written on
 * the server or shown by other pages, and what a page loads for the first time is waited for.
 */
export class BrowserCatalogues {
  private readonly catalogues = new Map<string, Catalogue>();
  private readonly scripts = new Map<string, string>();

  /** @param pages scripts of the built pages; null where they come from their sources, and may ask for anything */
  constructor(private readonly pages: PageScripts | null) {
    for (const locale of interfaceLocales) {
      const messages = Object.entries(messagesOf(locale)).filter(([key]) => !UNSEEN.test(key));
      if (!pages) this.catalogues.set(locale, this.add(locale, messages));
      const alike = new Map<string, Catalogue>();
      for (const [page, keys] of pages?.keys(messages.map(([key]) => key)) ?? []) {
        const shown = messages.filter(([key]) => keys.has(key) || TOLD.test(key));
        const choice = shown.map(([key]) => key).join();
        const catalogue = alike.get(choice) ?? this.add(locale, shown);
        alike.set(choice, catalogue);
        this.catalogues.set(`${locale} ${page}`, catalogue);
      }
    }
  }

  private add(locale: InterfaceLocale, shown: [string, string][]): Catalogue {
    const messages = Object.fromEntries(shown);
    const json = JSON.stringify(messages);
    const body = `globalThis.zbornikMessages={"locale":"${locale}","messages":${json}};`;
    const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
    const address = `/messages/${locale}.${hash}.js`;
    this.scripts.set(address, body);
    return { text: createText(locale, messages), json, address };
  }

  private at(locale: InterfaceLocale, path: string): Catalogue | undefined {
    return this.catalogues.get(this.pages ? `${locale} ${this.pages.pageAt(path)}` : locale);
  }

  /** The texts of a language as the browser has them on a page: what it lacks, the page that is sent lacks too. */
  textFor(locale: InterfaceLocale, path: string): Text {
    return this.at(locale, path)?.text ?? createText(locale, {});
  }

  /** Address of the script that brings a page's messages, and only those, to the browser; cached for ever. */
  addressFor(locale: InterfaceLocale, path: string): string {
    return this.at(locale, path)?.address ?? "";
  }

  /**
   * The messages of a page, for one that was opened on another page and has those of that one.
   * @returns JSON, or null where every page has all of them
   */
  messagesFor(locale: InterfaceLocale, path: string): string | null {
    return this.pages ? (this.at(locale, path)?.json ?? null) : null;
  }

  /** The script at an address, or undefined. */
  scriptAt(address: string): string | undefined {
    return this.scripts.get(address);
  }
}
