import { isBusy } from "#app/domain/planning/availability.server.ts";
import type { Conditions } from "#app/domain/planning/find-conditions.server.ts";
import type { PlanReason, PlanRule } from "#app/domain/planning/find-run.server.ts";
import type { Foreseen } from "#app/domain/planning/foresee.server.ts";
import type { SingleChange } from "#app/domain/planning/single-changes.server.ts";
import type { Slot } from "#app/domain/planning/slots.server.ts";
import { sure } from "#app/sure.ts";
import { dayName } from "#app/views/planning/frame-view.server.ts";
import { pairingName } from "#app/views/planning/pairing-in-list.server.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** Why there is no timetable: a sentence, and what cannot be kept together where it is several things. */
export interface ReasonView {
  text: string;
  rules: string[];
}

/** Most slots and names that a sentence lists. */
const MAX_LISTED = 12;

/** Writes why there is no timetable, with names of people and sessions, days and hours. */
export function reasonView(reason: PlanReason, conditions: Conditions, viewer: Viewer): ReasonView {
  const { text } = viewer;
  const say = wordsFor(conditions, viewer);
  switch (reason.kind) {
    case "overloaded": {
      const { needed, free, meetings: count } = reason;
      return alone(text("plan.reason.overloaded", { person: say.person(reason.person), count, needed, free }));
    }
    case "crowded":
      return alone(
        text("plan.reason.crowded", {
          person: say.person(reason.person),
          needed: reason.needed,
          sessions: say.sessions(reason.meetings),
          times: say.times(reason.slots),
        }),
      );
    case "nowhere": {
      const session = say.session(reason.meeting);
      if (reason.people.length === 0) return alone(text("plan.reason.nowhereEver", { session }));
      return alone(text("plan.reason.nowhere", { session, people: say.people(reason.people) }));
    }
    case "full":
      return alone(
        text("plan.reason.full", {
          sessions: say.sessions(reason.meetings),
          needed: reason.needed,
          times: say.times(reason.slots),
          places: reason.places,
        }),
      );
    case "cycle":
    case "chain":
      return alone(text(`plan.reason.${reason.kind}`, { sessions: say.sessions(reason.meetings) }));
    case "conflict":
      return { text: text("plan.reason.conflict"), rules: reason.rules.map((rule) => ruleText(rule, say, viewer)) };
    case "exhausted":
      return alone(text("plan.reason.exhausted"));
  }
}

/** What cannot fit, before the planner is asked. */
export interface ForeseenView {
  reasons: ReasonView[];
  onlyKept: boolean;
}

/** Writes what cannot fit. */
export function foreseenView(found: Foreseen | null, conditions: Conditions, viewer: Viewer): ForeseenView | null {
  if (!found) return null;
  return { reasons: found.reasons.map((one) => reasonView(one, conditions, viewer)), onlyKept: found.onlyKept };
}

/** Writes a single change with which there would be a timetable. */
export function changeText(change: SingleChange, conditions: Conditions, viewer: Viewer): string {
  const { text } = viewer;
  const say = wordsFor(conditions, viewer);
  switch (change.kind) {
    case "free": {
      const ofPart = conditions.grid.slots.filter(({ day, part }) => day === change.day && part === change.part);
      return text("plan.change.free", { person: say.person(change.person), times: timesOf(ofPart, viewer) });
    }
    case "capacity":
      return text("plan.change.capacity", { count: change.places });
    case "apart":
      return text("plan.change.apart", { count: change.breaks });
    case "longer-day":
      return text("plan.change.longer-day", { day: dayName(change.day, viewer), to: change.to });
    case "day":
      return text("plan.change.day", { day: dayName(change.day, viewer) });
    case "unpinned":
      return text("plan.change.unpinned", { session: say.session(change.pairing) });
  }
}

function alone(text: string): ReasonView {
  return { text, rules: [] };
}

function ruleText(rule: PlanRule, say: ReturnType<typeof wordsFor>, { text }: Viewer): string {
  switch (rule.kind) {
    case "one-at-a-time":
      return text("plan.rule.one-at-a-time", { person: say.person(rule.person) });
    case "availability":
      return text("plan.rule.availability", { person: say.person(rule.person), times: say.busy(rule.person) });
    case "range":
      return text("plan.rule.range", { session: say.session(rule.meeting) });
    case "fixed":
      return text("plan.rule.fixed", { session: say.session(rule.meeting), times: say.times([rule.slot]) });
    case "after":
      return text("plan.rule.after", { session: say.session(rule.meeting), before: say.session(rule.before) });
    case "capacity":
      return text("plan.rule.capacity", { count: rule.places });
    case "fairness":
      return text("plan.rule.fairness", { count: rule.most });
  }
}

function wordsFor({ people, pairings, grid, busy, elsewhere }: Conditions, viewer: Viewer) {
  const names = new Map(people.map(({ accountId, name }) => [accountId, name]));
  const sessions = new Map(pairings.map((pairing) => [pairing.id, pairingName(pairing, viewer)]));
  const person = (id: string) => names.get(id) ?? id;
  const session = (id: string) => sessions.get(id) ?? id;
  const list = (items: readonly string[]) =>
    viewer.formats.list(items.length > MAX_LISTED ? [...items.slice(0, MAX_LISTED), "..."] : items);
  return {
    person,
    session,
    people: (ids: readonly string[]) => list(ids.map(person)),
    sessions: (ids: readonly string[]) => list(ids.map(session)),
    times: (numbers: readonly number[]) =>
      timesOf(
        grid.slots.filter(({ number }) => numbers.includes(number)),
        viewer,
      ),
    busy: (id: string) =>
      timesOf(
        grid.slots.filter((slot) => isBusy(busy, id, slot) || isBusy(elsewhere, id, slot)),
        viewer,
      ),
  };
}

/** "Wednesday 4 November, 09:00–11:00", in stretches of slots that follow one another. */
function timesOf(slots: readonly Slot[], viewer: Viewer): string {
  const stretches: Slot[][] = [];
  for (const slot of slots) {
    const open = stretches.at(-1);
    if (open?.at(-1)?.endsAt === slot.startsAt) open.push(slot);
    else stretches.push([slot]);
  }
  if (stretches.length === 0) return viewer.text("plan.noTimes");
  const said = stretches.slice(0, MAX_LISTED).map((stretch) => {
    const first = sure(stretch[0]);
    const range = viewer.text("plan.timeRange", { from: first.time, to: sure(stretch.at(-1)).endTime });
    return `${dayName(first.day, viewer)}, ${range}`;
  });
  return viewer.formats.list(stretches.length > MAX_LISTED ? [...said, "..."] : said);
}
