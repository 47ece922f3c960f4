import { describe, expect, it } from "vitest";
import { listContent, readPage } from "#tests/content/content-files.ts";
import { rounds } from "#tests/content/programme-files.ts";

const locales = ["en", "bs"];
const shape = (body: string) => body.match(/^(#+|-|\d+\.|\|)/gm) ?? [];

describe("pages", () => {
  it("exist in both languages with the same outline", () => {
    const files = ["about.md", "accessibility.md", "help.md", "privacy.md"];
    for (const locale of locales) expect(listContent(`pages/${locale}`)).toEqual(files);
    for (const file of files) {
      const [english, bosnian] = locales.map((locale) => readPage(`pages/${locale}/${file}`));
      expect(Object.keys(english?.head ?? {})).toEqual(["title", "summary"]);
      expect(Object.keys(bosnian?.head ?? {})).toEqual(["title", "summary"]);
      expect([file, shape(bosnian?.body ?? "")]).toEqual([file, shape(english?.body ?? "")]);
    }
  });
});

describe("communiqués", () => {
  const release = rounds.filter(({ group }) => group === "release");

  it("exist in both languages, belong to a round and carry its last day", () => {
    const slugs = listContent("news");
    expect(slugs).toEqual(["first-meeting-january-2020", "second-meeting-november-2020"]);
    for (const slug of slugs) {
      expect(listContent(`news/${slug}`)).toEqual(["bs.md", "en.md"]);
      for (const locale of locales) {
        const { head, body } = readPage(`news/${slug}/${locale}.md`);
        expect(Object.keys(head)).toEqual(["title", "date", "summary", "round", "programme"]);
        expect(head.date).toBe(release.find((round) => round.slug === head.round)?.endsOn);
        expect(body.split("\n\n").length).toBeGreaterThanOrEqual(6);
      }
    }
  });

  it("name the designation with its mark once, and leave its footnote to the foot of the page", () => {
    for (const slug of listContent("news")) {
      for (const locale of locales) {
        const paragraphs = readPage(`news/${slug}/${locale}.md`).body.split("\n\n");
        expect(paragraphs.filter((paragraph) => paragraph.includes("1244"))).toEqual([]);
        const named = paragraphs.join("\n").match(/Kosov[oa](\\\*)?/g);
        expect(named).toEqual([locale === "en" ? "Kosovo\\*" : "Kosova\\*"]);
      }
    }
  });
});
