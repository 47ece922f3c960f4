import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkBtn } from "#app/ui/base/Btn.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { Head } from "#app/ui/base/Head.tsx";
import { Sect } from "#app/ui/base/Sect.tsx";
import { type InvitationRow, InvitationsTable } from "#app/ui/people/InvitationsTable.tsx";
import { type MemberRow, MembersTable } from "#app/ui/people/MembersTable.tsx";
import { useShell } from "#app/ui/shell/ShellContext.tsx";

export type MembersPageProps = {
  title: string;
  manages: boolean;
  /** Null for somebody who is in no working group. */
  members: MemberRow[] | null;
  invitations: InvitationRow[];
};

/** Who is in the working group, and whose answer is awaited. */
export function MembersPage({ title, manages, members, invitations }: MembersPageProps) {
  const t = useText();
  const { group } = useShell();
  if (members === null) {
    return (
      <>
        <Head title={title} />
        <Empty title={t("account.noGroups")}>{t("account.noGroupsText")}</Empty>
      </>
    );
  }
  const invite = (
    <LinkBtn href={paths.newInvitation()} icon="plus" variant="primary">
      {t("people.invite")}
    </LinkBtn>
  );
  return (
    <>
      <Head title={title} standfirst={group?.name} actions={manages ? invite : undefined} />
      <Sect id="members" title={t("people.members")} note={t("people.memberCount", { count: members.length })}>
        <MembersTable members={members} manages={manages} />
      </Sect>
      {manages ? (
        <Sect id="invitations" title={t("people.invitations")} note={t("people.invitationsNote")}>
          {invitations.length === 0 ? (
            <Empty title={t("people.noInvitations")}>{t("people.noInvitationsText")}</Empty>
          ) : (
            <InvitationsTable invitations={invitations} />
          )}
        </Sect>
      ) : null}
    </>
  );
}
