import { useText } from "#app/i18n/TextContext.tsx";
import type { ResultsProps } from "#app/ui/search/Results.tsx";
import { addressParams } from "#app/ui/search/search-address.ts";

type Props = Pick<ResultsProps, "address" | "found" | "to">;

/** Terms that the words name, each a link to all that is filed under it, in whatever language. */
export function OfferedTerms({ address, found, to }: Props) {
  const t = useText();
  if (found.offers.length === 0) return null;
  return (
    <ul className="mb-4" aria-label={t("search.offers")}>
      {found.offers.map(({ name, value, label, count }) => {
        const filters = { ...found.filters, [name]: [value] };
        return (
          <li key={`${name}:${value}`}>
            <a href={to(addressParams({ ...address, query: "", filters, cursor: null }))}>
              {t(`search.offer.${name}`, { count, label })}
            </a>
          </li>
        );
      })}
    </ul>
  );
}
