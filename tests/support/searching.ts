import type { Actor } from "#app/domain/access/actor.ts";
import { MemoryIndex } from "#app/domain/search/answer/memory-index.server.ts";
import { type SearchInput, type SearchResult, search } from "#app/domain/search/search.server.ts";
import { searchSources } from "#app/domain/searchable/sources.server.ts";
import type { Store } from "#db/store.ts";

/** The index of a store in memory, loaded anew. */
export function memoryIndex(store: Store): Promise<MemoryIndex> {
  return MemoryIndex.load(store, searchSources);
}

const known = new WeakMap<Store["read"], Promise<MemoryIndex>>();

/** What somebody finds in a store; its index is loaded once and kept up from then on, as in a server. */
export async function searchIn(store: Store, actor: Actor, input: SearchInput): Promise<SearchResult> {
  const matcher = known.get(store.read) ?? memoryIndex(store);
  known.set(store.read, matcher);
  return search(store.read, actor, input, await matcher);
}
