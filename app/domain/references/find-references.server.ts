import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { shippedPlace } from "#app/domain/references/load-references.server.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import { type SearchResult, search } from "#app/domain/search/search.server.ts";
import { unlessNotReady } from "#app/domain/search/search-not-ready.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

/** A standard, guideline, paper or instrument as a list shows it. Its texts are in English. */
export interface ReferenceInList {
  id: string;
  identifier: string;
  title: string;
  date: string;
  class: string;
  verified: boolean;
  isSuperseded: boolean;
}

export interface ReferenceView extends ReferenceInList {
  summary: string;
  note: string;
  /** Why it is no longer the current one; empty while it is. */
  superseded: string;
  url: string;
  /** Contributions that cite it and that the viewer sees, newest first; null while no search can be answered. */
  cited: Pick<SearchResult, "hits" | "total"> | null;
}

/** How many citing records the page of a reference shows; the search has the rest. */
const SHOWN_CITATIONS = 20;
/** As many as a search gives at once. */
const MAX_FOUND = 100;

/**
 * References by class, in the order in which they ship, others after them by title; with a text those that it finds,
 * best first.
 */
export async function findReferences(
  db: Db,
  actor: Actor,
  { text, locale }: { text: string; locale: InterfaceLocale },
  matcher: Matcher,
): Promise<{ class: string; references: ReferenceInList[] }[]> {
  const rows = await db.selectFrom("reference").selectAll().orderBy("title").orderBy("id").execute();
  rows.sort((one, other) => shippedPlace(one.id) - shippedPlace(other.id));
  let shown = rows;
  if (text.trim() !== "") {
    const found = await search(db, actor, { query: text, locale, types: ["reference"], limit: MAX_FOUND }, matcher);
    shown = found.hits.flatMap((hit) => rows.find((row) => row.id === hit.id) ?? []);
  }
  const classes = [...new Set(shown.map((row) => row.class))];
  return classes.map((name) => ({
    class: name,
    references: shown.filter((row) => row.class === name).map(inList),
  }));
}

/**
 * A reference with the records that cite it.
 * @throws NotFound when there is none
 */
export async function findReference(
  db: Db,
  actor: Actor,
  id: string,
  locale: InterfaceLocale,
  matcher: Matcher,
): Promise<ReferenceView> {
  const row = await db.selectFrom("reference").selectAll().where("id", "=", id).executeTakeFirst();
  if (!row) throw new NotFound("reference");
  const asked = { query: "", filters: { cites: [id] }, locale, limit: SHOWN_CITATIONS };
  const found = await unlessNotReady(search(db, actor, { ...asked, types: ["contribution"] }, matcher));
  const { summary, note, superseded, url } = row;
  return { ...inList(row), summary, note, superseded, url, cited: found && { hits: found.hits, total: found.total } };
}

function inList(row: {
  id: string;
  identifier: string;
  title: string;
  date: string;
  class: string;
  verified: 0 | 1;
  superseded: string;
}): ReferenceInList {
  const { id, identifier, title, date } = row;
  return {
    ...{ id, identifier, title, date },
    class: row.class,
    verified: row.verified === 1,
    isSuperseded: row.superseded !== "",
  };
}
