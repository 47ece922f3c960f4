import { changesToDraft, type DraftChange, peopleToTell } from "#app/domain/planning/draft-changes.ts";
import type { DraftConflict } from "#app/domain/planning/draft-conflicts.server.ts";
import type { DraftOnPage, JudgedDraft } from "#app/domain/planning/find-drafts.server.ts";
import { asScheduled, type Placed, place } from "#app/domain/planning/placed.server.ts";
import type { Hours } from "#app/domain/planning/plan-settings.server.ts";
import type { RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { minuteOf } from "#app/domain/sessions/free-time.server.ts";
import { dayName, type PlannedRound, plannedRound } from "#app/views/planning/frame-view.server.ts";
import { pairingName } from "#app/views/planning/pairing-in-list.server.ts";
import { clockOfViewer } from "#app/views/rounds/round-clock.server.ts";
import { formatsOf } from "#app/views/sessions/session-moment.server.ts";
import type { Viewer } from "#app/views/viewer.ts";
import type { Day, Instant } from "#db/schema/columns.ts";

/** A draft in a list. */
export interface DraftInList {
  id: string;
  name: string;
  /** "Nobody can wait less: proven" */
  quality: string;
  waits: number;
  /** Of the person who waits most. */
  mostWaits: number;
  blocking: number;
  told: number;
  unplaced: number;
}

/** A session of a draft in its timetable, in minutes since midnight on the clock of the round. */
export interface DraftSlot {
  /** Of its pairing. */
  id: string;
  day: Day;
  start: number;
  minutes: number;
  name: string;
  time: string;
  team: string;
  pinned: boolean;
  /** "new", "moved from ...": what differs from what is scheduled. */
  change: string | null;
  isBad: boolean;
}

/** What a draft changes for one pairing. */
export interface ChangeInList {
  id: string;
  name: string;
  was: string;
  becomes: string;
  people: number;
}

/** What is wrong with a draft, in a sentence. */
export interface ConflictInList {
  blocks: boolean;
  text: string;
}

/** The page of a draft. */
export interface DraftView extends DraftInList {
  round: PlannedRound;
  revision: number;
  /** The viewer's clock where it is another one and differs by the same on all days: by how many minutes. */
  yours: { zone: string; minutes: number } | null;
  /** With the minutes of the day between which sessions may be; null where none may any more. */
  days: { day: Day; name: string; slots: DraftSlot[]; hours: { from: number; to: number } | null }[];
  withoutTime: { id: string; name: string; cancels: boolean }[];
  conflicts: ConflictInList[];
  changes: ChangeInList[];
  fairness: { accountId: string; name: string; sessions: number; waits: number }[];
  others: { id: string; name: string }[];
  /** Another timetable: a draft, or what is released. */
  compared: { id: string; name: string; changes: ChangeInList[]; days: ComparedDay[] } | null;
}

/** A day of two timetables; `differs` where the other one has a session at another time, or not at all. */
export interface ComparedDay {
  day: Day;
  name: string;
  other: (DraftSlot & { differs: boolean })[];
  own: (DraftSlot & { differs: boolean })[];
}

/** What the released timetable is called in an address. */
const RELEASED = "released";

/** Writes a draft for a list. */
export function draftInList(draft: JudgedDraft, viewer: Pick<Viewer, "text">): DraftInList {
  const waits = draft.waits.map((one) => one.waits);
  const sum = waits.reduce((all, one) => all + one, 0);
  return {
    id: draft.id,
    name: draftName(draft, viewer),
    quality: viewer.text(draft.proven ? "plan.proven" : draft.revision > 1 ? "plan.changedByHand" : "plan.bestFound"),
    waits: sum,
    mostWaits: Math.max(0, ...waits),
    blocking: draft.conflicts.filter(({ blocks }) => blocks).length,
    told: peopleToTell(draft.changes).size,
    unplaced: draft.placed.filter(({ place }) => place === null).length,
  };
}

/** What a draft is called: those that the planner makes have a number and no other name. */
export function draftName({ name }: Pick<JudgedDraft, "name">, { text }: Pick<Viewer, "text">): string {
  return /^\d+$/.test(name) ? text("plan.draftNumber", { n: name }) : name;
}

function daysOf(placed: readonly Placed[], page: DraftOnPage, viewer: Viewer): ComparedDay[] {
  const other = placed.flatMap((one) => slotOf(one, page, viewer));
  const own = page.draft.placed.flatMap((one) => slotOf(one, page, viewer));
  const compared = (slots: readonly DraftSlot[], against: readonly DraftSlot[]) => (day: Day) =>
    slots
      .filter((slot) => slot.day === day)
      .map((slot) => ({
        ...slot,
        differs: !against.some(({ id, day: on, start }) => id === slot.id && on === day && start === slot.start),
      }));
  const days = [...new Set([...other, ...own].map(({ day }) => day))].sort();
  return days.map((day) => ({
    ...{ day, name: dayName(day, viewer) },
    other: compared(other, own)(day),
    own: compared(own, other)(day),
  }));
}

function hoursOf(day: Hours | undefined): DraftView["days"][number]["hours"] {
  return day ? { from: minuteOf(day.from), to: minuteOf(day.to) } : null;
}

/** Writes a draft for its page, compared with another one where its id is given. */
export function draftView(page: DraftOnPage, otherId: string | null, viewer: Viewer): DraftView {
  const { round, draft, others, grid } = page;
  const released = place(page.pairings, asScheduled(page.pairings), round.zone);
  const isReleased = released.some((one) => one.place !== null);
  const drafts = others.map((one) => ({ id: one.id, name: draftName(one, viewer), placed: one.placed }));
  const all = [
    ...(isReleased ? [{ id: RELEASED, name: viewer.text("plan.released"), placed: released }] : []),
    ...drafts,
  ];
  const other = all.find(({ id }) => id === otherId);
  const slots = draft.placed.flatMap((placed) => slotOf(placed, page, viewer));
  const days = [...new Set([...grid.slots.map(({ day }) => day), ...slots.map(({ day }) => day)])].sort();
  return {
    ...draftInList(draft, viewer),
    round: plannedRound(round, viewer),
    revision: draft.revision,
    yours: clockOfViewer(round, viewer),
    days: days.map((day) => ({
      day,
      name: dayName(day, viewer),
      slots: slots.filter((slot) => slot.day === day),
      hours: hoursOf(page.settings.days.find((one) => one.day === day)),
    })),
    withoutTime: draft.placed.flatMap(({ pairing, place }) =>
      place ? [] : [{ id: pairing.id, name: pairingName(pairing, viewer), cancels: pairing.session !== null }],
    ),
    conflicts: draft.conflicts.map((conflict) => conflictInList(conflict, page, viewer)),
    changes: draft.changes.map((change) => changeInList(change, round, viewer, viewer.text("plan.notScheduled"))),
    fairness: draft.waits.toSorted((a, b) => b.waits - a.waits || viewer.formats.collator.compare(a.name, b.name)),
    others: all.map(({ id, name }) => ({ id, name })),
    compared: other
      ? {
          ...{ id: other.id, name: other.name, days: daysOf(other.placed, page, viewer) },
          changes: changesToDraft(draft.placed, other.placed).map((change) =>
            changeInList(change, round, viewer, viewer.text("plan.noTimeIn")),
          ),
        }
      : null,
  };
}

/** Writes what a timetable changes for one pairing. */
export function changeInList(
  { pairing, was, becomes }: DraftChange,
  round: RoundFacts,
  viewer: Viewer,
  nothing: string,
): ChangeInList {
  const when = (instant: Instant | null, otherwise: string) =>
    instant ? shortMoment(instant, round, viewer) : otherwise;
  return {
    id: pairing.id,
    name: pairingName(pairing, viewer),
    was: when(was, nothing),
    becomes: when(becomes, viewer.text("plan.noTimeIn")),
    people: pairing.people.length,
  };
}

/** "Wednesday 4 November, 09:00", on the clock of the round, which says the year. */
export function shortMoment(instant: Instant, round: RoundFacts, viewer: Viewer): string {
  const formats = formatsOf(round, viewer);
  const day = formats.date(instant).replace(/,? \S*\d{4}\.?$/, "");
  return `${day}, ${formats.time(instant)}`;
}

function slotOf({ pairing, place }: Placed, { round, draft }: DraftOnPage, viewer: Viewer): DraftSlot[] {
  if (!place) return [];
  const { id, session, minutes } = pairing;
  const formats = formatsOf(round, viewer);
  const team = pairing.people.filter(({ part }) => part !== "delegate").map(({ name }) => name);
  const change = !session
    ? viewer.text("plan.new")
    : session.startsAt === place.startsAt
      ? null
      : viewer.text("plan.movedFrom", { when: shortMoment(session.startsAt, round, viewer) });
  return [
    {
      ...{ id, day: place.day, start: minuteOf(place.time), minutes, pinned: place.pinned, change },
      name: pairingName(pairing, viewer),
      time: formats.range(place.startsAt, place.endsAt),
      team: team.sort(viewer.formats.collator.compare).join(", "),
      isBad: draft.conflicts.some(({ pairingIds, blocks }) => blocks && pairingIds.includes(id)),
    },
  ];
}

function conflictInList(
  { kind, blocks, pairingIds, people }: DraftConflict,
  { round, draft }: DraftOnPage,
  viewer: Viewer,
): ConflictInList {
  const { formats, text } = viewer;
  const sessions = draft.placed
    .filter(({ pairing }) => pairingIds.includes(pairing.id))
    .map(({ pairing, place }) => {
      const name = pairingName(pairing, viewer);
      return place ? text("plan.at", { name, when: shortMoment(place.startsAt, round, viewer) }) : name;
    });
  const names = people.map(({ name }) => name).sort(formats.collator.compare);
  return {
    blocks,
    text: text(`plan.conflict.${kind}`, { people: formats.list(names), sessions: formats.list(sessions) }),
  };
}
