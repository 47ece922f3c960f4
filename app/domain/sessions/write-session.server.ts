import type { Actor } from "#app/domain/access/actor.ts";
import { newId } from "#app/domain/identity.server.ts";
import { indexSession } from "#app/domain/proceedings/index-proceedings.server.ts";
import type { RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import type { ScheduleSession } from "#app/domain/sessions/schedule-session.server.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { minutesBetween, type SessionTime } from "#app/domain/sessions/session-time.server.ts";
import { sure } from "#app/sure.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** Writes a new session of a round, with its pairing if it has none. */
export async function insertSession(
  db: Db,
  actor: Actor,
  round: RoundFacts,
  input: ScheduleSession,
  time: SessionTime,
  now: Date,
): Promise<string> {
  const at = now.toISOString();
  const pairingId = input.pairingId ?? (await insertPairing(db, round, input, time, at));
  const id = newId();
  const belongs = { group_id: round.groupId, round_id: round.id, pairing_id: pairingId };
  const session = { ...termsOf(input), ...time, zone: round.zone, city: round.city };
  const unchanged = { cancelled: false, cancellationReason: null, lastStep: null };
  const state = { ...unchanged, sequence: 0, revision: 1, updatedAt: at };
  await db
    .insertInto("session")
    .values({
      id,
      ...belongs,
      beneficiary_id: input.beneficiaryId,
      ...columnsOf({ ...session, ...state }),
      created_by: sure(actor.accountId),
      created_at: at,
    })
    .execute();
  return id;
}

async function insertPairing(
  db: Db,
  round: RoundFacts,
  input: ScheduleSession,
  time: SessionTime,
  at: Instant,
): Promise<string> {
  const id = newId();
  await db
    .insertInto("pairing")
    .values({
      ...{ id, round_id: round.id, beneficiary_id: input.beneficiaryId, created_at: at },
      minutes: minutesBetween(time.startsAt, time.endsAt),
      language: input.language,
      template_id: input.templateId ?? null,
    })
    .execute();
  return id;
}

/** Writes everything of a session that can change. @param before as it is stored */
export async function updateSession(db: Db, before: SessionFacts, session: SessionFacts): Promise<void> {
  await db.updateTable("session").set(columnsOf(session)).where("id", "=", session.id).execute();
  const isReadAnew = before.language !== session.language || before.cancelled !== session.cancelled;
  if (isReadAnew) await indexSession(db, session.id);
}

/** What a form says of a session beside time and people. */
export function termsOf(input: Pick<ScheduleSession, "language" | "joinLink" | "attribution">) {
  return { language: input.language, joinLink: input.joinLink ?? null, attribution: input.attribution };
}

function columnsOf(session: Omit<SessionFacts, "id" | "groupId" | "group" | "round" | "beneficiary">) {
  return {
    starts_at: session.startsAt,
    ends_at: session.endsAt,
    zone: session.zone,
    city: session.city,
    wall_date: session.wallDate,
    wall_time: session.wallTime,
    language: session.language,
    join_link: session.joinLink,
    attribution: session.attribution,
    status: session.cancelled ? ("cancelled" as const) : ("scheduled" as const),
    cancellation_reason: session.cancellationReason,
    sequence: session.sequence,
    revision: session.revision,
    updated_at: session.updatedAt,
  };
}
