import { type FacetName, facetNames } from "#app/domain/search/query/facet-names.ts";
import type { FilterChoices } from "#app/domain/search/query/filter-choices.server.ts";
import { FILTER_NAMES, type Filters as FilterValues } from "#app/domain/search/query/filter-names.ts";
import type { Note } from "#app/domain/search/query/notes.ts";
import type { Hit } from "#app/domain/search/results/hit.ts";
import type { SearchResult } from "#app/domain/search/search.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { Pagination } from "#app/ui/base/Pagination.tsx";
import { fieldNames } from "#app/ui/search/BoundFields.tsx";
import { Filters } from "#app/ui/search/Filters.tsx";
import { HitList, HitRow } from "#app/ui/search/HitList.tsx";
import { NothingFound } from "#app/ui/search/NothingFound.tsx";
import { OfferedTerms } from "#app/ui/search/OfferedTerms.tsx";
import {
  addressParams,
  keptParams,
  type SearchAddress,
  withFilter,
  withoutOperators,
} from "#app/ui/search/search-address.ts";

export interface ResultsProps {
  address: SearchAddress;
  found: SearchResult;
  /** "1–20 of 112" */
  where: string;
  /** The page with other parameters; without any, where its forms lead. */
  to: (params: Record<string, string | null>) => string;
  filters?: readonly FacetName[];
  /** What may be chosen of lists; without it the panel asks for nothing that has no counts. */
  choices?: FilterChoices;
  hitHref?: (hit: Hit) => string;
}

/** Filters with counts and the results beside them; the same inside and on public pages. */
export function Results(props: ResultsProps) {
  const { address, found, to, filters = facetNames, choices, hitHref } = props;
  const t = useText();
  const recognised = found.before === 0 ? found.recognised : [];
  const others = found.hits.filter((hit) => !recognised.some((reference) => reference.id === hit.id));
  const inPanel = [...filters, ...(choices ? fieldNames : [])];
  // In the panel typed filters become ticks, so they leave the words.
  const lifted = { ...address, query: withoutOperators(address.query), cursor: null };
  return (
    <div className="results">
      <Filters
        facets={found.facets}
        names={filters}
        bounds={choices ? { active: found.active, choices } : null}
        action={to({})}
        kept={keptParams({ ...lifted, filters: without(found.filters, inPanel) })}
      />
      <div className="results-main">
        <h2 className="visually-hidden">{t("search.results")}</h2>
        <Recognised references={recognised} />
        <Suggested {...props} />
        <OfferedTerms {...props} />
        <Notes {...props} />
        <Tally {...props} />
        {found.total === 0 && recognised.length === 0 ? (
          <NothingFound isAsked={address.query.trim() !== ""} isFiltered={found.active.length > 0} />
        ) : (
          <HitList hits={others} hrefOf={hitHref} />
        )}
        <Pages {...props} />
      </div>
    </div>
  );
}

/** References whose number stands in the query, before everything else. */
function Recognised({ references }: { references: readonly Hit[] }) {
  const t = useText();
  if (references.length === 0) return null;
  return (
    <section aria-labelledby="recognised" className="hit mb-4">
      <h3 className="visually-hidden" id="recognised">
        {t("search.recognised")}
      </h3>
      {references.map((hit) => (
        <HitRow key={hit.id} hit={hit} recognised as="div" />
      ))}
    </section>
  );
}

/** What may have been meant, as a link. */
function Suggested({ address, found: { suggested }, to }: ResultsProps) {
  const t = useText();
  if (suggested === null) return null;
  const [before, after] = t("searchNotes.didYouMean", { query: "\n" }).split("\n");
  return (
    <p className="mb-4">
      {before}
      <a href={to(addressParams({ ...address, query: suggested, cursor: null }))}>
        <b>{suggested}</b>
      </a>
      {after}
    </p>
  );
}

/** How the query was understood. A wider tier speaks louder than the rest. */
function Notes({ address, found, to }: ResultsProps) {
  const t = useText();
  return (
    <>
      {found.notes
        .filter((note) => note.key !== "searchNotes.didYouMean")
        .map((note) =>
          note.key === "searchNotes.similarWords" || note.key === "searchNotes.anyWord" ? (
            <Notice key={note.key} className="mb-4" title={t(note.key, note.params)} />
          ) : (
            <p key={JSON.stringify(note)} className="minor soft">
              {note.key === "searchNotes.unknownOperatorNear" ? (
                <NearFilter
                  params={note.params}
                  hrefOf={(query) => to(addressParams({ ...address, query, cursor: null }))}
                  query={address.query}
                />
              ) : (
                t(note.key, note.params)
              )}
            </p>
          ),
        )}
    </>
  );
}

/** The filter that may have been meant, as a link that corrects the query. */
function NearFilter(props: { params?: Note["params"]; query: string; hrefOf: (query: string) => string }) {
  const { params = {}, query, hrefOf } = props;
  const t = useText();
  const near = String(params.near);
  const name = String(params.name);
  const [before, after] = t("searchNotes.unknownOperatorNear", { ...params, near: "\n" }).split("\n:");
  return (
    <>
      {before}
      <a href={hrefOf(withFilter(query, name, near))}>{near}:</a>
      {after}
    </>
  );
}

function Tally({ address, found, where, to }: ResultsProps) {
  const t = useText();
  const sorts = ["relevance", "newest"] as const;
  return (
    <div className="spread mb-4">
      <p className="minor soft" role="status">
        {found.total > found.hits.length ? where : t("search.count", { count: found.total })}
      </p>
      {found.total > 1 && withoutOperators(address.query) !== "" ? (
        <p className="minor">
          {t("search.sort")}{" "}
          {sorts.map((sort, at) => (
            <span key={sort}>
              {at > 0 ? ", " : null}
              {sort === found.sort ? (
                <b>{t(`search.sort.${sort}`)}</b>
              ) : (
                <a href={to(addressParams({ ...address, sort, cursor: null }))}>{t(`search.sort.${sort}`)}</a>
              )}
            </span>
          ))}
        </p>
      ) : null}
    </div>
  );
}

function Pages({ address, found, where, to }: ResultsProps) {
  const t = useText();
  if (!found.next && !found.previous) return null;
  const href = (cursor: string | null) => (cursor ? to(addressParams({ ...address, cursor })) : undefined);
  return (
    <Pagination
      label={t("search.pages")}
      where={where}
      previous={{ text: t("common.previous"), href: href(found.previous) }}
      next={{ text: t("common.next"), href: href(found.next) }}
    />
  );
}

function without(filters: FilterValues, names: readonly string[]): FilterValues {
  const kept = FILTER_NAMES.filter((name) => !names.includes(name));
  return Object.fromEntries(kept.flatMap((name) => (filters[name] ? [[name, filters[name]]] : [])));
}
