import { expect, it } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import { findCommunique, findNews, findPage } from "#app/domain/news/find-news.server.ts";
import { testStore, writing } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

it("lists communiqués, newest first, with their languages", async () => {
  const { read } = testStore();
  const news = await findNews(read, "bs");
  expect(news.map(({ slug, date, language, languages }) => ({ slug, date, language, languages }))).toEqual([
    { slug: "second-meeting-november-2020", date: "2020-11-06", language: "bs", languages: ["en", "bs"] },
    { slug: "first-meeting-january-2020", date: "2020-01-22", language: "bs", languages: ["en", "bs"] },
  ]);
});

it("names a language that a communiqué is there in, instead of showing it silently", async () => {
  const { read } = testStore();
  const [latest] = await findNews(read, "sq");
  expect(latest).toMatchObject({ language: "en", summary: "" });
  const { text, languages } = await findCommunique(read, "second-meeting-november-2020", "sq");
  expect({ text, languages }).toEqual({ text: null, languages: ["en", "bs"] });
});

it("gives the text of a communiqué as HTML, and the working group of its round", async () => {
  const store = testStore();
  const w = await world(store);
  await writing(store).updateTable("round").set({ slug: "november-2020" }).where("id", "=", w.roundId).execute();
  const { text, date, group } = await findCommunique(store.read, "second-meeting-november-2020", "en");
  expect({ date, group }).toEqual({ date: "2020-11-06", group: "release" });
  expect(text?.html).toContain("<h2>Needs, practices, challenges</h2>");
  expect(text?.html).toContain("Kosovo*");
});

it("knows the standing pages in both languages, and no others", async () => {
  for (const name of ["about", "help", "privacy", "accessibility"]) {
    for (const locale of ["en", "bs"] as const) expect(findPage(name, locale).text?.title).toBeTruthy();
  }
  expect(() => findPage("imprint", "en")).toThrow(NotFound);
  expect(() => findPage("__proto__", "en")).toThrow(NotFound);
  await expect(findCommunique(testStore().read, "none", "en")).rejects.toThrow(NotFound);
});
