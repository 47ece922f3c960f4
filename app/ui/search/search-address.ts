import { FILTER_NAMES } from "#app/domain/search/filters.ts";

/** Filters as an address carries them: `kind=need&kind=lesson` from a form, `kind=need,lesson` from a link. */
export const addressFilters = [...FILTER_NAMES, "round", "session"] as const;
export type AddressFilter = (typeof addressFilters)[number];
export type AddressFilters = { readonly [Name in AddressFilter]?: readonly string[] };

/** What is asked for in the address of a search. */
export interface SearchAddress {
  query: string;
  filters: AddressFilters;
  sort: "relevance" | "newest" | null;
  cursor: string | null;
}

/** Reads an address; what it does not understand is passed over. */
export function readSearchAddress(params: URLSearchParams): SearchAddress {
  const sort = params.get("sort");
  const given = addressFilters.map((name) => {
    const values = params.getAll(name).flatMap((value) => value.split(","));
    return [name, [...new Set(values.map((value) => value.trim()).filter(Boolean))]] as const;
  });
  return {
    query: params.get("q") ?? "",
    filters: Object.fromEntries(given.filter(([, values]) => values.length > 0)),
    sort: sort === "relevance" || sort === "newest" ? sort : null,
    cursor: params.get("cursor"),
  };
}

/** The parameters of an address, for `paths.search`. */
export function addressParams({ query, filters, sort, cursor }: SearchAddress): Record<string, string | null> {
  const values = addressFilters.map((name) => [name, filters[name]?.join(",") ?? null] as const);
  return { q: query, ...Object.fromEntries(values), sort, cursor };
}

/** A query without its typed filters (or one of them): what remains when the filter is in the panel, or removed. */
export function withoutOperators(query: string, names: readonly string[] = FILTER_NAMES): string {
  const operators = new RegExp(
    String.raw`(?<=^|\s)-?(?:${names.join("|")}):(?:["“”„‟«»][^"“”„‟«»]*["“”„‟«»]|[^\s"“”„‟«»]+)`,
    "giu",
  );
  return query.replace(operators, " ").replace(/\s+/g, " ").trim();
}

/** The parameters of an address as hidden fields of a form. */
export function keptParams(address: SearchAddress): [string, string][] {
  return Object.entries(addressParams(address)).filter((pair): pair is [string, string] => Boolean(pair[1]));
}
