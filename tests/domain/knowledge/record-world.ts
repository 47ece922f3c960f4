import type { Attribution } from "#app/domain/codes.ts";
import { Conflict, Forbidden, NotFound, Refused } from "#app/domain/errors.ts";
import { newId } from "#app/domain/identity.server.ts";
import type { FullFields } from "#app/domain/knowledge/contribution-input.ts";
import { submitContribution } from "#app/domain/knowledge/submit-contribution.server.ts";
import type { Store } from "#db/store.ts";
import { type World, world } from "#tests/support/world.ts";

const at = "2026-02-01T00:00:00.000Z";
export const now = new Date("2026-11-04T10:00:00.000Z");

/** A world with themes, a reference, a bilateral session of ba, and one of al. */
export interface RecordWorld extends World {
  session: string;
  item: string;
  internalItem: string;
  alSession: string;
  alItem: string;
}

export async function recordWorld(store: Store): Promise<RecordWorld> {
  const small = await world(store);
  const db = store.writer;
  for (const [position, code] of ["T01", "T02", "T03", "T04", "T05"].entries()) {
    const labels = JSON.stringify({ en: `Theme ${code}` });
    await db
      .insertInto("theme")
      .values({ id: `theme-${code}`, code, labels, position })
      .execute();
  }
  await db
    .insertInto("reference")
    .values({
      id: "coe-epr",
      identifier: "Rec(2006)2",
      title: "Prison Rules",
      date: "2006",
      summary: "",
      url: "",
      class: "x",
      verified: 1,
    })
    .execute();
  const { people, beneficiaries } = small;
  const session = await addSession(store, small, beneficiaries.ba, "institution");
  const alSession = await addSession(store, small, beneficiaries.al, "beneficiary");
  await invite(store, session, { delegate: [people.participantBa, people.speakerBa], consultant: [people.consultant] });
  await invite(store, alSession, { delegate: [people.participantAl], consultant: [people.secondConsultant] });
  const item = await addItem(store, session, "capture-needs", "shared", "group");
  const internalItem = await addItem(store, session, "discussion", "internal", null);
  const alItem = await addItem(store, alSession, "capture-practices", "shared", null);
  return { ...small, session, item, internalItem, alSession, alItem };
}

async function addSession(store: Store, small: World, beneficiaryId: string, attribution: Attribution) {
  const id = newId();
  const pairing = newId();
  const db = store.writer;
  await db
    .insertInto("pairing")
    .values({
      id: pairing,
      round_id: small.roundId,
      beneficiary_id: beneficiaryId,
      minutes: 60,
      language: "en",
      created_at: at,
    })
    .execute();
  await db
    .insertInto("session")
    .values({
      id,
      group_id: small.groupId,
      round_id: small.roundId,
      pairing_id: pairing,
      beneficiary_id: beneficiaryId,
      starts_at: "2026-11-04T08:00:00.000Z",
      ends_at: "2026-11-04T09:00:00.000Z",
      zone: "Europe/Sarajevo",
      wall_date: "2026-11-04",
      wall_time: "09:00",
      language: "bs",
      attribution,
      created_by: small.people.organiser,
      created_at: at,
      updated_at: at,
    })
    .execute();
  return id;
}

async function invite(store: Store, session_id: string, who: { delegate: string[]; consultant: string[] }) {
  for (const part of ["delegate", "consultant"] as const) {
    for (const account_id of who[part]) {
      await store.writer
        .insertInto("session_person")
        .values({ session_id, account_id, part, invited_at: at })
        .execute();
    }
  }
}

async function addItem(
  store: Store,
  session_id: string,
  kind: "capture-needs" | "capture-practices" | "discussion",
  visibility: "shared" | "internal",
  attribution: Attribution | null,
) {
  const id = newId();
  const row = { id, session_id, position: 1, kind, title: "An item", minutes: 10, visibility, attribution };
  await store.writer
    .insertInto("agenda_item")
    .values({ ...row, updated_at: at })
    .execute();
  return id;
}

/** A snapshot as a form sends it. */
export function snapshot(small: { groupId: string }, more: Partial<Parameters<typeof submitContribution>[2]> = {}) {
  return {
    kind: "challenge" as const,
    title: "Notice of release comes late",
    summary: "Municipalities learn of a release on the day.",
    language: "en" as const,
    groupId: small.groupId,
    depth: "snapshot" as const,
    ...more,
  };
}

export const full: FullFields = {
  body: "What happens.",
  details: { expected: "Notice six months before.", causeType: "procedure" },
  phase: "pre-release",
  evidenceStage: null,
  transferability: null,
  reviewBy: null,
  themes: ["T01"],
  targetGroups: ["vep"],
  references: [],
  links: [],
};

/** Submits a record of the author. */
export async function submitted(
  store: Store,
  small: RecordWorld,
  author: keyof World["people"],
  more: Parameters<typeof snapshot>[1] = {},
) {
  return submitContribution(store, await small.actor(small.people[author]), snapshot(small, more), now);
}

/** What a deed was answered with: its result, or the name of the refusal with what was said by field. */
export async function answerOf<T>(deed: Promise<T>): Promise<T | string | Record<string, string>> {
  try {
    return await deed;
  } catch (error) {
    if (error instanceof Refused) {
      return Object.fromEntries(error.faults.map(({ field, said }) => [field ?? "", said.key]));
    }
    if (error instanceof NotFound) return "not found";
    if (error instanceof Forbidden) return "forbidden";
    if (error instanceof Conflict) return error.current;
    throw error;
  }
}
