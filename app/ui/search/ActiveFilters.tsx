import type { ActiveFilter } from "#app/domain/search/search.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Icon } from "#app/ui/icons/Icon.tsx";
import type { ResultsProps } from "#app/ui/search/Results.tsx";
import { addressParams, withoutOperators } from "#app/ui/search/search-address.ts";

type Props = Pick<ResultsProps, "address" | "found" | "to">;

/** Filters in force, typed or ticked; each is a link to the same search without it. */
export function ActiveFilters({ address, found, to }: Props) {
  const t = useText();
  if (found.active.length === 0) return null;
  const none = { ...address, query: withoutOperators(address.query), filters: {}, cursor: null };
  return (
    <div className="active mt-4">
      <span className="visually-hidden">{t("search.inUse")}</span>
      {found.active.map((filter) => (
        <a key={`${filter.name}:${filter.value}`} href={to(paramsWithout(filter, address, found))}>
          <span lang={filter.lang}>{filter.label}</span> <Icon name="close" />
          <span className="visually-hidden"> {t("search.removeFilter")}</span>
        </a>
      ))}
      {found.active.length > 1 ? <a href={to(addressParams(none))}>{t("search.clearFilters")}</a> : null}
    </div>
  );
}

/** Wherever the value came from: other values that were typed with it move from the words to the address. */
function paramsWithout({ name, value }: ActiveFilter, address: Props["address"], found: Props["found"]) {
  const rest = (found.filters[name] ?? []).filter((other) => other !== value);
  const query = withoutOperators(address.query, [name]);
  return addressParams({ ...address, query, filters: { ...address.filters, [name]: rest }, cursor: null });
}
