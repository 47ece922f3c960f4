import type { Actor } from "#app/domain/access/actor.ts";
import { isReviewed, reviewedStatuses } from "#app/domain/access/contribution-status.ts";
import { addLanguageVersion } from "#app/domain/knowledge/add-language-version.server.ts";
import { askSharing } from "#app/domain/knowledge/ask-sharing.server.ts";
import { decideSharing } from "#app/domain/knowledge/decide-sharing.server.ts";
import { findContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import { reviewContribution } from "#app/domain/knowledge/review-contribution.server.ts";
import { secondVersion } from "#app/domain/knowledge/second-version.server.ts";
import { isHigher } from "#app/domain/knowledge/sharing-level.ts";
import { submitContribution } from "#app/domain/knowledge/submit-contribution.server.ts";
import { type DemoContribution, demoContributions } from "#app/seed/demonstration-files.ts";
import type { DemoPlaces } from "#app/seed/demonstration-rounds.server.ts";
import { sure } from "#app/sure.ts";
import type { Store } from "#db/store.ts";

interface People {
  actor: (address: string) => Promise<Actor>;
  institutions: ReadonlyMap<string, string>;
  groups: ReadonlyMap<string, string>;
  /** Address of who speaks for a delegation in a group; the organiser where there is none. */
  speaker: (beneficiary: string) => string;
  /** Address of a consultant of the group other than the author. */
  consultant: (group: string, author: string) => string;
  organiser: string;
}

const HOUR = 3_600_000;
/** Records whose speaker is still asked, so that there is something to decide. */
const OPEN_REQUESTS = 4;

/**
 * Posts the records of the demonstration, each by its author and at its time, and has them shared as they are meant to
 * be.
 */
export async function loadContributions(store: Store, places: DemoPlaces, people: People, now: Date): Promise<void> {
  const numbers = new Map<string, string>();
  let asked = 0;
  for (const [position, record] of inOrder(demoContributions).entries()) {
    const actor = await people.actor(record.author);
    const at = new Date(places.timeOf(record.session, record.group).getTime() + position * 60_000 + HOUR);
    const posted = await submitContribution(store, actor, inputOf(record, places, people, numbers), at);
    numbers.set(record.key, posted.number);
    if (posted.sharingRequestId && !(await isDecided(store, posted.sharingRequestId))) {
      const speaker = await people.actor(people.speaker(record.beneficiary));
      await decideSharing(
        store,
        speaker,
        { requestId: posted.sharingRequestId, decision: "granted", note: "" },
        new Date(at.getTime() + 20 * HOUR),
      );
    }
    for (const version of record.translations ?? []) {
      await addLanguageVersion(store, actor, { number: posted.number, ...version }, new Date(at.getTime() + 30 * HOUR));
    }
    await review(store, { ...record, number: posted.number }, people, at);
    await second(store, { ...record, number: posted.number }, people, at);
    if (
      record.sharing === "bilateral" &&
      asked < OPEN_REQUESTS &&
      record.author !== people.speaker(record.beneficiary)
    ) {
      asked++;
      await askSharing(
        store,
        actor,
        { number: posted.number, level: "group", note: "" },
        new Date(now.getTime() - asked * 9 * HOUR),
      );
    }
  }
}

/** What is to be heard beyond the group is read by a consultant who did not write it, four days later. */
async function second(store: Store, record: DemoContribution & { number: string }, people: People, at: Date) {
  if (!isHigher(record.sharing, "group")) return;
  const reader = await people.actor(people.consultant(record.group, record.author));
  const unread = await findContribution(store.read, reader, record.number);
  for (const language of unread.toSecond) {
    const { revision } = await findContribution(store.read, reader, record.number);
    const input = { number: record.number, language, revision };
    await secondVersion(store, reader, input, new Date(at.getTime() + 4 * 24 * HOUR));
  }
}

/** Checked by a consultant of the group who did not write it, validated by the organiser, two and three days later. */
async function review(store: Store, record: DemoContribution & { number: string }, people: People, at: Date) {
  if (!isReviewed(record.status)) return;
  const steps = reviewedStatuses.slice(0, reviewedStatuses.indexOf(record.status) + 1);
  for (const [step, decision] of steps.entries()) {
    const reviewer = decision === "checked" ? people.consultant(record.group, record.author) : people.organiser;
    const { revision } = await store.read
      .selectFrom("contribution")
      .select("revision")
      .where("number", "=", record.number)
      .executeTakeFirstOrThrow();
    const input = { number: record.number, decision, reason: "", revision };
    await reviewContribution(
      store,
      await people.actor(reviewer),
      input,
      new Date(at.getTime() + (step + 2) * 24 * HOUR),
    );
  }
}

/** Records that others refer to come first. */
function inOrder(records: DemoContribution[]): DemoContribution[] {
  const byKey = new Map(records.map((record) => [record.key, record]));
  const ordered = new Set<DemoContribution>();
  const visit = (record: DemoContribution) => {
    if (ordered.has(record)) return;
    for (const { to } of record.links ?? []) visit(sure(byKey.get(to)));
    ordered.add(record);
  };
  records.forEach(visit);
  return [...ordered];
}

async function isDecided(store: Store, requestId: string): Promise<boolean> {
  const row = await store.read
    .selectFrom("sharing_request")
    .select("decision")
    .where("id", "=", requestId)
    .executeTakeFirst();
  return row?.decision !== null;
}

function inputOf(record: DemoContribution, places: DemoPlaces, people: People, numbers: Map<string, string>) {
  const sessionId = record.session ? places.sessions.get(record.session) : undefined;
  return {
    kind: record.kind,
    title: record.title,
    summary: record.summary,
    language: record.language,
    attribution: record.attribution,
    beneficiary: record.beneficiary,
    institutionId: record.institution ? people.institutions.get(record.institution) : undefined,
    groupId: sure(people.groups.get(record.group)),
    sessionId,
    itemId:
      record.session && record.agendaKind ? places.items.get(`${record.session}:${record.agendaKind}`) : undefined,
    wantedSharing: record.sharing,
    depth: record.depth,
    full: {
      body: record.body,
      details: record.details ?? {},
      phase: record.phase,
      evidenceStage: record.evidenceStage ?? null,
      transferability: record.transferability ?? null,
      reviewBy: null,
      themes: record.themes,
      targetGroups: record.targetGroups,
      references: (record.references ?? []).map(({ id, rule }) => ({ id, rule: rule ?? "" })),
      links: (record.links ?? []).map(({ to, relation }) => ({ number: sure(numbers.get(to)), relation })),
    },
  };
}
