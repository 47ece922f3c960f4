import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { type FacetName, facetNames } from "#app/domain/search/query/facet-names.ts";
import type { SearchFilters } from "#app/domain/search/query/resolve-filters.server.ts";
import type { Value, Vocabulary } from "#app/domain/search/query/search-vocabulary.server.ts";
import type { RoundOfRecords, SearchSources, SessionOfRecords } from "#app/domain/search/sources.ts";
import { createFormats } from "#app/domain/time/format.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { shownLabel } from "#app/i18n/labels.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

export interface FacetValue {
  value: string;
  label: string;
  /** Value of `lang` where the label is in another language than the viewer reads. */
  lang?: string;
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
  sources: SearchSources,
  locale: InterfaceLocale,
): Promise<Facets> {
  const contexts = sources.find((source) => source.contexts)?.contexts;
  const rounds = await contexts?.rounds(db, idsOf("round", counts, filters));
  const sessions = await contexts?.sessions(db, idsOf("session", counts, filters));
  const values: Record<FacetName, readonly (Pick<Value, "code" | "label"> & { lang?: string })[]> = {
    kind: vocabulary.kinds,
    theme: vocabulary.themes,
    beneficiary: vocabulary.beneficiaries,
    institution: vocabulary.institutionTypes,
    round: roundValues(rounds ?? [], locale),
    session: sessionValues(sessions ?? [], locale),
  };
  const facets = Object.fromEntries(
    facetNames.map((name) => [
      name,
      values[name]
        .map(({ code, label: text, lang }) => ({
          value: code,
          label: text,
          ...(lang ? { lang } : {}),
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

function roundValues(rounds: readonly RoundOfRecords[], locale: InterfaceLocale) {
  return rounds
    .toSorted((one, other) => latestFirst(one, other, "startsOn"))
    .map(({ id, titles }) => {
      const { text, lang } = shownLabel(titles, locale);
      return { code: id, label: text, lang };
    });
}

function sessionValues(sessions: readonly SessionOfRecords[], locale: InterfaceLocale) {
  return sessions
    .toSorted((one, other) => latestFirst(one, other, "startsAt"))
    .map(({ id, beneficiary, startsAt, zone }) => {
      const name = beneficiary ? nameWithMark(beneficiary, locale) : textFor(locale)("search.plenary");
      return { code: id, label: `${name}, ${createFormats(locale, zone).dateShort(startsAt)}` };
    });
}

/** Orders by a day or an instant, what is of the same one by its id. */
function latestFirst<At extends string>(one: Dated<At>, other: Dated<At>, at: At): number {
  if (one[at] !== other[at]) return one[at] > other[at] ? -1 : 1;
  return one.id < other.id ? -1 : 1;
}
type Dated<At extends string> = { id: string } & Record<At, string>;
