import type { Actor } from "#app/domain/access/actor.ts";
import type { Match } from "#app/domain/search/answer/matcher.ts";
import { identifierKeys } from "#app/domain/search/query/terms.ts";
import type { Hit } from "#app/domain/search/results/hit.ts";
import { HitMarker, type HitSearch } from "#app/domain/search/results/mark-hit.ts";
import { type SearchSources, sourceOf } from "#app/domain/search/sources.ts";
import type { Db } from "#db/store.ts";

/** What a page of matches shows, in its order: a few statements for each type, however long the page. */
export async function describeHits(
  db: Db,
  actor: Actor,
  sources: SearchSources,
  matches: readonly Match[],
  search: HitSearch,
): Promise<Hit[]> {
  const marker = new HitMarker(search);
  const described = new Map<string, Hit>();
  for (const type of new Set(matches.map((match) => match.type))) {
    const ofType = matches.filter((match) => match.type === type);
    for (const hit of await sourceOf(sources, type).describe(db, actor, ofType, marker)) {
      described.set(`${type} ${hit.id}`, hit);
    }
  }
  return matches.flatMap(({ type, id }) => described.get(`${type} ${id}`) ?? []);
}

/** Records that the query names by number, in whatever spelling, of the sources that want them shown first. */
export async function describeRecognised(
  db: Db,
  actor: Actor,
  sources: SearchSources,
  search: HitSearch,
): Promise<Hit[]> {
  const named = search.query.clauses.flatMap((clause) => clause.terms).filter((term) => term.kind === "identifier");
  const numbers = named.flatMap((term) => identifierKeys(term, search.tier));
  const hits: Hit[] = [];
  for (const source of sources) {
    if (!source.isShownByNumber || !source.named || numbers.length === 0) continue;
    const ids = [...new Set((await source.named(db, numbers)).map(({ id }) => id))].sort();
    const matches = ids.map((id): Match => ({ type: source.type, id, language: "", rank: 0 }));
    hits.push(...(await describeHits(db, actor, [source], matches, search)));
  }
  return hits;
}
