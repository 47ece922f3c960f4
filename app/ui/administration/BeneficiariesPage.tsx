import type { NameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { ShownLabel } from "#app/i18n/labels.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { ListPage } from "#app/ui/administration/ListPage.tsx";
import { nameColumn } from "#app/ui/administration/name-column.tsx";
import { Words } from "#app/ui/base/Words.tsx";

export interface BeneficiariesPageProps {
  title: string;
  hasProgramme: boolean;
  rows: { id: string; retired: boolean; code: string; name: NameWithMark; footnote: ShownLabel }[];
}

/** The beneficiaries of the programme in their order. */
export function BeneficiariesPage({ title, hasProgramme, rows }: BeneficiariesPageProps) {
  const t = useText();
  return (
    <ListPage
      title={title}
      standfirst={t("admin.beneficiariesText")}
      hasProgramme={hasProgramme}
      add={{ href: paths.adminBeneficiary("new"), text: t("admin.addBeneficiary") }}
      several={{ href: paths.severalBeneficiaries(), text: t("admin.addBeneficiaries") }}
      empty={{ title: t("admin.noBeneficiaries"), text: t("admin.noBeneficiariesText") }}
      rows={rows}
      columns={[
        nameColumn(t, paths.adminBeneficiary),
        { key: "code", head: t("admin.code"), foldLabel: t("admin.code"), cell: ({ code }) => code },
        {
          key: "footnote",
          head: t("admin.footnote"),
          foldLabel: t("admin.footnote"),
          cell: ({ footnote }) => (footnote.text ? <Words {...footnote} /> : "–"),
        },
      ]}
    />
  );
}
