import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { allOf, Conflict, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { findRoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { lapseMoved } from "#app/domain/sessions/answers/write-answer.server.ts";
import { type AudienceChange, changeAudience, findParts } from "#app/domain/sessions/audience.server.ts";
import { refuseClashes } from "#app/domain/sessions/find-clashes.server.ts";
import { findGroupPeople } from "#app/domain/sessions/find-group-people.server.ts";
import { partsOf } from "#app/domain/sessions/invited-people.ts";
import { checkJoinLink } from "#app/domain/sessions/join-link.ts";
import { earlier, notifyPeople } from "#app/domain/sessions/notify-people.server.ts";
import { findSessionFacts, type SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { SessionFields } from "#app/domain/sessions/session-input.ts";
import { isOver, refuseCancelled } from "#app/domain/sessions/session-state.ts";
import { endOf, minutesBetween, placeInTime, type SessionTime } from "#app/domain/sessions/session-time.server.ts";
import { sessionValues } from "#app/domain/sessions/session-values.ts";
import { termsOf, updateSession } from "#app/domain/sessions/write-session.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface ChangeSession extends SessionFields {
  sessionId: string;
  /** The revision that the form was filled in from. */
  revision: number;
  delegateIds: readonly string[];
}

export interface SessionChanged {
  id: string;
  moved: boolean;
  /** How many people were notified. */
  notified: number;
}

/**
 * Changes a session. What changed decides who is notified: people who join get an invitation, people who leave a
 * cancellation, the others a mail only when the time or a term changed. SEQUENCE rises with a new time, and when
 * people leave or come back (RFC 5546, 2.1.4 and 3.2.5). The people stay who they are when a session moves.
 * @throws NotFound, Forbidden, Refused, Conflict with what is stored now; Clashes as in scheduling
 */
export async function changeSession(
  store: Store,
  actor: Actor,
  input: ChangeSession,
  now: Date = new Date(),
): Promise<SessionChanged> {
  return writeTransaction(store, (db) => changeIn(db, actor, input, now));
}

/** The same within a transaction that does more. */
export async function changeIn(db: Db, actor: Actor, input: ChangeSession, now: Date): Promise<SessionChanged> {
  const before = await findSessionFacts(db, actor, input.sessionId);
  const { id, groupId } = before;
  authorise(actor, "session.change", { groupId });
  refuseCancelled(before);
  const partsBefore = await findParts(db, id);
  if (before.revision !== input.revision) throw new Conflict(sessionValues(before, partsBefore), id);

  const members = await findGroupPeople(db, groupId);
  const [time, parts] = await allOf(
    () => newTime(db, actor, before, input, now),
    () => partsOf({ ...input, beneficiaryId: before.beneficiary?.id ?? null }, members, partsBefore),
    () => checkJoinLink(input.joinLink ?? null),
  );
  const people = await changeAudience(db, id, partsBefore, parts, now.toISOString());
  const changed = { ...before, ...time, ...termsOf(input) };
  const moved = changed.startsAt !== before.startsAt || changed.endsAt !== before.endsAt;
  const concerned = moved || termsDiffer(changed, before);
  if (!concerned && !people.changed) return { id, moved, notified: 0 };
  if (!input.confirmConflicts) {
    const accountIds = moved ? [...parts.keys()] : people.joined;
    await refuseClashes(db, actor, { accountIds, ...time, clock: before, exceptSessionId: id });
  }

  const rises = moved || people.left.length + people.returned.length > 0;
  const sequence = before.sequence + (rises ? 1 : 0);
  const after = { ...changed, sequence, revision: before.revision + 1, updatedAt: now.toISOString() };
  await updateSession(db, before, after);
  if (moved) await lapseMoved(db, id);
  const audience = { ...people, stayed: concerned ? people.stayed : [] };
  const notified = await notifyAll(db, before, after, audience, now);
  const counts = { joined: people.joined.length, left: people.left.length };
  const details = { sequence, revision: after.revision, ...counts };
  await recordEvent(db, actor, moved ? "session.moved" : "session.changed", { id, group_id: groupId }, details, now);
  return { id, moved, notified };
}

/** The time after the change; what was typed as it stands keeps its instant, also where that wall time comes twice. */
async function newTime(
  db: Db,
  actor: Actor,
  before: SessionFacts,
  input: ChangeSession,
  now: Date,
): Promise<SessionTime> {
  const { startsAt, endsAt, wallDate, wallTime, zone } = before;
  const kept = { startsAt, endsAt, wallDate, wallTime };
  const sameStart = input.date === wallDate && input.time === wallTime && !input.choice;
  if (sameStart && input.minutes === minutesBetween(startsAt, endsAt)) return kept;
  if (isOver(before, now)) throw new Refused([{ field: "date", message: { key: "sessions.isOver" } }]);
  if (!sameStart) {
    const { startsOn, endsOn } = await findRoundFacts(db, actor, before.round.id);
    return placeInTime(input, { zone, startsOn, endsOn }, now);
  }
  // A longer or shorter session that has begun already is not moved into the past.
  const later = endOf(startsAt, input.minutes);
  if (later <= now.toISOString()) throw new Refused([{ field: "minutes", message: { key: "sessions.inThePast" } }]);
  return { ...kept, endsAt: later };
}

function termsDiffer(one: SessionFacts, other: SessionFacts): boolean {
  return (["language", "joinLink", "attribution"] as const).some((term) => one[term] !== other[term]);
}

/** Notifies everybody concerned. @returns how many people */
async function notifyAll(
  db: Db,
  before: SessionFacts,
  after: SessionFacts,
  { stayed, joined, left }: AudienceChange,
  now: Date,
): Promise<number> {
  // Nobody needs to be notified about a session that is over.
  if (isOver(after, now)) return 0;
  const accountIds = [...stayed, ...joined, ...left];
  await notifyPeople(db, { ...after, startsAt: earlier(before, after) }, { accountIds }, now);
  return accountIds.length;
}
