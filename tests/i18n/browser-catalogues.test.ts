import { describe, expect, it } from "vitest";
import { BrowserCatalogues } from "#app/i18n/browser-catalogues.server.ts";
import { messagesOf } from "#app/i18n/catalogues.server.ts";
import { type Manifest, PageScripts } from "#app/i18n/page-scripts.ts";

const manifest: Manifest = {
  entry: { module: "/assets/entry-1.js" },
  routes: {
    root: { id: "root", module: "/assets/root-1.js" },
    round: { id: "round", module: "/assets/round-1.js" },
    record: { id: "record", module: "/assets/record-1.js" },
    feed: { id: "feed", module: "/assets/feed-1.js" },
  },
};

const files = new Map([
  ["entry-1.js", `import"./shared-1.js";t("common.save")`],
  ["root-1.js", `const a="shell.skip"`],
  ["shared-1.js", "t('errors.title404')"],
  ["round-1.js", `import{r}from"./shared-1.js";n?\`rounds.title\`:"not.a.key";import("./later-1.js")`],
  ["later-1.js", `import'./round-1.js';t(\`codes.kind.\${e}\`)`],
  ["record-1.js", `t("knowledge.title")`],
  ["feed-1.js", ""],
  ["apart-1.js", `t("plan.title")`],
]);

const pages = new PageScripts(manifest, files, (path) => (path in manifest.routes ? path : undefined));

function keysOf(catalogues: BrowserCatalogues, path: string): string[] {
  const script = catalogues.scriptAt(catalogues.addressFor("bs", path)) ?? "";
  return Object.keys(JSON.parse(script.slice(script.indexOf("{"), -1)).messages);
}

describe("what scripts of a page are given", () => {
  it("is what they ask for, whole or by its beginning, now or later, and what comes with their data", () => {
    const keys = keysOf(new BrowserCatalogues(pages), "round");
    const asked = ["common.save", "shell.skip", "errors.title404", "rounds.title", "codes.kind.challenge"];
    expect(keys).toEqual(expect.arrayContaining(asked));
    expect(new Set(keys.map((key) => key.split(".")[0]))).toEqual(
      new Set(["common", "shell", "errors", "rounds", "codes", "search", "searchNotes"]),
    );
    expect(keys).not.toContain("knowledge.title");
  });

  it("is that of the frame for an address that no page has", () => {
    const catalogues = new BrowserCatalogues(pages);
    expect(keysOf(catalogues, "nowhere")).toContain("shell.skip");
    expect(catalogues.addressFor("bs", "nowhere")).toBe(catalogues.addressFor("bs", "root"));
    expect(catalogues.addressFor("bs", "nowhere")).not.toBe(catalogues.addressFor("bs", "round"));
  });

  it("is one script for pages that ask for the same", () => {
    const catalogues = new BrowserCatalogues(pages);
    expect(catalogues.addressFor("en", "feed")).toBe(catalogues.addressFor("en", "root"));
  });

  it("is there for a page that was sent before the server started", () => {
    const address = new BrowserCatalogues(pages).addressFor("en", "round");
    expect(new BrowserCatalogues(pages).scriptAt(address)).toContain("rounds.title");
    expect(new BrowserCatalogues(pages).scriptAt("/messages/en.000000000000.js")).toBeUndefined();
  });

  it("is everything but mails where they come from their sources", () => {
    const catalogues = new BrowserCatalogues(null);
    const all = Object.keys(messagesOf("bs"));
    const keys = keysOf(catalogues, "round");
    expect(all.filter((key) => !keys.includes(key)).every((key) => key.startsWith("mail."))).toBe(true);
    expect(catalogues.messagesFor("bs", "round")).toBeNull();
  });

  it("reads on a page as it does in the browser, and comes with the data of a page that scripts go to", () => {
    const catalogues = new BrowserCatalogues(pages);
    const text = catalogues.textFor("en", "record");
    expect(text("knowledge.title")).toBe(messagesOf("en")["knowledge.title"]);
    expect(text("rounds.title")).toBe("rounds.title");
    expect(Object.keys(JSON.parse(catalogues.messagesFor("bs", "record") ?? "{}"))).toEqual(
      keysOf(catalogues, "record"),
    );
  });
});
