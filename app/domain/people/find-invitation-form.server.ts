import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findInvitationAsSent, type InvitationFacts } from "#app/domain/people/find-invitation.server.ts";
import { findStandingOptions, type StandingOptions } from "#app/domain/people/find-standing-options.server.ts";
import { findManagedGroup } from "#app/domain/people/membership-rules.server.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** What the form of an invitation starts with. */
export interface InvitationOptions extends StandingOptions {
  group: { id: string; names: Labels };
  /** The invitation that is sent again. */
  earlier: InvitationFacts | null;
  /** How many organisers the group has. */
  organisers: number;
}

/**
 * The group, what can be chosen, and an earlier invitation that is sent again.
 * @throws NotFound without a group or for groups of others, Forbidden for members who do not manage
 */
export async function findInvitationForm(
  db: Db,
  actor: Actor,
  from: { groupId: string | null; again: string | null },
): Promise<InvitationOptions> {
  const earlier = from.again ? await findInvitationAsSent(db, actor, from.again) : null;
  const groupId = earlier?.groupId ?? from.groupId;
  if (!groupId) throw new NotFound("group");
  const { programmeId } = await findManagedGroup(db, actor, groupId);
  const { names } = await db
    .selectFrom("working_group")
    .select("names")
    .where("id", "=", groupId)
    .executeTakeFirstOrThrow();
  const organisers = await db
    .selectFrom("membership")
    .select("id")
    .where("group_id", "=", groupId)
    .where("role", "=", "organiser")
    .where("ended_at", "is", null)
    .execute();
  return {
    organisers: organisers.length,
    group: { id: groupId, names: parseLabels(names) },
    earlier,
    ...(await findStandingOptions(db, programmeId)),
  };
}
