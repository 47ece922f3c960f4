import { expect, it } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import { findCommunique, findNews, findPage } from "#app/domain/news/find-news.server.ts";
import { testStore, writing } from "#tests/support/store.ts";
import { tellOfRounds } from "#tests/support/told-rounds.ts";
import { world } from "#tests/support/world.ts";

it("lists communiqués, newest first, with their languages", async () => {
  const store = testStore();
  const w = await world(store);
  await tellOfRounds(store, w, ["november-2020", "skopje-january-2020"]);
  const news = await findNews(store.read);
  expect(news.map(({ slug, date, texts }) => ({ slug, date, languages: [...texts.keys()].sort() }))).toEqual([
    { slug: "second-meeting-november-2020", date: "2020-11-06", languages: ["bs", "en"] },
    { slug: "first-meeting-january-2020", date: "2020-01-22", languages: ["bs", "en"] },
  ]);
});

it("gives the text of a communiqué as HTML, and the working group of its round", async () => {
  const store = testStore();
  const w = await world(store);
  await tellOfRounds(store, w, ["november-2020"]);
  const { texts, date, group } = await findCommunique(store.read, "second-meeting-november-2020");
  expect({ date, group }).toEqual({ date: "2020-11-06", group: { en: "release" } });
  expect(texts.get("en")?.html).toContain("<h2>Needs, practices, challenges</h2>");
  expect(texts.get("en")?.html).toContain("Kosovo*");
});

it("keeps to itself communiqués about rounds of another programme, even of one name", async () => {
  const store = testStore();
  expect(await findNews(store.read)).toEqual([]);
  const w = await world(store);
  await writing(store).updateTable("round").set({ slug: "november-2020" }).where("id", "=", w.roundId).execute();
  expect(await findNews(store.read)).toEqual([]);
  await expect(findCommunique(store.read, "second-meeting-november-2020")).rejects.toThrow(NotFound);
});

it("knows the standing pages in both languages, and no others", async () => {
  for (const name of ["about", "help", "privacy", "accessibility"]) {
    for (const locale of ["en", "bs"] as const) expect(findPage(name).get(locale)?.title).toBeTruthy();
  }
  expect(() => findPage("imprint")).toThrow(NotFound);
  expect(() => findPage("__proto__")).toThrow(NotFound);
  await expect(findCommunique(testStore().read, "none")).rejects.toThrow(NotFound);
});
