import type { SelectQueryBuilder } from "kysely";
import type { Actor, Role } from "#app/domain/access/actor.ts";
import { can } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { opensInvitation } from "#app/domain/people/earlier-links.server.ts";
import { findManagedGroup } from "#app/domain/people/membership-rules.server.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/** What became of an invitation. */
export type InvitationState = "open" | "expired" | "accepted" | "withdrawn";

/** An invitation, as stored. */
export interface InvitationFacts {
  id: string;
  address: string;
  name: string;
  /** Language of its mail. */
  locale: string;
  groupId: string;
  programmeId: string;
  group: Labels;
  role: Role;
  beneficiaryId: string | null;
  institutionId: string | null;
  speaks: boolean;
  createdAt: Instant;
  expiresAt: Instant;
  acceptedAt: Instant | null;
  withdrawnAt: Instant | null;
  /** Name of whoever sent it. */
  invitedBy: string;
  /** The account that has this address already: it confirms instead of choosing a password. */
  accountId: string | null;
}

/**
 * The open invitation behind a link.
 * @throws NotFound when it was used, withdrawn, replaced or is too old
 */
export async function findInvitation(db: Db, token: string, now: Date): Promise<InvitationFacts> {
  const [found] = await readFacts(openInvitations(db, now).where((eb) => opensInvitation(eb, token)));
  if (!found) throw new NotFound("invitation");
  return found;
}

/** Invitations of a group, whatever became of them, oldest first, for those who manage its members. */
export async function findInvitations(db: Db, actor: Actor, groupId: string): Promise<InvitationFacts[]> {
  await findManagedGroup(db, actor, groupId);
  return readFacts(db.selectFrom("invitation").where("invitation.group_id", "=", groupId));
}

/** The invitations of a group that can be accepted, oldest first, for those who manage its members. */
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
 * One invitation as it was entered, whatever became of it.
 * @throws NotFound for all who do not manage the group: other members do not see its invitations either
 */
export async function findInvitationAsSent(db: Db, actor: Actor, invitationId: string): Promise<InvitationFacts> {
  const [found] = await readFacts(db.selectFrom("invitation").where("invitation.id", "=", invitationId));
  if (!found || !can(actor, "members.manage", { groupId: found.groupId })) throw new NotFound("invitation");
  return found;
}

/**
 * One invitation that nobody has accepted, even after its time, to take it back.
 * @throws NotFound for all who do not manage the group, and for one that was accepted or taken back
 */
export async function findAwaitedInvitation(db: Db, actor: Actor, invitationId: string): Promise<InvitationFacts> {
  const found = await findInvitationAsSent(db, actor, invitationId);
  if (found.acceptedAt !== null || found.withdrawnAt !== null) throw new NotFound("invitation");
  return found;
}

/** The open invitation of an address into a group, inside the transaction that would replace it. */
export async function findOpenInvitationOf(
  db: Db,
  { address, groupId }: { address: string; groupId: string },
  now: Date,
): Promise<InvitationFacts | null> {
  const open = openInvitations(db, now).where("invitation.address", "=", address);
  const [found] = await readFacts(open.where("invitation.group_id", "=", groupId));
  return found ?? null;
}

/** What became of an invitation by now. */
export function stateOf(
  invitation: Pick<InvitationFacts, "acceptedAt" | "withdrawnAt" | "expiresAt">,
  now: Date,
): InvitationState {
  if (invitation.acceptedAt !== null) return "accepted";
  if (invitation.withdrawnAt !== null) return "withdrawn";
  return invitation.expiresAt > now.toISOString() ? "open" : "expired";
}

function openInvitations(db: Db, now: Date) {
  return awaitedInvitations(db).where("invitation.expires_at", ">", now.toISOString());
}

function awaitedInvitations(db: Db) {
  return db
    .selectFrom("invitation")
    .where("invitation.accepted_at", "is", null)
    .where("invitation.withdrawn_at", "is", null);
}

async function readFacts(invitations: SelectQueryBuilder<Schema, "invitation", object>): Promise<InvitationFacts[]> {
  const rows = await invitations
    .innerJoin("working_group", "working_group.id", "invitation.group_id")
    .innerJoin("account as inviter", "inviter.id", "invitation.invited_by")
    .leftJoin("account", "account.address", "invitation.address")
    .selectAll("invitation")
    .select([
      "working_group.names",
      "working_group.programme_id",
      "account.id as holder_id",
      "inviter.name as inviter_name",
    ])
    .orderBy("invitation.created_at")
    .orderBy("invitation.id")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    address: row.address,
    name: row.name,
    locale: row.locale,
    groupId: row.group_id,
    programmeId: row.programme_id,
    group: parseLabels(row.names),
    role: row.role as Role,
    beneficiaryId: row.beneficiary_id,
    institutionId: row.institution_id,
    speaks: row.speaks === 1,
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    acceptedAt: row.accepted_at,
    withdrawnAt: row.withdrawn_at,
    invitedBy: row.inviter_name,
    accountId: row.holder_id,
  }));
}
