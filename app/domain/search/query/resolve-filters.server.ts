import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { type Bounds, boundMeant, boundsOf } from "#app/domain/search/query/bounds.server.ts";
import { FILTER_NAMES, type FilterName, type Filters } from "#app/domain/search/query/filter-names.ts";
import { referencesNamed } from "#app/domain/search/query/references-named.server.ts";
import { roundsMeant, sessionsMeant } from "#app/domain/search/query/resolve-sessions.server.ts";
import { type Vocabulary, valuesMeant } from "#app/domain/search/query/search-vocabulary.server.ts";
import type { InterfaceLocale } from "#app/i18n/catalogues.server.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import type { Message, MessageKey } from "#app/i18n/message.ts";
import { findIdentifiers, squeezeIdentifier } from "#app/language/identifiers.ts";
import type { Db } from "#db/store.ts";

/** Filters of an address: all of them can be typed too. */
export const searchFilterNames = FILTER_NAMES;
export type SearchFilterName = FilterName;

/**
 * Values of filters as given, and as understood. Values of one filter are alternatives, but for `BOUND_NAMES`, which
 * narrow; filters narrow each other.
 */
export type SearchFilters = Filters;

export interface ResolvedFilters {
  filters: SearchFilters;
  /** Names of values, where the filter is not one with counts, which names its values itself. */
  labels: { readonly [Name in SearchFilterName]?: Readonly<Record<string, string>> };
  notes: Message[];
  /** What the filters of `BOUND_NAMES` come to together. */
  bounds: Bounds;
}

/** By whose calendar a record was submitted on a day, unless the caller says otherwise. */
const ZONE = "Europe/Sarajevo";

/** A value as understood; without a label where its facet names it. */
type Meant = { code: string; label?: string };

/** More values of one filter are passed over. */
const MOST_VALUES = 40;

/**
 * What filters mean to this reader: codes and ids, `group` and `cites` by id, stages and dates in canonical form.
 * Values that do not exist and values the reader may not know of are left out alike, with the same note.
 */
export async function resolveFilters(
  db: Db,
  actor: Actor,
  given: SearchFilters,
  vocabulary: Vocabulary,
  locale: InterfaceLocale,
  zone = ZONE,
): Promise<ResolvedFilters> {
  const filters: Partial<Record<SearchFilterName, string[]>> = {};
  const labels: Partial<Record<SearchFilterName, Record<string, string>>> = {};
  const notes: Message[] = [];
  for (const name of searchFilterNames) {
    const values = [...new Set(given[name] ?? [])].filter((value) => value !== "").slice(0, MOST_VALUES);
    const known: Meant[] = [];
    for (const value of values) {
      const meant = await meaningOf(db, actor, name, value.slice(0, 200), vocabulary, locale);
      known.push(...meant.slice(0, MOST_VALUES));
      const params = { name, value: value.slice(0, 60) };
      if (meant.length === 0) notes.push({ key: unknown(name), params });
      if (meant.length > MOST_VALUES) {
        notes.push({ key: "search.note.manyValues", params: { ...params, limit: MOST_VALUES } });
      }
    }
    if (known.length === 0) continue;
    filters[name] = [...new Set(known.map(({ code }) => code))];
    labels[name] = Object.fromEntries(known.flatMap(({ code, label: text }) => (text ? [[code, text]] : [])));
  }
  return { filters, labels, notes, bounds: boundsOf(filters, zone) };
}

/** What to tell of a value that means nothing; of a date or a stage, how to write it. */
function unknown(name: SearchFilterName): MessageKey {
  if (name === "evidence") return "search.note.unknownStage";
  const isDate = name === "before" || name === "after" || name === "date";
  return isDate ? "search.note.unknownDate" : "search.note.unknownValue";
}

async function meaningOf(
  db: Db,
  actor: Actor,
  name: SearchFilterName,
  value: string,
  vocabulary: Vocabulary,
  locale: InterfaceLocale,
): Promise<Meant[]> {
  switch (name) {
    case "kind":
      return valuesMeant(vocabulary.kinds, value);
    case "theme":
      return valuesMeant(vocabulary.themes, value);
    case "beneficiary":
      return valuesMeant(vocabulary.beneficiaries, value);
    case "institution":
      return valuesMeant(vocabulary.institutionTypes, value);
    case "status":
      return valuesMeant(vocabulary.statuses, value);
    case "lang":
      return valuesMeant(vocabulary.languages, value);
    case "group":
      return groupsMeant(db, actor, value, locale);
    case "round":
      return roundsMeant(db, actor, value);
    case "session":
      return sessionsMeant(db, actor, value, vocabulary, MOST_VALUES + 1);
    case "cites":
      return referencesMeant(db, value);
    case "has":
      return valuesMeant(vocabulary.has, value);
    default:
      return boundMeant(name, value, locale);
  }
}

/** Groups of the reader, and those a visible record comes from. */
async function groupsMeant(db: Db, actor: Actor, value: string, locale: string): Promise<Meant[]> {
  const own = actor.memberships.map((membership) => membership.groupId);
  const rows = await db
    .selectFrom("working_group")
    .select(["id", "slug", "code", "names"])
    .where((eb) =>
      eb.or([
        eb("id", "in", own),
        eb("id", "in", contributionsVisibleTo(db, actor).select("contribution.group_id").distinct()),
      ]),
    )
    .orderBy("position")
    .execute();
  const values = rows.map(({ id, slug, code, names }) => {
    const labels = parseLabels(names);
    return { code: id, label: label(labels, locale), names: [slug, code, ...Object.values(labels)] };
  });
  return valuesMeant(values, value);
}

/** References by id or by number in any spelling. */
async function referencesMeant(db: Db, value: string): Promise<Meant[]> {
  const found = findIdentifiers(value).flatMap(({ key, sameAs }) => [key, ...sameAs]);
  const named = await referencesNamed(db, [squeezeIdentifier(value), ...found]);
  return db
    .selectFrom("reference")
    .select(["id as code", "identifier as label"])
    .where("id", "in", [value, ...named])
    .orderBy("id")
    .execute();
}
