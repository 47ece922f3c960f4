import type { PairingFacts } from "#app/domain/planning/pairing-facts.server.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** A stretch of time. */
export interface Stretch {
  startsAt: Instant;
  endsAt: Instant;
}

/** Somebody who is in the plan of a round. */
export interface Planned {
  accountId: string;
  name: string;
}

/** That somebody was asked, and has answered, in person or by an organiser. */
export interface AvailabilityAnswer {
  askedAt: Instant | null;
  answeredAt: Instant | null;
  /** Who said it: an account. */
  answeredBy: string | null;
}

/** When people cannot, by account; whoever is not in it can always. */
export type Busy = ReadonlyMap<string, readonly Stretch[]>;

/** When people said that they cannot be in a session of a round, earliest first. */
export async function findBusy(db: Db, roundId: string, accountId?: string): Promise<Busy> {
  let query = db
    .selectFrom("availability")
    .select(["account_id", "starts_at as startsAt", "ends_at as endsAt"])
    .where("round_id", "=", roundId)
    .orderBy("account_id")
    .orderBy("starts_at");
  if (accountId !== undefined) query = query.where("account_id", "=", accountId);
  const busy = new Map<string, Stretch[]>();
  for (const { account_id, ...stretch } of await query.execute()) {
    busy.set(account_id, [...(busy.get(account_id) ?? []), stretch]);
  }
  return busy;
}

/** What is known of the answers of a round, by account. */
export async function findAvailabilityAnswers(db: Db, roundId: string): Promise<Map<string, AvailabilityAnswer>> {
  const rows = await db
    .selectFrom("availability_answer")
    .select(["account_id", "asked_at as askedAt", "answered_at as answeredAt", "answered_by as answeredBy"])
    .where("round_id", "=", roundId)
    .orderBy("account_id")
    .execute();
  return new Map(rows.map(({ account_id, ...answer }) => [account_id, answer]));
}

/** Whether somebody cannot at some moment of a stretch; touching ends do not count. */
export function isBusy(busy: Busy, accountId: string, { startsAt, endsAt }: Stretch): boolean {
  return busy.get(accountId)?.some((one) => one.startsAt < endsAt && one.endsAt > startsAt) ?? false;
}

/** Everybody who is in a pairing, once, in the order of the pairings. */
export function peopleOfPlan(pairings: readonly PairingFacts[]): Planned[] {
  const people = new Map<string, Planned>();
  for (const { accountId, name } of pairings.flatMap((pairing) => pairing.people)) {
    people.set(accountId, { accountId, name });
  }
  return [...people.values()];
}
