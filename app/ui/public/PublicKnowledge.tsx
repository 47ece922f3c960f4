import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { ActiveFilters } from "#app/ui/search/ActiveFilters.tsx";
import { PlainSearchBox } from "#app/ui/search/PlainSearchBox.tsx";
import { Results, type ResultsProps } from "#app/ui/search/Results.tsx";
import { keptParams } from "#app/ui/search/search-address.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";

export type PublicKnowledgeProps = Pick<ResultsProps, "address" | "found" | "where"> & {
  title: string;
  description: string;
};

/** Records that delegations decided to share with everybody. */
export function PublicKnowledge({ title, description, address, found, where }: PublicKnowledgeProps) {
  const t = useText();
  const { locale } = useShell();
  const to = (params: Record<string, string | null>) => paths.publicKnowledge(locale, params);
  return (
    <>
      <div className="page-header">
        <div className="page-header-text">
          <h1>{title}</h1>
          <p className="standfirst">{description}</p>
        </div>
        <PlainSearchBox
          action={to({})}
          label={t("publicPages.find")}
          button={t("search.button")}
          placeholder={t("publicPages.placeholder")}
          query={address.query}
          kept={keptParams({ ...address, query: "", cursor: null })}
          className="mt-4"
        />
        <ActiveFilters address={address} found={found} to={to} />
      </div>
      <Results
        address={address}
        found={found}
        where={where}
        to={to}
        filters={["kind", "beneficiary", "theme"]}
        hitHref={(hit) =>
          paths.publicContribution(locale, hit.number) +
          (hit.language === null || hit.language === locale ? "" : `?language=${hit.language}`)
        }
      />
    </>
  );
}
