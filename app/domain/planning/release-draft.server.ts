import type { Actor } from "#app/domain/access/actor.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import { type DraftChange, peopleToTell } from "#app/domain/planning/draft-changes.ts";
import { type DraftOnPage, findDraft } from "#app/domain/planning/find-drafts.server.ts";
import type { PairingFacts } from "#app/domain/planning/pairing-facts.server.ts";
import { pairingValues } from "#app/domain/planning/pairing-values.ts";
import { findParts } from "#app/domain/sessions/audience.server.ts";
import { cancelIn } from "#app/domain/sessions/cancel-session.server.ts";
import { changeIn } from "#app/domain/sessions/change-session.server.ts";
import { scheduleIn } from "#app/domain/sessions/schedule-session.server.ts";
import { sessionValues } from "#app/domain/sessions/session-values.ts";
import { toWall } from "#app/domain/time/wall-time.server.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import { sure } from "#app/sure.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface ReleaseDraft {
  roundId: string;
  draftId: string;
  /** What was shown before: see `shownChanges`. */
  shown: string | null;
  /** Why sessions are cancelled, where any is. */
  reason: string;
}

/** How many sessions a release changed, and how many people are told. */
export interface Released {
  scheduled: number;
  moved: number;
  cancelled: number;
  people: number;
}

/** Stands for what a release would change, so that nothing is released that was not shown. */
export function shownChanges(changes: readonly DraftChange[]): string {
  const told = changes.map(({ kind, pairing, was, becomes }) => {
    const people = pairing.people.map(({ accountId, part }) => `${part} ${accountId}`).sort();
    return [kind, pairing.id, pairing.revision, pairing.session?.revision ?? 0, was, becomes, people];
  });
  return sha256(JSON.stringify(told)).slice(0, 32);
}

/**
 * Makes a draft the timetable that people know: schedules, moves and cancels sessions, all or none. Who is told is what
 * the deeds of sessions decide, one mail for each session that changes for a person; without a change nothing is done.
 * @throws NotFound, Forbidden, Refused while something blocks it, or when it is not what was shown
 */
export async function releaseDraft(
  store: Store,
  actor: Actor,
  { shown, reason, ...which }: ReleaseDraft,
  now: Date = new Date(),
): Promise<Released> {
  return writeTransaction(store, async (db) => {
    const page = await findDraft(db, actor, which, now);
    const { draft, round } = page;
    const { changes } = draft;
    if (changes.length === 0) return { scheduled: 0, moved: 0, cancelled: 0, people: 0 };
    checkRelease(page, { shown, reason });
    await releaseIn(db, actor, page, reason, now);
    await db.updateTable("plan_draft").set({ released_at: now.toISOString() }).where("id", "=", draft.id).execute();
    const of = (kind: DraftChange["kind"]) => changes.filter((change) => change.kind === kind).length;
    const counts = { scheduled: of("new"), moved: of("moved"), cancelled: of("gone") };
    const subject = { id: round.id, group_id: round.groupId };
    await recordEvent(db, actor, "plan.released", subject, { draft: draft.id, ...counts }, now);
    return { ...counts, people: peopleToTell(changes).size };
  });
}

/** Does to the sessions what a draft says, and queues the mails of that, inside a transaction. */
export async function releaseIn(db: Db, actor: Actor, page: DraftOnPage, reason: string, now: Date): Promise<void> {
  const of = (kind: DraftChange["kind"]) => page.draft.changes.filter((change) => change.kind === kind);
  // Those first that make room for the others.
  for (const { pairing } of of("gone")) {
    await cancelIn(db, actor, { sessionId: sure(pairing.session).id, reason }, now);
  }
  for (const change of of("moved")) await move(db, actor, page, change, now);
  for (const change of of("new")) await schedule(db, actor, page, change, now);
}

function checkRelease({ draft }: DraftOnPage, { shown, reason }: Pick<ReleaseDraft, "shown" | "reason">): void {
  if (draft.conflicts.some(({ blocks }) => blocks)) throw new Refused({ key: "plan.releaseBlocked" });
  if (shown !== shownChanges(draft.changes)) throw new Refused({ key: "plan.changedSinceShown" });
  if (reason === "" && draft.changes.some(({ kind }) => kind === "gone")) {
    throw new Refused([{ field: "reason", message: { key: "plan.reasonNeeded" } }]);
  }
}

/** The wall time of an instant of the draft; where it comes twice, a draft means the first. */
function wallOf({ round }: DraftOnPage, { becomes }: DraftChange) {
  const { date, time } = toWall(sure(becomes), round.zone);
  return { date, time, choice: "earlier" as const };
}

async function move(db: Db, actor: Actor, page: DraftOnPage, change: DraftChange, now: Date): Promise<void> {
  const session = sure(change.pairing.session);
  const values = sessionValues(session, await findParts(db, session.id));
  const { interpreterId, consultantIds, delegateIds, attribution } = values;
  await changeIn(
    db,
    actor,
    {
      ...{ sessionId: session.id, revision: session.revision, minutes: change.pairing.minutes, attribution },
      ...{ consultantIds, delegateIds, interpreterId: interpreterId || null, joinLink: session.joinLink },
      ...{ language: session.language as LanguageCode, ...wallOf(page, change), confirmConflicts: true },
    },
    now,
  );
}

async function schedule(db: Db, actor: Actor, page: DraftOnPage, change: DraftChange, now: Date): Promise<void> {
  const { pairing } = change;
  await scheduleIn(
    db,
    actor,
    {
      ...{ roundId: page.round.id, pairingId: pairing.id, beneficiaryId: pairing.beneficiary?.id ?? null },
      ...{ ...peopleOf(pairing), minutes: pairing.minutes, language: pairing.language as LanguageCode },
      ...{ joinLink: pairing.joinLink, attribution: pairing.attribution, ...agendaOf(pairing) },
      // What a draft may not be released with was looked for in all of it: meanwhile sessions are on their way.
      ...{ ...wallOf(page, change), confirmConflicts: true },
    },
    now,
  );
}

function agendaOf({ templateId, agendaOf }: PairingFacts) {
  return { templateId, agendaOf };
}

function peopleOf(pairing: PairingFacts) {
  const { consultantIds, interpreterId, delegateIds } = pairingValues(pairing);
  const list = (value: string | string[] | undefined) => [value ?? []].flat();
  return {
    consultantIds: list(consultantIds),
    interpreterId: list(interpreterId)[0] || null,
    delegateIds: pairing.allDelegates ? undefined : list(delegateIds),
  };
}
