import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { InvitationsTable } from "#app/ui/people/InvitationsTable.tsx";
import { MembersTable } from "#app/ui/people/MembersTable.tsx";
import { useShell } from "#app/ui/shell/ShellContext.tsx";
import type { InvitationInList } from "#app/views/people/invitation-view.ts";
import type { MemberInList } from "#app/views/people/member-list.ts";

export interface MembersPageProps {
  title: string;
  manages: boolean;
  /** Null for somebody who is in no working group. */
  members: MemberInList[] | null;
  invitations: InvitationInList[];
}

/** Who is in the working group, and whose answer is awaited. */
export function MembersPage({ title, manages, members, invitations }: MembersPageProps) {
  const t = useText();
  const { group } = useShell();
  if (members === null) {
    return (
      <>
        <PageHeader title={title} />
        <Empty title={t("account.noGroups")}>{t("account.noGroupsText")}</Empty>
      </>
    );
  }
  const invite = (
    <LinkButton href={paths.newInvitation()} icon="plus" variant="primary">
      {t("people.invite")}
    </LinkButton>
  );
  return (
    <>
      <PageHeader title={title} standfirst={group?.name} actions={manages ? invite : undefined} />
      <Section id="members" title={t("people.members")} note={t("people.memberCount", { count: members.length })}>
        <MembersTable members={members} manages={manages} />
      </Section>
      {manages ? (
        <Section id="invitations" title={t("people.invitations")} note={t("people.invitationsNote")}>
          {invitations.length === 0 ? (
            <Empty title={t("people.noInvitations")}>{t("people.noInvitationsText")}</Empty>
          ) : (
            <InvitationsTable invitations={invitations} />
          )}
        </Section>
      ) : null}
    </>
  );
}
