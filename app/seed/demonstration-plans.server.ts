import type { Actor } from "#app/domain/access/actor.ts";
import { addPairings } from "#app/domain/planning/add-pairings.server.ts";
import { answerAvailability } from "#app/domain/planning/answer-availability.server.ts";
import { askAvailability } from "#app/domain/planning/ask-availability.server.ts";
import { slotKey } from "#app/domain/planning/availability-input.ts";
import { copyDraft, insertDraft } from "#app/domain/planning/change-drafts.server.ts";
import { type DraftOnPage, findDraft } from "#app/domain/planning/find-drafts.server.ts";
import { findPlan } from "#app/domain/planning/find-plan.server.ts";
import { placePairing } from "#app/domain/planning/place-pairing.server.ts";
import { daysOf } from "#app/domain/planning/plan-settings.server.ts";
import { releaseDraft, shownChanges } from "#app/domain/planning/release-draft.server.ts";
import { saveSettings } from "#app/domain/planning/save-settings.server.ts";
import { loadPlanAnswers } from "#app/seed/demonstration-plan-answers.server.ts";
import { type DemoBusy, type DemoPlan, demoPlans } from "#app/seed/demonstration-plan-files.ts";
import { sure } from "#app/sure.ts";
import { type Store, writeTransaction } from "#db/store.ts";

interface Planning {
  actor: (address: string) => Promise<Actor>;
  organiser: () => Promise<Actor>;
  accounts: ReadonlyMap<string, string>;
  beneficiaries: ReadonlyMap<string, string>;
  rounds: ReadonlyMap<string, string>;
}

/** A round that is being planned, with the clock of its steps. */
interface Planned {
  store: Store;
  plan: DemoPlan;
  people: Planning;
  organiser: Actor;
  roundId: string;
  /** So many days before the demonstration is loaded. */
  before: (days: number) => Date;
}

const DAY = 86_400_000;

/**
 * Plans rounds as their organiser does: who meets whom, who cannot when, two drafts of which one is released, and what
 * people answered. The timetable is given, as looking for it would make every first start longer.
 */
export async function loadPlans(store: Store, people: Planning, now: Date): Promise<void> {
  for (const plan of demoPlans) {
    const roundId = sure(people.rounds.get(plan.round));
    const before = (days: number) => new Date(now.getTime() - days * DAY);
    const planned = { store, plan, people, organiser: await people.organiser(), roundId, before };
    await frame(planned);
    await pair(planned);
    await askAvailability(store, planned.organiser, { roundId }, before(6));
    for (const busy of plan.availability) await answer(planned, busy, before(5));
    const draft = await makeDrafts(planned);
    await release(planned, draft);
    await loadPlanAnswers(store, { plan, roundId, people, organiser: planned.organiser }, before(1));
    await answer(planned, plan.afterRelease, before(0.5));
  }
}

async function frame({ store, plan, organiser, roundId, before }: Planned): Promise<void> {
  const { round } = await findPlan(store.read, organiser, roundId);
  const { from, to, ...rest } = plan.frame;
  const days = daysOf(round).map((day) => ({ day, from, to }));
  await saveSettings(store, organiser, { ...rest, mostApart: null, days, revision: 0, roundId }, before(7));
}

async function pair({ store, plan, people, organiser, roundId, before }: Planned): Promise<void> {
  const { read } = store;
  const template = await read
    .selectFrom("agenda_template")
    .select("id")
    .where("code", "=", plan.template)
    .executeTakeFirst();
  const account = (address: string) => sure(people.accounts.get(address));
  for (const { delegation, language, consultants, interpreter, joinLink } of plan.pairings) {
    const pairing = {
      ...{ roundId, beneficiaryIds: [sure(people.beneficiaries.get(delegation))], minutes: plan.minutes, language },
      ...{ joinLink, attribution: "beneficiary" as const, templateId: sure(template).id },
      ...{ consultantIds: consultants.map(account), interpreterId: interpreter ? account(interpreter) : null },
    };
    await addPairings(store, organiser, pairing, before(7));
  }
}

async function answer({ store, people, organiser, roundId }: Planned, said: DemoBusy, at: Date): Promise<void> {
  const { round, grid } = await findPlan(store.read, organiser, roundId);
  const days = daysOf(round);
  const busy = grid.slots
    .filter((slot) => said.busy.some(({ day, part }) => days[day] === slot.day && part === slot.part))
    .map(slotKey);
  const given = { roundId, busy, mark: null };
  if (!said.byOrganiser) await answerAvailability(store, await people.actor(said.person), given, at);
  else await answerAvailability(store, organiser, { ...given, accountId: sure(people.accounts.get(said.person)) }, at);
}

/** The draft that is to be released, and beside it one that was changed by hand. */
async function makeDrafts({ store, plan, organiser, roundId, before }: Planned): Promise<string> {
  const { round, pairings } = await findPlan(store.read, organiser, roundId);
  const days = daysOf(round);
  const idOf = (code: string) => sure(pairings.find(({ beneficiary }) => beneficiary?.code === code)).id;
  const placements = plan.pairings.map(({ delegation, day, time }) => ({
    ...{ pairingId: idOf(delegation), day: sure(days[day]), time, pinned: false },
  }));
  const id = await writeTransaction(store, (db) =>
    insertDraft(db, organiser, { round, name: "1", proven: false, byHand: false, placements }, before(4)),
  );
  const { name, moves } = plan.otherDraft;
  const other = await copyDraft(store, organiser, { roundId, draftId: id, name }, before(3.5));
  for (const [at, { delegation, day, time }] of moves.entries()) {
    const where = {
      roundId,
      draftId: other.id,
      pairingId: idOf(delegation),
      slot: slotKey({ day: sure(days[day]), time }),
    };
    await placePairing(store, organiser, { ...where, intent: "move-and-pin", revision: at + 1 }, before(3.5));
  }
  return id;
}

async function release({ store, organiser, roundId, before }: Planned, draftId: string): Promise<void> {
  const page: DraftOnPage = await findDraft(store.read, organiser, { roundId, draftId }, before(3));
  const shown = shownChanges(page.draft.changes);
  await releaseDraft(store, organiser, { roundId, draftId, shown, reason: "" }, before(3));
}
