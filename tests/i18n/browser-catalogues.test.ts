import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BrowserCatalogues } from "#app/i18n/browser-catalogues.server.ts";
import { messagesOf } from "#app/i18n/catalogues.server.ts";

const assets = join(import.meta.dirname, "../../build/client/assets");

function keysOf(catalogues: BrowserCatalogues): string[] {
  const script = catalogues.scriptAt(catalogues.addressFor("bs")) ?? "";
  return Object.keys(JSON.parse(script.slice(script.indexOf("{"), -1)).messages);
}

describe("what scripts of pages are given", () => {
  it("is what they ask for, whole or by its beginning, and what comes with their data", () => {
    const code = `t("common.save"),t(\`codes.kind.\${e}\`),n?\`rounds.title\`:"not.a.key"`;
    const keys = keysOf(new BrowserCatalogues(code));
    expect(keys).toEqual(expect.arrayContaining(["common.save", "codes.kind.challenge", "rounds.title"]));
    expect(new Set(keys.map((key) => key.split(".")[0]))).toEqual(
      new Set(["common", "codes", "rounds", "search", "searchNotes"]),
    );
  });

  it("is everything but mails where they come from their sources", () => {
    const all = Object.keys(messagesOf("bs"));
    const keys = keysOf(BrowserCatalogues.of(null));
    expect(all.filter((key) => !keys.includes(key)).every((key) => key.startsWith("mail."))).toBe(true);
  });

  it("is less than the whole of the catalogue where they are built", () => {
    const keys = keysOf(BrowserCatalogues.of(assets));
    expect(keys).toContain("shell.skip");
    expect(keys).not.toContain("guard.blocked");
    expect(keys.length).toBeLessThan(Object.keys(messagesOf("bs")).length * 0.85);
  });

  it("reads on a page as it does in the browser", () => {
    const catalogues = new BrowserCatalogues('"common.save"');
    expect(catalogues.textFor("en")("common.save")).toBe(messagesOf("en")["common.save"]);
    expect(catalogues.textFor("en")("rounds.title")).toBe("rounds.title");
  });
});
