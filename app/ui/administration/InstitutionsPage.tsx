import type { NameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { ShownLabel } from "#app/i18n/labels.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { ListPage } from "#app/ui/administration/ListPage.tsx";
import { nameColumn } from "#app/ui/administration/name-column.tsx";
import { Words } from "#app/ui/base/Words.tsx";

export interface InstitutionsPageProps {
  title: string;
  hasProgramme: boolean;
  rows: { id: string; retired: boolean; name: ShownLabel; type: string; beneficiary: NameWithMark | null }[];
}

/** The institutions that members come from. */
export function InstitutionsPage({ title, hasProgramme, rows }: InstitutionsPageProps) {
  const t = useText();
  return (
    <ListPage
      title={title}
      standfirst={t("admin.institutionsText")}
      hasProgramme={hasProgramme}
      add={{ href: paths.adminInstitution("new"), text: t("admin.addInstitution") }}
      several={{ href: paths.severalInstitutions(), text: t("admin.addInstitutions") }}
      empty={{ title: t("admin.noInstitutions"), text: t("admin.noInstitutionsText") }}
      rows={rows.map(({ name, ...row }) => ({ ...row, name: <Words {...name} /> }))}
      columns={[
        nameColumn(t, paths.adminInstitution),
        { key: "type", head: t("admin.type"), foldLabel: t("admin.type"), cell: ({ type }) => type },
        {
          key: "beneficiary",
          head: t("admin.beneficiary"),
          foldLabel: t("admin.beneficiary"),
          cell: ({ beneficiary }) => beneficiary ?? "–",
        },
      ]}
    />
  );
}
