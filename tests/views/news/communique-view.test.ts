import { expect, it } from "vitest";
import { findCommunique, findNews } from "#app/domain/news/find-news.server.ts";
import { communiqueInList, communiqueView } from "#app/views/news/communique-view.ts";
import { testStore } from "#tests/support/store.ts";
import { tellOfRounds } from "#tests/support/told-rounds.ts";
import { viewer } from "#tests/support/viewer.ts";
import { world } from "#tests/support/world.ts";

const bosnian = viewer(undefined, undefined, "bs");
/** An installation with the rounds that the communiqués are about. */
async function withNews() {
  const store = testStore();
  await tellOfRounds(store, await world(store), ["november-2020", "skopje-january-2020"]);
  return store;
}
const albanian = { ...viewer(), locale: "sq" } as const;

it("lists communiqués in the viewer's language, with all that they are there in", async () => {
  const [latest] = (await findNews((await withNews()).read)).map((communique) => communiqueInList(communique, bosnian));
  expect(latest).toMatchObject({ language: "bs", languages: ["en", "bs"], day: "6. novembra 2020." });
  expect(latest?.summary).not.toBe("");
});

it("names a language that a communiqué is there in, instead of showing it silently", async () => {
  const { read } = await withNews();
  const [latest] = await findNews(read);
  expect(communiqueInList(latest!, albanian)).toMatchObject({ language: "en", summary: "" });
  const { text, languages } = communiqueView(await findCommunique(read, "second-meeting-november-2020"), albanian);
  expect({ text, languages }).toEqual({ text: null, languages: ["en", "bs"] });
});

it("names the working group of its round", async () => {
  const store = await withNews();
  const { group } = communiqueView(await findCommunique(store.read, "second-meeting-november-2020"), bosnian);
  expect(group).toEqual({ text: "release", lang: "en" });
});
