import type { FormAnswer } from "#app/http/form.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { EditPage } from "#app/ui/administration/EditPage.tsx";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { TextField } from "#app/ui/base/TextField.tsx";
import { fieldsOf } from "#app/ui/forms/DeedForm.tsx";
import { LabelFields, labelNames } from "#app/ui/forms/LabelFields.tsx";
import { InvitationsSection } from "#app/ui/people/InvitationsSection.tsx";
import { MembersTable } from "#app/ui/people/MembersTable.tsx";
import type { InvitationInList } from "#app/views/people/invitation-view.ts";
import type { MemberInList } from "#app/views/people/member-list.ts";

export interface GroupPageProps {
  title: string;
  /** Null for a new one. */
  group: { id: string; joined: boolean } | null;
  members: MemberInList[];
  invitations: { awaited: InvitationInList[]; settled: InvitationInList[] };
  stored: Record<string, string>;
  answer?: FormAnswer;
}

/** A working group: names, codes, and who is in it. */
export function GroupPage({ title, group, members, invitations, stored, answer }: GroupPageProps) {
  const t = useText();
  const { field } = fieldsOf(answer, stored);
  const parent = { text: t("admin.groups"), href: paths.adminGroups() };
  const invite = group ? (
    <LinkButton href={paths.newInvitation({ group: group.id })}>{t("people.invite")}</LinkButton>
  ) : null;
  const roster = group ? (
    <Section id="members" title={t("people.members")} note={t("people.memberCount", { count: members.length })}>
      <div className="stack">
        {members.length === 0 && invitations.awaited.length > 0 ? (
          <Empty title={t("admin.noMembers")}>{t("admin.noMembersInvited")}</Empty>
        ) : members.length === 0 ? (
          <Empty title={t("admin.noMembers")}>{t("admin.noMembersText")}</Empty>
        ) : (
          <MembersTable caption={null} members={members} manages />
        )}
        <div className="cluster">
          {invite}
          {group.joined ? null : <LinkButton href={paths.groupMembership(group.id)}>{t("admin.join")}</LinkButton>}
        </div>
      </div>
    </Section>
  ) : null;
  const after = (
    <>
      {roster}
      {group ? <InvitationsSection {...invitations} /> : null}
    </>
  );
  const names = {
    ...labelNames(t("admin.name"), "name"),
    code: t("admin.code"),
    slug: t("admin.slug"),
    position: t("admin.position"),
  };
  return (
    <EditPage title={title} parent={parent} answer={answer} names={names} compared={{ stored }} after={after}>
      <LabelFields name="name" legend={t("admin.name")} field={field} required="en" />
      <TextField
        {...field("code")}
        label={t("admin.code")}
        hint={t("admin.groupCodeHint")}
        width="short"
        autoCapitalize="characters"
        maxLength={5}
        required
      />
      <TextField
        {...field("slug")}
        label={t("admin.slug")}
        hint={t("admin.slugHint")}
        width="half"
        autoCapitalize="none"
        maxLength={60}
        required
      />
      <TextField
        {...field("position")}
        label={t("admin.position")}
        hint={t("admin.positionHint")}
        width="short"
        inputMode="numeric"
      />
    </EditPage>
  );
}
