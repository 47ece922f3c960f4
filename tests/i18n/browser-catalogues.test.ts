import { readdirSync, readFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it } from "vitest";
import { BrowserCatalogues } from "#app/i18n/browser-catalogues.server.ts";
import { messagesOf } from "#app/i18n/catalogues.server.ts";

const assets = join(import.meta.dirname, "../../build/client/assets");

function keysOf(catalogues: BrowserCatalogues, path = "/home"): string[] {
  const script = catalogues.scriptAt(catalogues.addressFor("bs", path)) ?? "";
  return Object.keys(JSON.parse(script.slice(script.indexOf("{"), -1)).messages);
}

function sourcesUnder(folder: string): string[] {
  const entries = readdirSync(folder, { recursive: true, withFileTypes: true });
  return entries.filter((entry) => entry.isFile()).map(({ parentPath, name }) => join(parentPath, name));
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

  it("leaves out planning, minutes and the installation on pages of the knowledge, and nothing that those ask for", () => {
    const all = keysOf(BrowserCatalogues.of(assets));
    for (const path of ["/search", "/search.data", "/contributions/new", "/references"]) {
      const keys = new Set(keysOf(BrowserCatalogues.of(assets), path));
      const areas = new Set(all.filter((key) => !keys.has(key)).map((key) => key.split(".")[0]));
      expect([path, areas]).toEqual([
        path,
        new Set(["admin", "plan", "availability", "calendars", "minutes", "attendance"]),
      ]);
    }
    expect(keysOf(BrowserCatalogues.of(assets), "/searching").length).toBe(all.length);
    const rooms = ["search", "contributions", "references", "shell", "base", "forms", "icons"];
    const sources = rooms.flatMap((room) => sourcesUnder(join(import.meta.dirname, "../../app/ui", room)));
    const light = new BrowserCatalogues(sources.map((file) => readFileSync(file, "utf8")).join("\n"));
    expect(keysOf(light, "/search")).toEqual(keysOf(light, "/home"));
  });

  it("reads on a page as it does in the browser", () => {
    const catalogues = new BrowserCatalogues('"common.save"');
    expect(catalogues.textFor("en", "/home")("common.save")).toBe(messagesOf("en")["common.save"]);
    expect(catalogues.textFor("en", "/home")("rounds.title")).toBe("rounds.title");
  });
});
