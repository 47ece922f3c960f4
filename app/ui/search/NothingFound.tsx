import { useText } from "#app/i18n/TextContext.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";

/** No hits, and what to try; where nothing was asked for, there is nothing yet. */
export function NothingFound({ isAsked, isFiltered }: { isAsked: boolean; isFiltered: boolean }) {
  const t = useText();
  if (!isAsked && !isFiltered) return <Empty title={t("search.nothingYet")}>{t("search.nothingYetText")}</Empty>;
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
