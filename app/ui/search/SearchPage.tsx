import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { ActiveFilters } from "#app/ui/search/ActiveFilters.tsx";
import { Results, type ResultsProps } from "#app/ui/search/Results.tsx";
import { SearchBox } from "#app/ui/search/SearchBox.tsx";
import { keptParams } from "#app/ui/search/search-address.ts";

type Props = Pick<ResultsProps, "address" | "found" | "where" | "choices">;

/** What a viewer may find: the box, the filters in force, the results. */
export function SearchPage({ address, found, where, choices }: Props) {
  const t = useText();
  return (
    <>
      <div className="page-header">
        <h1 className="visually-hidden">{t("search.title")}</h1>
        <SearchBox query={address.query} kept={keptParams({ ...address, query: "", cursor: null })} />
        <ActiveFilters address={address} found={found} to={paths.search} />
      </div>
      <Results address={address} found={found} where={where} to={paths.search} choices={choices} />
    </>
  );
}
