import { FILTER_NAMES, type Filters, filterNamed } from "#app/domain/search/query/filter-names.ts";
import { readable, replacePieces } from "#app/domain/search/query/query-pieces.ts";

/** What is asked for in the address of a search. */
export interface SearchAddress {
  query: string;
  /** `kind=need&kind=lesson` from a form, `kind=need,lesson` from a link. */
  filters: Filters;
  sort: "relevance" | "newest" | null;
  cursor: string | null;
}

/** Reads an address; what it does not understand is passed over. */
export function readSearchAddress(params: URLSearchParams): SearchAddress {
  const sort = params.get("sort");
  const given = FILTER_NAMES.map((name) => {
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
  const values = FILTER_NAMES.map((name) => [name, filters[name]?.join(",") ?? null] as const);
  return { q: query, ...Object.fromEntries(values), sort, cursor };
}

/** A query without its typed filters (or one of them): what remains when the filter is in the panel, or removed. */
export function withoutOperators(query: string, names: readonly string[] = FILTER_NAMES): string {
  return replacePieces(readable(query), ({ name, whole }) =>
    names.includes(filterNamed(name ?? "") ?? "") ? " " : whole,
  )
    .replace(/\s+/g, " ")
    .trim();
}

/** A query with another word before the colon, where one stands that is no filter. */
export function withFilter(query: string, unknown: string, near: string): string {
  return replacePieces(readable(query), ({ name, whole }) =>
    name?.startsWith(unknown) && filterNamed(name) === null ? whole.replace(`${name}:`, `${near}:`) : whole,
  );
}

/** The first day, `2020-11-01`, of a date in the form of addresses: `2020-11`. */
export function firstDay(date: string): string {
  return date.length < 10 ? `${date}${"-01-01".slice(date.length - 4)}` : date.slice(0, 10);
}

/** The parameters of an address as hidden fields of a form. */
export function keptParams(address: SearchAddress): [string, string][] {
  return Object.entries(addressParams(address)).filter((pair): pair is [string, string] => Boolean(pair[1]));
}
