import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { allOf, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { findVisibleRound } from "#app/domain/rounds/visible-round.server.ts";
import { Clashes } from "#app/domain/sessions/clashes.ts";
import { copyTemplate, findTemplateItems } from "#app/domain/sessions/copy-template.server.ts";
import { findClashes } from "#app/domain/sessions/find-clashes.server.ts";
import { findGroupPeople } from "#app/domain/sessions/find-group-people.server.ts";
import { partsOf } from "#app/domain/sessions/invited-people.ts";
import { checkJoinLink } from "#app/domain/sessions/join-link.ts";
import type { SessionFields } from "#app/domain/sessions/session-input.ts";
import { placeInTime } from "#app/domain/sessions/session-time.server.ts";
import { factsFor, tellPeople } from "#app/domain/sessions/tell-people.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface ScheduleSession extends SessionFields {
  roundId: string;
  /** The delegation, or null for a plenary. */
  beneficiaryId: string | null;
  /** Default: all current members of the delegation; in a plenary everybody who has no other part. */
  delegateIds?: readonly string[];
  templateId?: string | null;
}

/**
 * Schedules a session in a round: its pairing, the people invited, the agenda from a template, and an invitation to
 * everybody but the actor.
 * @throws NotFound, Forbidden, Refused; Clashes when somebody would be in two places and that was not confirmed
 */
export async function scheduleSession(
  store: Store,
  actor: Actor,
  input: ScheduleSession,
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, async (db) => {
    const round = await findVisibleRound(db, actor, input.roundId);
    authorise(actor, "session.schedule", { groupId: round.group_id });
    await checkDelegation(db, round.group_id, input.beneficiaryId);
    const items = input.templateId ? await findTemplateItems(db, round.group_id, input.templateId) : [];
    const frame = { zone: round.zone, startsOn: round.starts_on, endsOn: round.ends_on };
    const members = await findGroupPeople(db, round.group_id);
    const [{ startsAt, endsAt }, parts] = await allOf(
      () => placeInTime(input, frame, now),
      () => partsOf(input, members),
      () => checkJoinLink(input.joinLink ?? null),
    );
    const accountIds = [...parts.keys()];
    if (!input.confirmConflicts) {
      const clashes = await findClashes(db, actor, { accountIds, startsAt, endsAt });
      if (clashes.length > 0) throw new Clashes(clashes);
    }

    const at = now.toISOString();
    const pairingId = newId();
    await db
      .insertInto("pairing")
      .values({
        id: pairingId,
        round_id: round.id,
        beneficiary_id: input.beneficiaryId,
        minutes: input.minutes,
        language: input.language,
        template_id: input.templateId ?? null,
        created_at: at,
      })
      .execute();
    const session = {
      id: newId(),
      group_id: round.group_id,
      round_id: round.id,
      pairing_id: pairingId,
      beneficiary_id: input.beneficiaryId,
      starts_at: startsAt,
      ends_at: endsAt,
      zone: round.zone,
      city: round.city,
      wall_date: input.date,
      wall_time: input.time,
      language: input.language,
      join_link: input.joinLink ?? null,
      attribution: input.attribution,
      sequence: 0,
      created_by: actor.accountId!,
      created_at: at,
      updated_at: at,
    };
    await db.insertInto("session").values(session).execute();
    for (const [account_id, part] of parts) {
      await db
        .insertInto("session_person")
        .values({ session_id: session.id, account_id, part, invited_at: at })
        .execute();
    }
    await copyTemplate(db, session, items, at);
    await tellPeople(
      db,
      {
        template: "session-scheduled",
        parameters: factsFor(session),
        groupId: round.group_id,
        accountIds,
        actorId: actor.accountId,
        mark: 1,
      },
      now,
    );
    const details = { roundId: round.id, people: accountIds.length };
    await recordEvent(db, actor, "session.scheduled", session, details, now);
    return { id: session.id };
  });
}

/** A delegation is of the group's programme; whether it has members yet does not matter. */
async function checkDelegation(db: Db, groupId: string, beneficiaryId: string | null): Promise<void> {
  if (beneficiaryId === null) return;
  const found = await db
    .selectFrom("beneficiary")
    .innerJoin("working_group", "working_group.programme_id", "beneficiary.programme_id")
    .select("beneficiary.id")
    .where("beneficiary.id", "=", beneficiaryId)
    .where("working_group.id", "=", groupId)
    .executeTakeFirst();
  if (!found) throw new Refused([{ field: "beneficiaryId", message: { key: "common.chooseOne" } }]);
}
