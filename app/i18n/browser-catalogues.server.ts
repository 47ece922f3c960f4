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
  /** By language and page, once they were asked for. */
  private readonly catalogues = new Map<string, Catalogue>();
  private readonly scripts = new Map<string, string>();
  private areAllMade = false;

  /** @param pages scripts of the built pages; null where they come from their sources, and may ask for anything */
  constructor(private readonly pages: PageScripts | null) {}

  private at(locale: InterfaceLocale, path: string): Catalogue {
    return this.of(locale, this.pages?.pageAt(path) ?? "");
  }

  private of(locale: InterfaceLocale, page: string): Catalogue {
    const place = `${locale} ${page}`;
    const known = this.catalogues.get(place);
    if (known) return known;
    const asks = this.pages?.asks(page) ?? (() => true);
    const isShown = (key: string) => TOLD.test(key) || (!UNSEEN.test(key) && asks(key));
    const messages = Object.fromEntries(Object.entries(messagesOf(locale)).filter(([key]) => isShown(key)));
    const json = JSON.stringify(messages);
    const body = `globalThis.zbornikMessages={"locale":"${locale}","messages":${json}};`;
    const hash = createHash("sha256").update(body).digest("hex").slice(0, 12);
    const catalogue = { text: createText(locale, messages), json, address: `/messages/${locale}.${hash}.js` };
    this.scripts.set(catalogue.address, body);
    this.catalogues.set(place, catalogue);
    return catalogue;
  }

  /** The texts of a language as the browser has them on a page: what it lacks, the page that is sent lacks too. */
  textFor(locale: InterfaceLocale, path: string): Text {
    return this.at(locale, path).text;
  }

  /** Address of the script that brings a page's messages, and only those, to the browser; cached for ever. */
  addressFor(locale: InterfaceLocale, path: string): string {
    return this.at(locale, path).address;
  }

  /**
   * The messages of a page, for one that was opened on another page and has those of that one.
   * @returns JSON, or null where every page has all of them
   */
  messagesFor(locale: InterfaceLocale, path: string): string | null {
    return this.pages ? this.at(locale, path).json : null;
  }

  /** The script at an address, or undefined. One that was sent before this server started is made when it is missed. */
  scriptAt(address: string): string | undefined {
    if (!this.scripts.has(address) && !this.areAllMade) {
      for (const locale of interfaceLocales) for (const page of this.pages?.all() ?? [""]) this.of(locale, page);
      this.areAllMade = true;
    }
    return this.scripts.get(address);
  }
}
