import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Section } from "#app/ui/base/Section.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import type { FormerInList } from "#app/views/people/member-list.ts";

/** Who was a member, and the way back. */
export function FormerMembers({ former }: { former: readonly FormerInList[] }) {
  const t = useText();
  return (
    <Section id="former" title={t("people.former")} note={t("people.formerNote")}>
      <Table
        caption={t("people.former")}
        captionHidden
        fold
        rows={former}
        rowKey={({ membershipId }) => membershipId}
        columns={[
          { key: "name", head: t("people.name"), rowHead: true, cell: ({ name }) => name },
          { key: "role", head: t("people.role"), foldLabel: t("people.role"), cell: ({ role }) => role },
          { key: "ended", head: t("people.stateHead"), cell: ({ ended }) => ended },
          {
            key: "act",
            head: t("people.act"),
            headHidden: true,
            kind: "buttons",
            cell: ({ membershipId, name, canReturn }) =>
              canReturn ? (
                <a href={paths.memberReturn(membershipId)}>
                  {t("people.return")}
                  <span className="visually-hidden">: {name}</span>
                </a>
              ) : (
                t("people.deactivated")
              ),
          },
        ]}
      />
    </Section>
  );
}
