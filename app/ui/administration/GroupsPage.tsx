import type { ShownLabel } from "#app/i18n/labels.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { ListPage } from "#app/ui/administration/ListPage.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { Sentence, Words } from "#app/ui/base/Words.tsx";

export interface GroupsPageProps {
  title: string;
  hasProgramme: boolean;
  rows: { id: string; name: ShownLabel; code: string; members: number; organisers: number }[];
}

/** The working groups of the programme. One without an organiser cannot begin. */
export function GroupsPage({ title, hasProgramme, rows }: GroupsPageProps) {
  const t = useText();
  const waiting = rows.filter(({ organisers }) => organisers === 0);
  return (
    <ListPage
      title={title}
      standfirst={t("admin.groupsText")}
      hasProgramme={hasProgramme}
      add={{ href: paths.adminGroup("new"), text: t("admin.addGroup") }}
      empty={{ title: t("admin.noGroups"), text: t("admin.noGroupsText") }}
      rows={rows}
      columns={[
        {
          key: "name",
          head: t("admin.name"),
          rowHead: true,
          cell: ({ id, name }) => (
            <a href={paths.adminGroup(id)}>
              <Words {...name} />
            </a>
          ),
        },
        { key: "code", head: t("admin.code"), foldLabel: t("admin.code"), cell: ({ code }) => code },
        {
          key: "organisers",
          head: t("admin.organisers"),
          foldLabel: t("admin.organisers"),
          kind: "figures",
          cell: ({ organisers }) => organisers,
        },
        {
          key: "members",
          head: t("admin.members"),
          foldLabel: t("admin.members"),
          kind: "figures",
          cell: ({ members }) => members,
        },
      ]}
    >
      {waiting.map(({ id, name }) => (
        <Notice
          key={id}
          tone="warn"
          title={<Sentence text={t("admin.noOrganiser", { group: name.text })} words={name} />}
          className="mt-5"
        >
          <LinkButton href={paths.newInvitation({ group: id })} small about={name.text}>
            {t("admin.inviteOrganiser")}
          </LinkButton>
        </Notice>
      ))}
    </ListPage>
  );
}
