import { useText } from "#app/i18n/TextContext.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";

/** No hits, and what to try. */
export function NothingFound({ isFiltered }: { isFiltered: boolean }) {
  const t = useText();
  return (
    <Empty title={isFiltered ? t("search.emptyFiltered") : t("search.empty")}>
      <ul>
        {isFiltered ? <li>{t("search.tryFilters")}</li> : null}
        <li>{t("search.tryFewer")}</li>
        <li>{t("search.tryOther")}</li>
        <li>{t("search.tryNumber")}</li>
        <li>{t("search.tryTyped")}</li>
      </ul>
    </Empty>
  );
}
