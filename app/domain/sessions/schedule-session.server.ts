import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { allOf, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { findRoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { changeAudience } from "#app/domain/sessions/audience.server.ts";
import { copyAgenda } from "#app/domain/sessions/copy-agenda.server.ts";
import { copyTemplate, findTemplateItems } from "#app/domain/sessions/copy-template.server.ts";
import { refuseClashes } from "#app/domain/sessions/find-clashes.server.ts";
import { findGroupPeople } from "#app/domain/sessions/find-group-people.server.ts";
import { partsOf } from "#app/domain/sessions/invited-people.ts";
import { checkJoinLink } from "#app/domain/sessions/join-link.ts";
import { notifyPeople } from "#app/domain/sessions/notify-people.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { type SessionFields, sessionMinutes } from "#app/domain/sessions/session-input.ts";
import { placeInTime } from "#app/domain/sessions/session-time.server.ts";
import { insertSession } from "#app/domain/sessions/write-session.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface ScheduleSession extends Omit<SessionFields, "minutes"> {
  roundId: string;
  /** Null: as long as the agenda template. */
  minutes: number | null;
  /** The delegation, or null for a plenary. */
  beneficiaryId: string | null;
  /** Default: all current members of the delegation; in a plenary everybody who has no other part. */
  delegateIds?: readonly string[];
  templateId?: string | null;
  /** The session whose agenda it takes, in place of the template. */
  agendaOf?: string | null;
  /** The pairing that gets a time; without one a pairing is made of what is said here. */
  pairingId?: string;
}

/**
 * Schedules a session in a round: its pairing, the people invited, the agenda from a template, and an invitation to
 * everybody.
 * @throws NotFound, Forbidden, Refused; Clashes when somebody would be in two places and that was not confirmed
 */
export async function scheduleSession(
  store: Store,
  actor: Actor,
  input: ScheduleSession,
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, (db) => scheduleIn(db, actor, input, now));
}

/** The same within a transaction that does more. */
export async function scheduleIn(db: Db, actor: Actor, input: ScheduleSession, now: Date): Promise<{ id: string }> {
  const round = await findRoundFacts(db, actor, input.roundId);
  const { groupId } = round;
  authorise(actor, "session.schedule", { groupId });
  await checkDelegation(db, groupId, input.beneficiaryId);
  const items = input.templateId ? await findTemplateItems(db, groupId, input.templateId) : [];
  const members = await findGroupPeople(db, groupId);
  const [time, parts] = await allOf(
    () => placeInTime({ ...input, minutes: input.minutes ?? lengthOf(items) }, round, now),
    () => partsOf(input, members),
    () => checkJoinLink(input.joinLink ?? null),
    () => checkLength(input.minutes ?? lengthOf(items)),
  );
  const accountIds = [...parts.keys()];
  if (!input.confirmConflicts) await refuseClashes(db, actor, { accountIds, ...time, clock: round });

  const id = await insertSession(db, actor, round, input, time, now);
  await changeAudience(db, id, new Map(), parts, now.toISOString());
  const session = await findSessionFacts(db, actor, id);
  if (input.agendaOf) await copyAgenda(db, { from: input.agendaOf, to: session }, now.toISOString());
  else await copyTemplate(db, session, items, now.toISOString());
  await notifyPeople(db, session, { accountIds, atOnce: true }, now);
  const details = { roundId: round.id, people: accountIds.length };
  await recordEvent(db, actor, "session.scheduled", { id, group_id: groupId }, details, now);
  return { id };
}

/** How long the items of a template are that all share: the others stand beside the clock. */
export function lengthOf(items: Awaited<ReturnType<typeof findTemplateItems>>): number {
  return items.reduce((sum, { minutes, visibility }) => sum + (visibility === "shared" ? minutes : 0), 0);
}

/** @throws Refused for a length that no session has */
export function checkLength(minutes: number): void {
  if (minutes >= sessionMinutes.least && minutes <= sessionMinutes.most) return;
  const key = minutes === 0 ? "sessions.giveLength" : "sessions.badMinutes";
  throw new Refused([{ field: "minutes", message: { key } }]);
}

/**
 * A delegation is of the group's programme; whether it has members yet does not matter.
 * @throws Refused
 */
export async function checkDelegation(db: Db, groupId: string, beneficiaryId: string | null): Promise<void> {
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
