import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { allOf, Conflict, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { findVisibleRound } from "#app/domain/rounds/visible-round.server.ts";
import { type AudienceChange, changeAudience, findParts } from "#app/domain/sessions/audience.server.ts";
import { Clashes } from "#app/domain/sessions/clashes.ts";
import { findClashes } from "#app/domain/sessions/find-clashes.server.ts";
import { findGroupPeople } from "#app/domain/sessions/find-group-people.server.ts";
import { type Part, partsOf } from "#app/domain/sessions/invited-people.ts";
import { checkJoinLink } from "#app/domain/sessions/join-link.ts";
import type { SessionFields } from "#app/domain/sessions/session-input.ts";
import { endOf, minutesBetween, placeInTime } from "#app/domain/sessions/session-time.server.ts";
import { factsFor, tellPeople } from "#app/domain/sessions/tell-people.server.ts";
import { findVisibleSession, isOver, refuseCancelled } from "#app/domain/sessions/visible-session.server.ts";
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
  /** How many people were told. */
  told: number;
}

type Row = Awaited<ReturnType<typeof findVisibleSession>>;

/**
 * Changes a session. What changed decides who is told: people who join get an invitation, people who leave a
 * cancellation, the others a mail only when the time or a fact changed. SEQUENCE rises with a new time alone (RFC 5546,
 * 2.1.4). The people stay who they are when a session moves.
 * @throws NotFound, Forbidden, Refused, Conflict with what is stored now; Clashes as in scheduling
 */
export async function changeSession(
  store: Store,
  actor: Actor,
  input: ChangeSession,
  now: Date = new Date(),
): Promise<SessionChanged> {
  return writeTransaction(store, async (db) => {
    const before = await findVisibleSession(db, actor, input.sessionId);
    authorise(actor, "session.change", { groupId: before.group_id });
    refuseCancelled(before);
    const partsBefore = await findParts(db, before.id);
    if (before.revision !== input.revision) throw new Conflict(currentValues(before, partsBefore));

    const members = await findGroupPeople(db, before.group_id);
    const [time, parts] = await allOf(
      () => newTime(db, actor, before, input, now),
      () => partsOf({ ...input, beneficiaryId: before.beneficiary_id }, members, partsBefore),
      () => checkJoinLink(input.joinLink ?? null),
    );
    const people = await changeAudience(db, before.id, partsBefore, parts, now.toISOString());
    const moved = time.starts_at !== before.starts_at || time.ends_at !== before.ends_at;
    const facts = { language: input.language, join_link: input.joinLink ?? null, attribution: input.attribution };
    const told = moved || differs(facts, before) ? people.stayed : [];
    if (!moved && told.length === 0 && !differs(facts, before) && !people.changed) {
      return { id: before.id, moved: false, told: 0 };
    }

    if (!input.confirmConflicts) {
      const accountIds = moved ? [...parts.keys()] : people.joined;
      const wanted = { accountIds, startsAt: time.starts_at, endsAt: time.ends_at, exceptSessionId: before.id };
      const clashes = await findClashes(db, actor, wanted);
      if (clashes.length > 0) throw new Clashes(clashes);
    }
    const change = {
      ...facts,
      ...time,
      sequence: before.sequence + (moved ? 1 : 0),
      revision: before.revision + 1,
      updated_at: now.toISOString(),
    };
    await db.updateTable("session").set(change).where("id", "=", before.id).execute();
    const after = { ...before, ...change };
    const over = isOver(after, now);
    // Nobody needs to be told about a session that is over.
    if (!over) await tellAll(db, actor, before, after, { ...people, told }, now);
    const counts = { joined: people.joined.length, left: people.left.length };
    const details = { sequence: after.sequence, revision: after.revision, ...counts };
    await recordEvent(db, actor, moved ? "session.moved" : "session.changed", after, details, now);
    return { id: before.id, moved, told: over ? 0 : told.length + people.joined.length + people.left.length };
  });
}

/** The time after the change; what was typed as it stands keeps its instant, also where that wall time comes twice. */
async function newTime(db: Db, actor: Actor, before: Row, input: ChangeSession, now: Date) {
  const sameStart = input.date === before.wall_date && input.time === before.wall_time && !input.choice;
  const minutes = minutesBetween(before.starts_at, before.ends_at);
  const kept = { starts_at: before.starts_at, ends_at: before.ends_at };
  if (sameStart && input.minutes === minutes) return kept;
  if (isOver(before, now)) throw new Refused([{ field: "date", message: { key: "sessions.isOver" } }]);
  // A longer or shorter session that has begun already is not moved into the past.
  if (sameStart) {
    const ends_at = endOf(before.starts_at, input.minutes);
    if (ends_at <= now.toISOString()) throw new Refused([{ field: "minutes", message: { key: "sessions.inThePast" } }]);
    return { ...kept, ends_at };
  }
  const round = await findVisibleRound(db, actor, before.round_id);
  const frame = { zone: before.zone, startsOn: round.starts_on, endsOn: round.ends_on };
  const { startsAt, endsAt } = placeInTime(input, frame, now);
  return { starts_at: startsAt, ends_at: endsAt, wall_date: input.date, wall_time: input.time };
}

async function tellAll(
  db: Db,
  actor: Actor,
  before: Row,
  after: Row,
  people: AudienceChange & { told: readonly string[] },
  now: Date,
) {
  const common = { groupId: before.group_id, actorId: actor.accountId };
  const facts = factsFor(after);
  const moved = after.sequence !== before.sequence;
  await tellPeople(
    db,
    moved
      ? {
          ...common,
          template: "session-moved" as const,
          parameters: { ...facts, previousStartsAt: before.starts_at },
          accountIds: people.told,
          mark: after.sequence,
        }
      : {
          ...common,
          template: "session-changed" as const,
          parameters: facts,
          accountIds: people.told,
          mark: after.revision,
        },
    now,
  );
  await tellPeople(
    db,
    { ...common, template: "session-scheduled", parameters: facts, accountIds: people.joined, mark: after.revision },
    now,
  );
  // Who leaves knows the old time, and no longer gets the link.
  const left = { ...factsFor(before), sequence: after.sequence, joinLink: null };
  await tellPeople(
    db,
    { ...common, template: "session-left", parameters: left, accountIds: people.left, mark: after.revision },
    now,
  );
}

function differs(facts: Pick<Row, "language" | "join_link" | "attribution">, before: Row): boolean {
  return (
    facts.language !== before.language ||
    facts.join_link !== before.join_link ||
    facts.attribution !== before.attribution
  );
}

/** What is stored now, by form field, for somebody whose form is older. */
function currentValues(row: Row, parts: ReadonlyMap<string, Part>): Record<string, string> {
  const having = (wanted: Part) => [...parts].filter(([, part]) => part === wanted).map(([id]) => id);
  return {
    revision: String(row.revision),
    date: row.wall_date,
    time: row.wall_time,
    minutes: String(minutesBetween(row.starts_at, row.ends_at)),
    language: row.language,
    joinLink: row.join_link ?? "",
    attribution: row.attribution,
    delegateIds: having("delegate").join(","),
    consultantIds: having("consultant").join(","),
    interpreterId: having("interpreter").join(","),
  };
}
