import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { type FacetName, facetNames } from "#app/domain/search/query/facet-names.ts";
import type { SearchFilters } from "#app/domain/search/query/resolve-filters.server.ts";
import type { Value, Vocabulary } from "#app/domain/search/query/search-vocabulary.server.ts";
import { createFormats } from "#app/domain/time/format.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

export interface FacetValue {
  value: string;
  label: string;
  count: number;
  selected: boolean;
}

/** Values of every filter with counts; one that is selected is there even with none. */
export type Facets = Record<FacetName, FacetValue[]>;

/** Names what was counted: two statements. Kinds and the like keep their order, themes stand by count. */
export async function nameFacets(
  db: Db,
  counts: Record<FacetName, ReadonlyMap<string, number>>,
  filters: SearchFilters,
  vocabulary: Vocabulary,
  locale: InterfaceLocale,
): Promise<Facets> {
  const values: Record<FacetName, readonly Pick<Value, "code" | "label">[]> = {
    kind: vocabulary.kinds,
    theme: vocabulary.themes,
    beneficiary: vocabulary.beneficiaries,
    institution: vocabulary.institutionTypes,
    round: await roundValues(db, idsOf("round", counts, filters), locale),
    session: await sessionValues(db, idsOf("session", counts, filters), locale),
  };
  const facets = Object.fromEntries(
    facetNames.map((name) => [
      name,
      values[name]
        .map(({ code, label: text }) => ({
          value: code,
          label: text,
          count: counts[name].get(code) ?? 0,
          selected: filters[name]?.includes(code) ?? false,
        }))
        .filter(({ count, selected }) => count > 0 || selected),
    ]),
  ) as Facets;
  facets.theme.sort((one, other) => other.count - one.count || (one.value < other.value ? -1 : 1));
  return facets;
}

function idsOf(name: FacetName, counts: Record<FacetName, ReadonlyMap<string, number>>, filters: SearchFilters) {
  return [...new Set([...counts[name].keys(), ...(filters[name] ?? [])])];
}

async function roundValues(db: Db, ids: readonly string[], locale: InterfaceLocale) {
  const rows = await db
    .selectFrom("round")
    .select(["id", "titles"])
    .where("id", "in", ids)
    .orderBy("starts_on", "desc")
    .orderBy("id")
    .execute();
  return rows.map((row) => ({ code: row.id, label: label(parseLabels(row.titles), locale) }));
}

async function sessionValues(db: Db, ids: readonly string[], locale: InterfaceLocale) {
  const rows = await db
    .selectFrom("session")
    .leftJoin("beneficiary", "beneficiary.id", "session.beneficiary_id")
    .select(["session.id", "session.starts_at", "session.zone", "beneficiary.names", "beneficiary.mark"])
    .where("session.id", "in", ids)
    .orderBy("session.starts_at", "desc")
    .orderBy("session.id")
    .execute();
  return rows.map((row) => {
    const name = nameWithMark(row, locale) ?? textFor(locale)("search.plenary");
    return { code: row.id, label: `${name}, ${createFormats(locale, row.zone).dateShort(row.starts_at)}` };
  });
}
