import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/visible-contributions.server.ts";
import { sessionsVisibleTo } from "#app/domain/access/visible-sessions.server.ts";
import type { Said } from "#app/domain/errors.ts";
import { FILTER_NAMES } from "#app/domain/search/filters.ts";
import { findIdentifiers, squeezeIdentifier } from "#app/domain/search/identifiers.ts";
import { referencesNamed } from "#app/domain/search/references-named.server.ts";
import { type Vocabulary, valuesMeant } from "#app/domain/search/search-vocabulary.server.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/connect.server.ts";

/** Filters of an address: those that can be typed, and the two that are only ever picked. */
export const searchFilterNames = [...FILTER_NAMES, "round", "session"] as const;
export type SearchFilterName = (typeof searchFilterNames)[number];

/** Values of filters as given, and as understood. Values of one filter are alternatives; filters narrow each other. */
export type SearchFilters = { readonly [Name in SearchFilterName]?: readonly string[] };

export interface ResolvedFilters {
  filters: SearchFilters;
  /** Names of values, where the filter is not one with counts, which names its values itself. */
  labels: { readonly [Name in SearchFilterName]?: Readonly<Record<string, string>> };
  notes: Said[];
}

/** A value as understood; without a label where its facet names it. */
type Meant = { code: string; label?: string };

/** More values of one filter are passed over. */
const MOST_VALUES = 40;

/**
 * What filters mean to this reader: codes and ids, `group` and `cites` by id. Values that do not exist and values the
 * reader may not know of are left out alike, with the same note.
 */
export async function resolveFilters(
  db: Db,
  actor: Actor,
  given: SearchFilters,
  vocabulary: Vocabulary,
  locale: string,
): Promise<ResolvedFilters> {
  const filters: Partial<Record<SearchFilterName, string[]>> = {};
  const labels: Partial<Record<SearchFilterName, Record<string, string>>> = {};
  const notes: Said[] = [];
  for (const name of searchFilterNames) {
    const values = [...new Set(given[name] ?? [])].filter((value) => value !== "").slice(0, MOST_VALUES);
    const known: Meant[] = [];
    for (const value of values) {
      const meant = await meaningOf(db, actor, name, value.slice(0, 200), vocabulary, locale);
      known.push(...meant);
      if (meant.length === 0)
        notes.push({ key: "search.note.unknownValue", params: { name, value: value.slice(0, 60) } });
    }
    if (known.length === 0) continue;
    filters[name] = [...new Set(known.map(({ code }) => code))];
    labels[name] = Object.fromEntries(known.flatMap(({ code, label: text }) => (text ? [[code, text]] : [])));
  }
  return { filters, labels, notes };
}

async function meaningOf(
  db: Db,
  actor: Actor,
  name: SearchFilterName,
  value: string,
  vocabulary: Vocabulary,
  locale: string,
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
      return roundMeant(db, actor, value);
    case "session":
      return sessionMeant(db, actor, value);
    case "cites":
      return referencesMeant(db, value);
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

/** A round of the reader's groups, or one a visible record comes from. */
async function roundMeant(db: Db, actor: Actor, value: string): Promise<Meant[]> {
  const own = actor.memberships.map((membership) => membership.groupId);
  const row = await db
    .selectFrom("round")
    .select("id")
    .where("id", "=", value)
    .where((eb) =>
      eb.or([
        eb("group_id", "in", own),
        eb.exists(
          contributionsVisibleTo(db, actor)
            .select("contribution.id")
            .where("contribution.round_id", "=", value)
            .where("contribution.status", "not in", ["draft", "withdrawn"]),
        ),
      ]),
    )
    .executeTakeFirst();
  return row ? [{ code: row.id }] : [];
}

async function sessionMeant(db: Db, actor: Actor, value: string): Promise<Meant[]> {
  const row = await sessionsVisibleTo(db, actor)
    .select("session.id")
    .where("session.id", "=", value)
    .executeTakeFirst();
  return row ? [{ code: row.id }] : [];
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
