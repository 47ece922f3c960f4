import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { CopyButton } from "#app/ui/base/CopyButton.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { NoGroup } from "#app/ui/home/NoGroup.tsx";
import { ChangesList } from "#app/ui/people/ChangesList.tsx";
import { FormerMembers } from "#app/ui/people/FormerMembers.tsx";
import { InvitationsSection } from "#app/ui/people/InvitationsSection.tsx";
import { MembersTable } from "#app/ui/people/MembersTable.tsx";
import { ofGroup } from "#app/ui/shell/of-group.ts";
import { useShell } from "#app/ui/shell/ShellContext.tsx";
import type { ChangeInList } from "#app/views/people/change-in-list.ts";
import type { InvitationInList } from "#app/views/people/invitation-view.ts";
import { type FormerInList, type MemberGroup, type MemberOrder, memberOrders } from "#app/views/people/member-list.ts";

export interface MembersPageProps {
  title: string;
  /** Null for somebody who is in no working group. */
  group: {
    order: MemberOrder;
    groups: MemberGroup[];
    /** The list as text, to copy. */
    lines: string;
    changes: ChangeInList[];
    /** Null for those who do not manage the members. */
    managed: { awaited: InvitationInList[]; settled: InvitationInList[]; former: FormerInList[] } | null;
  } | null;
}

/** Who is in the working group, whose answer is awaited, and what changed lately. */
export function MembersPage({ title, group }: MembersPageProps) {
  const t = useText();
  const shell = useShell();
  if (group === null) {
    return (
      <>
        <PageHeader title={title} />
        <NoGroup />
      </>
    );
  }
  const { order, groups, lines, changes, managed } = group;
  const count = groups.reduce((sum, { members }) => sum + members.length, 0);
  const invite = (
    <>
      <LinkButton href={ofGroup(shell, paths.newInvitation())} icon="plus" variant="primary">
        {t("people.invite")}
      </LinkButton>
      <LinkButton href={ofGroup(shell, paths.severalInvitations())}>{t("people.inviteSeveral")}</LinkButton>
    </>
  );
  return (
    <>
      <PageHeader
        title={title}
        standfirst={<span lang={shell.group?.nameLang}>{shell.group?.name}</span>}
        actions={managed ? invite : undefined}
      />
      <ChangesList changes={changes} />
      <Section id="members" title={t("people.members")} note={t("people.memberCount", { count })}>
        <div className="stack">
          <OrderLinks order={order} />
          {groups.map(({ heading, members }) => (
            <MembersTable
              key={heading ?? ""}
              caption={heading}
              members={members}
              manages={managed !== null}
              grouped={order === "delegation"}
            />
          ))}
          <CopyButton value={lines}>{t("people.copyList")}</CopyButton>
        </div>
      </Section>
      {managed ? <InvitationsSection {...managed} /> : null}
      {managed && managed.former.length > 0 ? <FormerMembers former={managed.former} /> : null}
    </>
  );
}

function OrderLinks({ order }: { order: MemberOrder }) {
  const t = useText();
  const shell = useShell();
  return (
    <nav className="cluster" aria-label={t("people.sortedBy")}>
      {memberOrders.map((one, at) =>
        one === order ? (
          <strong key={one} aria-current="true">
            {textOf(t, `people.sort.${one}`)}
          </strong>
        ) : (
          <a key={one} href={`${ofGroup(shell, paths.members({ sort: at === 0 ? undefined : one }))}#members`}>
            {textOf(t, `people.sort.${one}`)}
          </a>
        ),
      )}
    </nav>
  );
}
