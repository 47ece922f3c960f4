import { newId } from "#app/domain/identity.server.ts";
import { addPairings } from "#app/domain/planning/add-pairings.server.ts";
import { saveSettings } from "#app/domain/planning/save-settings.server.ts";
import { shiftDays } from "#app/domain/time/wall-time.server.ts";
import { loadLibrary } from "#app/seed/load-library.server.ts";
import { sure } from "#app/sure.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { inEnglish } from "#tests/support/factories/given.ts";
import { aMembership, anAccount } from "#tests/support/factories/people.ts";
import { aBeneficiary } from "#tests/support/factories/programme.ts";
import { aRound } from "#tests/support/factories/rounds.ts";
import { type World, world } from "#tests/support/world.ts";

/** Delegations of two, teams of one, interpreters that every second delegation needs. */
const DELEGATIONS = 24;
const TEAMS = 3;
const INTERPRETERS = 2;

export interface LargeRounds extends World {
  /** A round of 18 slots in which each delegation meets a team, and nothing has a time. */
  planned: string;
  /** A round with 50 pairings that all have a time in its draft. */
  full: { roundId: string; draftId: string };
}

/** Makes the rounds that are measured, in a store without programme. */
export async function largeRounds(store: Store): Promise<LargeRounds> {
  await loadLibrary(store);
  const w = await world(store);
  const people = await join(store, w);
  const round = await makeRound(store, w, { slotMinutes: 60, from: "10:00", to: "16:00" });
  await pair(store, w, people, { roundId: round, sessions: DELEGATIONS });
  const full = await makeRound(store, w, { slotMinutes: 30, from: "08:00", to: "20:00" });
  const pairings = await pair(store, w, people, { roundId: full, sessions: 50 });
  return { ...w, planned: round, full: { roundId: full, draftId: await draftOf(store, w, full, pairings) } };
}

interface Joined {
  delegations: string[];
  teams: string[];
  interpreters: string[];
}

async function join(store: Store, w: World): Promise<Joined> {
  return writeTransaction(store, async (db) => {
    const member = async (name: string, role: "participant" | "consultant" | "observer", beneficiary_id?: string) => {
      const account_id = await anAccount(db, { name: name.replaceAll(" ", ".") });
      await aMembership(db, { account_id, group_id: w.groupId, role, beneficiary_id: beneficiary_id ?? null });
      return account_id;
    };
    const of = async <T>(count: number, make: (at: number) => Promise<T>) => {
      const made: T[] = [];
      for (let at = 0; at < count; at++) made.push(await make(at));
      return made;
    };
    const delegations = await of(DELEGATIONS, async (at) => {
      const names = inEnglish(`Delegation ${at}`);
      const id = await aBeneficiary(db, { programme_id: w.programmeId, code: `d${at}`, names, position: 10 + at });
      await member(`First of ${at}`, "participant", id);
      await member(`Second of ${at}`, "participant", id);
      return id;
    });
    const teams = await of(TEAMS, (at) => member(`Lead ${at}`, "consultant"));
    return { delegations, teams, interpreters: await of(INTERPRETERS, (at) => member(`Voice ${at}`, "observer")) };
  });
}

async function makeRound(store: Store, w: World, hours: { slotMinutes: number; from: string; to: string }) {
  const startsOn = shiftDays(new Date().toISOString().slice(0, 10), 30);
  const endsOn = shiftDays(startsOn, 2);
  const roundId = await writeTransaction(store, (db) =>
    aRound(db, {
      ...{ id: newId(), slug: `round-${hours.slotMinutes}`, group_id: w.groupId, created_by: w.people.organiser },
      ...{ starts_on: startsOn, ends_on: endsOn },
    }),
  );
  const { slotMinutes, from, to } = hours;
  const days = [0, 1, 2].map((at) => ({ day: shiftDays(startsOn, at), from, to }));
  const frame = { slotMinutes, bufferMinutes: 0, mostAtOnce: null, mostApart: null, pause: null, days, revision: 0 };
  await saveSettings(store, await w.actor(w.people.organiser), { ...frame, roundId });
  return roundId;
}

async function pair(
  store: Store,
  w: World,
  { delegations, teams, interpreters }: Joined,
  { roundId, sessions }: { roundId: string; sessions: number },
): Promise<string[]> {
  const organiser = await w.actor(w.people.organiser);
  const template = await store.read
    .selectFrom("agenda_template")
    .select("id")
    .where("code", "=", "bilateral-release")
    .executeTakeFirstOrThrow();
  const ids: string[] = [];
  for (let at = 0; at < sessions; at++) {
    const made = await addPairings(store, organiser, {
      ...{ roundId, beneficiaryIds: [sure(delegations[at % DELEGATIONS])], minutes: 60, language: "en" as const },
      ...{ attribution: "beneficiary" as const, joinLink: `https://meet.example/${at}`, templateId: template.id },
      consultantIds: [sure(teams[at % TEAMS])],
      interpreterId: at % 2 === 0 ? sure(interpreters[(at / 2) % INTERPRETERS]) : null,
    });
    ids.push(sure(made.ids[0]));
  }
  return ids;
}

/** A draft in which three sessions run at a time, one of each team. */
async function draftOf(store: Store, w: World, roundId: string, pairings: readonly string[]): Promise<string> {
  const id = newId();
  const { starts_on } = await store.read
    .selectFrom("round")
    .select("starts_on")
    .where("id", "=", roundId)
    .executeTakeFirstOrThrow();
  const at = new Date().toISOString();
  await writeTransaction(store, async (db) => {
    await db
      .insertInto("plan_draft")
      .values({ id, round_id: roundId, name: "1", created_by: w.people.organiser, created_at: at, updated_at: at })
      .execute();
    for (const [place, pairing_id] of pairings.entries()) {
      const hour = Math.floor(place / TEAMS);
      const wall_time = `${String(8 + (hour % 6) * 2).padStart(2, "0")}:00`;
      await db
        .insertInto("plan_placement")
        .values({ draft_id: id, pairing_id, wall_date: shiftDays(starts_on, Math.floor(hour / 6)), wall_time })
        .execute();
    }
  });
  return id;
}
