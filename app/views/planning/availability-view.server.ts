import { isToBeAsked } from "#app/domain/planning/ask-availability.server.ts";
import { isBusy } from "#app/domain/planning/availability.server.ts";
import { partKey, slotKey } from "#app/domain/planning/availability-input.ts";
import type {
  AvailabilityForm,
  AvailabilityOverview,
  PlannedWithAnswer,
} from "#app/domain/planning/find-availability.server.ts";
import type { Slot } from "#app/domain/planning/slots.server.ts";
import { sure } from "#app/sure.ts";
import { dayName, type PlannedRound, plannedRound } from "#app/views/planning/frame-view.server.ts";
import { clockOfViewer } from "#app/views/rounds/round-clock.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A part of a day with its slots, to be ticked. */
export interface AvailabilityPart {
  key: string;
  /** "Before the pause: Wednesday 4 November" */
  title: string;
  slots: { key: string; label: string }[];
}

/** The form in which somebody says when they cannot. */
export interface AvailabilityFormView {
  round: PlannedRound;
  accountId: string;
  name: string;
  parts: AvailabilityPart[];
  /** Keys of the slots in which they cannot. */
  busy: string[];
  /** "Answered yesterday by Ana." */
  state: string;
}

/** Writes the form in which somebody says when they cannot, on the clock of the round and beside it the viewer's. */
export function availabilityFormView(form: AvailabilityForm, viewer: Viewer): AvailabilityFormView {
  const { round, person, slots, busy } = form;
  const hasYours = clockOfViewer(round, viewer) !== null;
  const byPart = new Map<string, Slot[]>();
  for (const slot of slots) byPart.set(partKey(slot), [...(byPart.get(partKey(slot)) ?? []), slot]);
  const labelOf = ({ time, startsAt }: Slot) =>
    hasYours ? viewer.text("availability.yours", { time, yours: viewer.formats.time(startsAt) }) : time;
  const parts = [...byPart].map(([key, ofPart]): AvailabilityPart => {
    const { day, part } = sure(ofPart[0]);
    const isSplit = slots.some((slot) => slot.day === day && slot.part !== part);
    const name = isSplit ? (part === 0 ? "morning" : "afternoon") : "wholeDay";
    const title = viewer.text("availability.partOf", {
      part: viewer.text(`availability.${name}`),
      day: dayName(day, viewer),
    });
    return { key, title, slots: ofPart.map((slot) => ({ key: slotKey(slot), label: labelOf(slot) })) };
  });
  return {
    round: plannedRound(round, viewer),
    accountId: person.accountId,
    name: person.name,
    parts,
    busy: slots.filter((slot) => isBusy(busy, person.accountId, slot)).map(slotKey),
    state: stateOf(form, viewer),
  };
}

function stateOf(
  { answer, givenBy }: Pick<PlannedWithAnswer, "answer" | "givenBy">,
  { text, formats, now }: Viewer,
): string {
  if (!answer?.answeredAt) return text("availability.notAnswered");
  const when = formats.relative(answer.answeredAt, now);
  return givenBy ? text("availability.answeredBy", { when, name: givenBy }) : text("availability.answered", { when });
}

/** Somebody of the plan and what they have said. */
export interface PersonInPlan {
  accountId: string;
  name: string;
  answered: boolean;
  /** "Answered yesterday.", or that they were asked, or were not. */
  state: string;
  /** In how many slots they cannot. */
  busySlots: number;
}

/** Who of a plan has answered. */
export interface AvailabilityOverviewView {
  round: PlannedRound;
  people: PersonInPlan[];
  answered: number;
  /** How many would be asked. */
  toAsk: number;
}

/** Writes who of a plan has answered: those who have not come first. */
export function availabilityOverview(overview: AvailabilityOverview, viewer: Viewer): AvailabilityOverviewView {
  const { text, formats, now } = viewer;
  const people = overview.people.map((person): PersonInPlan => {
    const { accountId, name, busySlots, answer } = person;
    const asked = answer?.askedAt
      ? text("availability.askedAt", { when: formats.relative(answer.askedAt, now) })
      : text("availability.notAsked");
    const answered = Boolean(answer?.answeredAt);
    return { accountId, name, busySlots, answered, state: answered ? stateOf(person, viewer) : asked };
  });
  return {
    round: plannedRound(overview.round, viewer),
    people: people.sort((a, b) => Number(a.answered) - Number(b.answered) || formats.collator.compare(a.name, b.name)),
    answered: people.filter(({ answered }) => answered).length,
    toAsk: overview.people.filter((person) => isToBeAsked(person, now)).length,
  };
}
