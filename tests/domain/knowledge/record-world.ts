import { Conflict, Forbidden, NotFound, Refused } from "#app/domain/errors.ts";
import type { FullFields } from "#app/domain/knowledge/contribution-input.ts";
import { submitContribution } from "#app/domain/knowledge/submit-contribution.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { aReference, aTheme } from "#tests/support/factories/contributions.ts";
import { anAgendaItem, aSession, aSessionPerson } from "#tests/support/factories/sessions.ts";
import { type World, world } from "#tests/support/world.ts";

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
  const { people, beneficiaries } = small;
  const own = { group_id: small.groupId, round_id: small.roundId, created_by: people.organiser };
  const made = await writeTransaction(store, async (db) => {
    for (const [position, code] of ["T01", "T02", "T03", "T04", "T05"].entries()) await aTheme(db, { code, position });
    await aReference(db, { id: "coe-epr" });
    const session = await aSession(db, {
      ...{ ...own, beneficiary_id: beneficiaries.ba, attribution: "institution" },
      delegates: [people.participantBa, people.speakerBa],
    });
    const alSession = await aSession(db, {
      ...{ ...own, beneficiary_id: beneficiaries.al, attribution: "beneficiary" },
      delegates: [people.participantAl],
    });
    await aSessionPerson(db, { session_id: session, account_id: people.consultant, part: "consultant" });
    await aSessionPerson(db, { session_id: alSession, account_id: people.secondConsultant, part: "consultant" });
    const needs = { kind: "capture-needs", attribution: "group" } as const;
    return {
      ...{ session, alSession, item: await anAgendaItem(db, { session_id: session, ...needs }) },
      internalItem: await anAgendaItem(db, { session_id: session, visibility: "internal" }),
      alItem: await anAgendaItem(db, { session_id: alSession, kind: "capture-practices" }),
    };
  });
  return { ...small, ...made };
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
export async function answerOf<T>(deed: Promise<T>): Promise<T | string | Record<string, string | string[]>> {
  try {
    return await deed;
  } catch (error) {
    if (error instanceof Refused) {
      return Object.fromEntries(error.faults.map(({ field, message }) => [field ?? "", message.key]));
    }
    if (error instanceof NotFound) return "not found";
    if (error instanceof Forbidden) return "forbidden";
    if (error instanceof Conflict) return error.current;
    throw error;
  }
}
