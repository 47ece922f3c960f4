import type { Actor } from "#app/domain/access/actor.ts";
import { parseQuery } from "#app/domain/search/query/query.ts";
import { resolveFilters } from "#app/domain/search/query/resolve-filters.server.ts";
import { readVocabulary } from "#app/domain/search/query/search-vocabulary.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

/** Bounds of a query that sets none. */
export const none = { evidence: null, from: null, until: null, fromYear: null, untilYear: null, has: [] };

/** A world, and what the filters of a query that one of its people types come to. */
export async function resolving() {
  const store = testStore();
  const w = await world(store);
  const resolve = async (actor: Actor, typed: string, locale: InterfaceLocale = "en", zone?: string) => {
    const vocabulary = await readVocabulary(store.read, locale);
    return resolveFilters(store.read, actor, searchSources, parseQuery(typed).filters, vocabulary, locale, zone);
  };
  return { store, w, resolve };
}
