import type { Actor } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { findPairings, type PairingFacts } from "#app/domain/planning/pairing-facts.server.ts";
import type { RoundCopyExtent } from "#app/domain/rounds/round-copy-extents.ts";
import { findRoundFacts, type RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { findGroupPeople, type GroupPerson } from "#app/domain/sessions/find-group-people.server.ts";
import { mayBeDelegate, mayInterpret, type Part } from "#app/domain/sessions/invited-people.ts";
import { instantText } from "#app/domain/sessions/session-time.server.ts";
import { daysBetween, shiftDays, toInstant } from "#app/domain/time/wall-time.server.ts";
import type { Day, Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** What is asked of a copy of a round. */
export interface RoundCopyWish {
  roundId: string;
  /** Its first day; each day of the round moves by as many days. */
  startsOn: Day;
  extent: RoundCopyExtent;
  /** Consultants, interpreters and delegates come along, too. */
  people: boolean;
}

/** The same, where the day may not be chosen yet. */
type Asked = Omit<RoundCopyWish, "startsOn"> & { startsOn: Day | null };

/** Somebody who comes along. */
export interface CopiedPerson {
  accountId: string;
  name: string;
  part: Part;
}

/** A pairing as the copy has it. */
export interface CopiedPairing {
  pairing: PairingFacts;
  people: CopiedPerson[];
  allDelegates: boolean;
  /** Names of those who were in it, and are not any more what they were there. */
  left: string[];
  /** Null where it had none, or times do not come along. */
  place: CopiedPlace | null;
}

/** The time of day of a session on the day of the copy. */
export interface CopiedPlace {
  was: { day: Day; time: string };
  day: Day;
  time: string;
  /** Null for a time that clocks skip on that day. */
  startsAt: Instant | null;
  /** Clocks show it twice on that day; the first is meant. */
  twice: boolean;
}

/** A copy of a round before it is made. */
export interface RoundCopy {
  round: RoundFacts;
  startsOn: Day;
  endsOn: Day;
  /** How many days later. */
  days: number;
  pairings: CopiedPairing[];
}

/**
 * What a copy of a round would hold: nothing that was answered, said, noted or attended, no links to join, and nobody
 * who has left or become somebody else.
 * @throws NotFound, Forbidden; RangeError for a day that is none
 */
export async function findRoundCopy(db: Db, actor: Actor, wish: Asked): Promise<RoundCopy> {
  const round = await findRoundFacts(db, actor, wish.roundId);
  authorise(actor, "round.plan", { groupId: round.groupId });
  const startsOn = wish.startsOn ?? round.startsOn;
  const days = daysBetween(round.startsOn, startsOn);
  const frame = { round, startsOn, endsOn: shiftDays(round.endsOn, days), days };
  if (wish.extent === "days") return { ...frame, pairings: [] };
  const pairings = await findPairings(db, actor, round);
  const members = await findGroupPeople(db, round.groupId);
  const named = await findNamed(db, pairings);
  return {
    ...frame,
    pairings: pairings.map((pairing) => ({
      pairing,
      ...(wish.people ? whoComes(pairing, named.get(pairing.id) ?? [], members) : nobody),
      place: wish.extent === "timetable" ? placeOf(pairing, round.zone, days) : null,
    })),
  };
}

const nobody = { people: [], allDelegates: true, left: [] };

function placeOf({ session }: PairingFacts, zone: string, days: number): CopiedPlace | null {
  if (!session) return null;
  const [day, time] = [shiftDays(session.wallDate, days), session.wallTime];
  const first = toInstant({ date: day, time }, zone, "earlier");
  const startsAt = first.ok ? instantText(first.instant) : null;
  const twice = first.ok && !toInstant({ date: day, time }, zone).ok;
  return { was: { day: session.wallDate, time }, day, time, startsAt, twice };
}

function whoComes(pairing: PairingFacts, named: readonly CopiedPerson[], members: readonly GroupPerson[]) {
  const of = pairing.beneficiary?.id ?? null;
  const byId = new Map(members.map((member) => [member.accountId, member]));
  const fits = ({ accountId, part }: CopiedPerson) => {
    const member = byId.get(accountId);
    if (!member) return false;
    if (part === "delegate") return mayBeDelegate(member, of);
    return part === "consultant" ? member.role === "consultant" : mayInterpret(member);
  };
  const people = named.filter(fits);
  const delegates = people.filter(({ part }) => part === "delegate");
  const taken = new Set(people.map(({ accountId }) => accountId));
  const allDelegates =
    delegates.length === 0 || members.every((one) => !mayBeDelegate(one, of) || taken.has(one.accountId));
  return {
    people: allDelegates ? people.filter(({ part }) => part !== "delegate") : people,
    allDelegates,
    left: named.filter((one) => !fits(one)).map(({ name }) => name),
  };
}

/** Whoever is named in pairings and in their sessions, also those who have left since. */
async function findNamed(db: Db, pairings: readonly PairingFacts[]): Promise<Map<string, CopiedPerson[]>> {
  const named = new Map<string, CopiedPerson[]>(pairings.map(({ id }) => [id, []]));
  if (pairings.length === 0) return named;
  const invited = await db
    .selectFrom("session_person")
    .innerJoin("session", "session.id", "session_person.session_id")
    .innerJoin("account", "account.id", "session_person.account_id")
    .select(["session.pairing_id", "account.id", "account.name", "session_person.part"])
    .where("session.pairing_id", "in", [...named.keys()])
    .where("session.status", "=", "scheduled")
    .where("session_person.removed_at", "is", null)
    .orderBy("account.name")
    .orderBy("account.id")
    .execute();
  const planned = await db
    .selectFrom("pairing_person")
    .innerJoin("account", "account.id", "pairing_person.account_id")
    .select(["pairing_person.pairing_id", "account.id", "account.name", "pairing_person.part"])
    .where("pairing_person.pairing_id", "in", [...named.keys()])
    .orderBy("account.name")
    .orderBy("account.id")
    .execute();
  const held = new Set(invited.map(({ pairing_id }) => pairing_id));
  const rows = [...invited, ...planned.filter(({ pairing_id }) => !held.has(pairing_id))];
  for (const { pairing_id, id, name, part } of rows) named.get(pairing_id)?.push({ accountId: id, name, part });
  return named;
}
