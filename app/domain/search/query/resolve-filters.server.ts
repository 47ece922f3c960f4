import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { type Bounds, boundsOf, resolveBound } from "#app/domain/search/query/bounds.server.ts";
import { FILTER_NAMES, type FilterName, type Filters, filterWord } from "#app/domain/search/query/filter-names.ts";
import { resolveRounds, resolveSessions } from "#app/domain/search/query/resolve-sessions.server.ts";
import {
  nearValues,
  resolveValues,
  type Value,
  type Vocabulary,
} from "#app/domain/search/query/search-vocabulary.server.ts";
import type { SearchSources } from "#app/domain/search/sources.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
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
interface Resolved {
  code: string;
  label?: string;
}

/** More values of one filter are passed over. */
const MAX_VALUES = 40;

/**
 * What filters mean to this viewer: codes and ids, `group` and `cites` by id, stages and dates in canonical form.
 * Values that do not exist and values the viewer may not know of are left out alike, with the same note.
 */
export async function resolveFilters(
  db: Db,
  actor: Actor,
  sources: SearchSources,
  given: SearchFilters,
  vocabulary: Vocabulary,
  locale: InterfaceLocale,
  zone = ZONE,
): Promise<ResolvedFilters> {
  const filters: Partial<Record<SearchFilterName, string[]>> = {};
  const labels: Partial<Record<SearchFilterName, Record<string, string>>> = {};
  const notes: Message[] = [];
  for (const name of searchFilterNames) {
    const values = [...new Set(given[name] ?? [])].filter((value) => value !== "").slice(0, MAX_VALUES);
    const known: Resolved[] = [];
    for (const value of values) {
      const found = await resolveValue(db, actor, sources, name, value.slice(0, 200), vocabulary, locale);
      known.push(...found.slice(0, MAX_VALUES));
      const params = { name: filterWord(name, locale), value: value.slice(0, 60) };
      if (found.length === 0) notes.push(unknown(name, params, nearValues(listOf(name, vocabulary), params.value)));
      if (found.length > MAX_VALUES) {
        notes.push({ key: "searchNotes.manyValues", params: { ...params, limit: MAX_VALUES } });
      }
    }
    if (known.length === 0) continue;
    filters[name] = [...new Set(known.map(({ code }) => code))];
    labels[name] = Object.fromEntries(known.flatMap(({ code, label: text }) => (text ? [[code, text]] : [])));
  }
  return { filters, labels, notes, bounds: boundsOf(filters, zone) };
}

/** What to tell of a value that means nothing: what may have been meant; of a date or a stage, how to write it. */
function unknown(name: SearchFilterName, params: { name: string; value: string }, near: readonly Value[]): Message {
  if (near.length > 0) {
    const meant = near.map(({ label: text }) => `${params.name}:"${text}"`).join(", ");
    return { key: "searchNotes.unknownValueNear", params: { ...params, near: meant } };
  }
  return { key: unknownKey(name), params };
}

function unknownKey(name: SearchFilterName): MessageKey {
  if (name === "evidence") return "searchNotes.unknownStage";
  const isDate = name === "before" || name === "after" || name === "date";
  return isDate ? "searchNotes.unknownDate" : "searchNotes.unknownValue";
}

/** The values of filters that are the same for every viewer: of the others none may be guessed. */
function listOf(name: SearchFilterName, vocabulary: Vocabulary): readonly Value[] {
  const { kinds, themes, beneficiaries, institutionTypes, statuses, languages, has } = vocabulary;
  const { phases, targetGroups, attributions } = vocabulary;
  const lists: Partial<Record<SearchFilterName, readonly Value[]>> = {
    ...{ kind: kinds, theme: themes, beneficiary: beneficiaries, institution: institutionTypes },
    ...{ status: statuses, lang: languages, has },
    ...{ phase: phases, target: targetGroups, attribution: attributions },
  };
  return lists[name] ?? [];
}

async function resolveValue(
  db: Db,
  actor: Actor,
  sources: SearchSources,
  name: SearchFilterName,
  value: string,
  vocabulary: Vocabulary,
  locale: InterfaceLocale,
): Promise<Resolved[]> {
  switch (name) {
    case "kind":
      return resolveValues(vocabulary.kinds, value);
    case "theme":
      return resolveValues(vocabulary.themes, value);
    case "beneficiary":
      return resolveValues(vocabulary.beneficiaries, value);
    case "institution":
      return resolveValues(vocabulary.institutionTypes, value);
    case "status":
      return resolveValues(vocabulary.statuses, value);
    case "lang":
      return resolveValues(vocabulary.languages, value);
    case "group":
      return resolveGroups(db, actor, value, locale);
    case "round":
      return resolveRounds(db, actor, value);
    case "session":
      return resolveSessions(db, actor, value, vocabulary, MAX_VALUES + 1);
    case "cites":
      return resolveReferences(db, sources, value);
    case "has":
      return resolveValues(vocabulary.has, value);
    case "phase":
      return resolveValues(vocabulary.phases, value);
    case "target":
      return resolveValues(vocabulary.targetGroups, value);
    case "attribution":
      return resolveValues(vocabulary.attributions, value);
    default:
      return resolveBound(name, value, locale);
  }
}

/** Groups of the viewer, and those a visible record comes from. */
async function resolveGroups(db: Db, actor: Actor, value: string, locale: string): Promise<Resolved[]> {
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
  return resolveValues(values, value);
}

/** References by id or by number in any spelling. */
async function resolveReferences(db: Db, sources: SearchSources, value: string): Promise<Resolved[]> {
  const numbers = [squeezeIdentifier(value), ...findIdentifiers(value).flatMap(({ key, sameAs }) => [key, ...sameAs])];
  const cited = sources.filter(({ isShownByNumber }) => isShownByNumber);
  const found = await Promise.all(cited.map((source) => source.named?.(db, numbers) ?? []));
  const named = found.flat().map(({ id }) => id);
  return db
    .selectFrom("reference")
    .select(["id as code", "identifier as label"])
    .where("id", "in", [value, ...named])
    .orderBy("id")
    .execute();
}
