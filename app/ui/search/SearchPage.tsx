import { facetNames } from "#app/domain/search/facet-names.ts";
import type { ActiveFilter, SearchResult } from "#app/domain/search/search.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/base/Notice.tsx";
import { Pagination } from "#app/ui/base/Pagination.tsx";
import { Icon } from "#app/ui/icons/Icon.tsx";
import { Filters } from "#app/ui/search/Filters.tsx";
import { HitList, ReferenceRow } from "#app/ui/search/HitList.tsx";
import { NothingFound } from "#app/ui/search/NothingFound.tsx";
import { SearchBox } from "#app/ui/search/SearchBox.tsx";
import {
  type AddressFilters,
  addressFilters,
  addressParams,
  type SearchAddress,
  withoutOperators,
} from "#app/ui/search/search-address.ts";

export type SearchPageProps = { address: SearchAddress; found: SearchResult; where: string };

/** What a reader may find: the box, filters with counts, results. */
export function SearchPage({ address, found, where }: SearchPageProps) {
  const t = useText();
  const lifted = { ...address, query: withoutOperators(address.query), filters: found.filters, cursor: null };
  const recognised = found.sort === "relevance" && found.before === 0 ? found.hits.filter(isRecognised) : [];
  const others = found.hits.filter((hit) => !(recognised as typeof found.hits).includes(hit));
  return (
    <>
      <div className="head">
        <h1 className="vh">{t("search.title")}</h1>
        <SearchBox query={address.query} kept={keptParams({ ...address, query: "", cursor: null })} />
        <ActiveFilters address={address} found={found} />
      </div>
      <div className="results">
        <div className="results-main">
          <h2 className="vh">{t("search.results")}</h2>
          {recognised.length > 0 ? (
            <section aria-labelledby="recognised" className="hit mb-4">
              <h3 className="vh" id="recognised">
                {t("search.recognised")}
              </h3>
              {recognised.map((hit) => (
                <ReferenceRow key={hit.id} hit={hit} recognised as="div" />
              ))}
            </section>
          ) : null}
          <Notes notes={found.notes} />
          <Tally address={address} found={found} where={where} />
          {found.total === 0 ? <NothingFound isFiltered={found.active.length > 0} /> : <HitList hits={others} />}
          <Pages address={address} found={found} where={where} />
        </div>
        <Filters
          facets={found.facets}
          names={facetNames}
          action={paths.search()}
          kept={keptParams({ ...lifted, filters: withoutFacets(found.filters) })}
        />
      </div>
    </>
  );
}

type Hits = SearchResult["hits"][number];

function isRecognised(hit: Hits): hit is Extract<Hits, { recordType: "reference" }> {
  return hit.recordType === "reference" && hit.recognised;
}

function ActiveFilters({ address, found }: { address: SearchAddress; found: SearchResult }) {
  const t = useText();
  if (found.active.length === 0) return null;
  return (
    <div className="active mt-4">
      <span className="vh">{t("search.inUse")}</span>
      {found.active.map((filter) => (
        <a key={`${filter.name}:${filter.value}`} href={hrefWithout(address, found, filter)}>
          {filter.label} <Icon name="close" />
          <span className="vh"> {t("search.removeFilter")}</span>
        </a>
      ))}
      {found.active.length > 1 ? <a href={hrefWithoutAll(address)}>{t("search.clearFilters")}</a> : null}
      <a className="narrow-only" href="#filters">
        {t("search.changeFilters")}
      </a>
    </div>
  );
}

/** The same search without one filter, wherever it came from: other values that were typed with it move to the address. */
function hrefWithout(address: SearchAddress, found: SearchResult, { name, value }: ActiveFilter): string {
  const rest = (found.filters[name] ?? []).filter((other) => other !== value);
  const filters = { ...address.filters, [name]: rest };
  return paths.search(
    addressParams({ ...address, query: withoutOperators(address.query, [name]), filters, cursor: null }),
  );
}

function hrefWithoutAll(address: SearchAddress): string {
  return paths.search(addressParams({ ...address, query: withoutOperators(address.query), filters: {}, cursor: null }));
}

/** How the query was understood. A wider tier speaks louder than the rest. */
function Notes({ notes }: { notes: SearchResult["notes"] }) {
  const t = useText();
  const isTier = (key: string) => key === "searchNotes.similarWords" || key === "searchNotes.anyWord";
  const told = notes.filter((note) => isTier(note.key));
  const small = notes.filter((note) => !isTier(note.key));
  return (
    <>
      {told.map((note) => (
        <Notice key={note.key} className="mb-4" title={textOf(t, note.key, note.params)} />
      ))}
      {small.map((note) => (
        <p key={JSON.stringify(note)} className="minor soft">
          {textOf(t, note.key, note.params)}
        </p>
      ))}
    </>
  );
}

function Tally({ address, found, where }: SearchPageProps) {
  const t = useText();
  const sorts = ["relevance", "newest"] as const;
  return (
    <div className="spread mb-4">
      <p className="minor soft" role="status">
        {found.total > found.hits.length ? where : t("search.count", { count: found.total })}
      </p>
      {found.total > 1 ? (
        <p className="minor">
          {t("search.sort")}{" "}
          {sorts.map((sort, at) => (
            <span key={sort}>
              {at > 0 ? ", " : null}
              {sort === found.sort ? (
                <b>{t(`search.sort.${sort}`)}</b>
              ) : (
                <a href={paths.search(addressParams({ ...address, sort, cursor: null }))}>{t(`search.sort.${sort}`)}</a>
              )}
            </span>
          ))}
        </p>
      ) : null}
    </div>
  );
}

function Pages({ address, found, where }: SearchPageProps) {
  const t = useText();
  if (!found.next && !found.previous) return null;
  const href = (cursor: string | null) => (cursor ? paths.search(addressParams({ ...address, cursor })) : undefined);
  return (
    <Pagination
      label={t("search.pages")}
      where={where}
      previous={{ text: t("common.previous"), href: href(found.previous) }}
      next={{ text: t("common.next"), href: href(found.next) }}
    />
  );
}

function withoutFacets(filters: AddressFilters): AddressFilters {
  const kept = addressFilters.filter((name) => !(facetNames as readonly string[]).includes(name));
  return Object.fromEntries(kept.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])));
}

/** Hidden fields of a form that leads to an address. */
function keptParams(address: SearchAddress): [string, string][] {
  return Object.entries(addressParams(address)).filter((pair): pair is [string, string] => Boolean(pair[1]));
}
