import type { Actor } from "#app/domain/access/actor.ts";
import type { SearchInput, SearchResult } from "#app/domain/search/search.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { searchIn } from "#tests/support/searching.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

/** A world with the library, and searches in it by its people: whole answers, or the titles of contributions. */
export async function searchedWorld() {
  const store = testStore();
  await loadLibrary(store);
  const w = await world(store);
  const find = (actor: Actor, query: string, further: Partial<SearchInput> = {}): Promise<SearchResult> =>
    searchIn(store, actor, { query, locale: "en", ...further });
  const titles = async (actor: Actor, query: string, further: Partial<SearchInput> = {}) =>
    (await find(actor, query, { types: ["contribution"], ...further })).hits.map((hit) => hit.title.text);
  return { store, w, find, titles };
}
