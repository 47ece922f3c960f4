import type { Actor, Role } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import { findManagedGroup } from "#app/domain/people/membership-rules.server.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** An invitation that nobody has accepted yet, as stored. */
export interface InvitationFacts {
  id: string;
  address: string;
  name: string;
  /** Language of its mail. */
  locale: string;
  groupId: string;
  group: Labels;
  role: Role;
  beneficiaryId: string | null;
  institutionId: string | null;
  speaks: boolean;
  expiresAt: Instant;
  /** The account that has this address already: it confirms instead of choosing a password. */
  accountId: string | null;
}

/**
 * The open invitation behind a link.
 * @throws NotFound when it was used, withdrawn, replaced or is too old
 */
export async function findInvitation(db: Db, token: string, now: Date): Promise<InvitationFacts> {
  const [found] = await readFacts(openInvitations(db, now).where("invitation.token_hash", "=", sha256(token)));
  if (!found) throw new NotFound("invitation");
  return found;
}

/** Invitations of a group that nobody has accepted yet, oldest first, for those who manage its members. */
export async function findOpenInvitations(
  db: Db,
  actor: Actor,
  groupId: string,
  now: Date,
): Promise<InvitationFacts[]> {
  await findManagedGroup(db, actor, groupId);
  return readFacts(openInvitations(db, now).where("invitation.group_id", "=", groupId));
}

/**
 * One invitation as it was entered, to send it again, even after its time, or to take it back.
 * @throws NotFound for all who do not manage the group: other members do not see its invitations either
 */
export async function findOpenInvitation(db: Db, actor: Actor, invitationId: string): Promise<InvitationFacts> {
  const [found] = await readFacts(awaitedInvitations(db).where("invitation.id", "=", invitationId));
  if (!found || !can(actor, "members.manage", { groupId: found.groupId })) throw new NotFound("invitation");
  return found;
}

function openInvitations(db: Db, now: Date) {
  return awaitedInvitations(db).where("invitation.expires_at", ">", now.toISOString());
}

function awaitedInvitations(db: Db) {
  return db.selectFrom("invitation").where("invitation.accepted_at", "is", null);
}

async function readFacts(invitations: ReturnType<typeof awaitedInvitations>): Promise<InvitationFacts[]> {
  const rows = await invitations
    .innerJoin("working_group", "working_group.id", "invitation.group_id")
    .leftJoin("account", "account.address", "invitation.address")
    .selectAll("invitation")
    .select(["working_group.names", "account.id as holder_id"])
    .orderBy("invitation.created_at")
    .orderBy("invitation.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    address: row.address,
    name: row.name,
    locale: row.locale,
    groupId: row.group_id,
    group: parseLabels(row.names),
    role: row.role as Role,
    beneficiaryId: row.beneficiary_id,
    institutionId: row.institution_id,
    speaks: row.speaks === 1,
    expiresAt: row.expires_at,
    accountId: row.holder_id,
  }));
}
