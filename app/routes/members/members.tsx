import { useLoaderData } from "@remix-run/react";
import { can } from "#app/domain/access/policy.ts";
import { findOpenInvitations } from "#app/domain/people/find-invitation.server.ts";
import { findMembers } from "#app/domain/people/find-members.server.ts";
import { page } from "#app/http/page.server.ts";
import { textOf } from "#app/i18n/text.ts";
import { MembersPage } from "#app/ui/people/MembersPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";

export const meta = titleMeta;

export const loader = page(async ({ actor, db, formats, groupId, locale, now, text }) => {
  const title = text("people.title");
  if (!groupId) return { title, manages: false, members: null, invitations: [] };
  const { collator } = formats;
  const manages = can(actor, "members.manage", { groupId });
  const members = await findMembers(db, actor, groupId, { locale, collator });
  const invitations = manages ? await findOpenInvitations(db, actor, groupId, now) : [];
  return {
    title,
    manages,
    members: members.map((member) => ({ ...member, role: textOf(text, `codes.role.${member.role}`) })),
    invitations: invitations.map(({ id, address, name, role, expires_at }) => ({
      id,
      address,
      name,
      role: textOf(text, `codes.role.${role}`),
      until: formats.dateShort(expires_at),
    })),
  };
});

export default function Members() {
  return <MembersPage {...useLoaderData<typeof loader>()} />;
}
