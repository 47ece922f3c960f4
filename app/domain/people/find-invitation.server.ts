import type { Actor, Role } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import { findManagedGroup } from "#app/domain/people/membership-rules.server.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** An invitation as its link opens it. */
export interface OpenInvitation {
  id: string;
  address: string;
  name: string;
  locale: string;
  groupId: string;
  groupNames: string;
  role: Role;
  /** The account that has this address already: it confirms instead of choosing a password. */
  accountId: string | null;
}

/**
 * The open invitation behind a link.
 * @throws NotFound when it was used, withdrawn, replaced or is too old
 */
export async function findInvitation(db: Db, token: string, now: Date): Promise<OpenInvitation> {
  const row = await openInvitations(db, now)
    .innerJoin("working_group", "working_group.id", "invitation.group_id")
    .leftJoin("account", "account.address", "invitation.address")
    .select([
      "invitation.id",
      "invitation.address",
      "invitation.name",
      "invitation.locale",
      "invitation.group_id",
      "working_group.names",
      "invitation.role",
      "account.id as account_id",
    ])
    .where("invitation.token_hash", "=", sha256(token))
    .executeTakeFirst();
  if (!row) throw new NotFound("invitation");
  return {
    id: row.id,
    address: row.address,
    name: row.name,
    locale: row.locale,
    groupId: row.group_id,
    groupNames: row.names,
    role: row.role as Role,
    accountId: row.account_id,
  };
}

/** Invitations of a group that nobody has accepted yet, for those who manage its members. */
export async function findOpenInvitations(db: Db, actor: Actor, groupId: string, now: Date) {
  await findManagedGroup(db, actor, groupId);
  return openInvitations(db, now)
    .select([
      "invitation.id",
      "invitation.address",
      "invitation.name",
      "invitation.role",
      "invitation.beneficiary_id",
      "invitation.expires_at",
    ])
    .where("invitation.group_id", "=", groupId)
    .orderBy("invitation.created_at")
    .execute();
}

/**
 * One open invitation as it was entered, to send it again or to take it back.
 * @throws NotFound for all who do not manage the group: other members do not see its invitations either
 */
export async function findOpenInvitation(db: Db, actor: Actor, invitationId: string, locale: string) {
  const row = await db
    .selectFrom("invitation")
    .innerJoin("working_group", "working_group.id", "invitation.group_id")
    .selectAll("invitation")
    .select("working_group.names as group_names")
    .where("invitation.id", "=", invitationId)
    .where("accepted_at", "is", null)
    .executeTakeFirst();
  if (!row || !can(actor, "members.manage", { groupId: row.group_id })) throw new NotFound("invitation");
  return { ...row, groupName: label(parseLabels(row.group_names), locale) };
}

function openInvitations(db: Db, now: Date) {
  return db
    .selectFrom("invitation")
    .where("invitation.accepted_at", "is", null)
    .where("invitation.expires_at", ">", now.toISOString());
}
