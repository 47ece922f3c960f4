import type { Busy, Stretch } from "#app/domain/planning/availability.server.ts";
import type { Conditions } from "#app/domain/planning/find-conditions.server.ts";
import { daysOf } from "#app/domain/planning/plan-settings.server.ts";
import { type Slot, slotsOf } from "#app/domain/planning/slots.server.ts";
import { minuteOf, timeOf } from "#app/domain/sessions/free-time.server.ts";
import type { Reason } from "#app/planner/problem.ts";
import { sure } from "#app/sure.ts";
import type { Day } from "#db/schema/columns.ts";

/** One thing that could be otherwise, so that there would be a timetable. */
export type SingleChange =
  /** Somebody can be there in a part of a day after all. */
  | { kind: "free"; person: string; day: Day; part: number }
  /** So many sessions at a time, one more than now. */
  | { kind: "capacity"; places: number }
  /** Somebody may have so many breaks more than another one, one more than now. */
  | { kind: "apart"; breaks: number }
  /** A day goes on until then, a slot longer than now. */
  | { kind: "longer-day"; day: Day; to: string }
  /** Sessions on another day of the round, at the hours of the others. */
  | { kind: "day"; day: Day }
  /** A session that is pinned in the draft may move. */
  | { kind: "unpinned"; pairing: string };

/** Most changes that are tried for one question. */
const MAX_TRIED = 20;

/** What is worth trying, drawn from the reasons why there is no timetable: the smaller changes first. */
export function candidateChanges(
  reasons: readonly Reason[],
  conditions: Conditions,
  pinned: ReadonlySet<string>,
): SingleChange[] {
  const { settings, grid, round, people, busy } = conditions;
  const named = new Set(reasons.flatMap(peopleOf));
  const concerned = people.filter(({ accountId }) => named.size === 0 || named.has(accountId));
  const parts = [...new Map(grid.slots.map((slot) => [`${slot.day}.${slot.part}`, slot])).values()];
  const free = concerned.flatMap(({ accountId }) =>
    parts
      .filter((part) => overlaps(busy.get(accountId) ?? [], stretchOf(part, grid.slots)))
      .map(({ day, part }): SingleChange => ({ kind: "free", person: accountId, day, part })),
  );
  const { mostAtOnce, mostApart, slotMinutes } = settings;
  const apart: SingleChange[] = mostApart === null ? [] : [{ kind: "apart", breaks: mostApart + 1 }];
  const capacity: SingleChange[] = mostAtOnce === null ? [] : [{ kind: "capacity", places: mostAtOnce + 1 }];
  const unpinned = [...pinned].map((pairing): SingleChange => ({ kind: "unpinned", pairing }));
  const longer = settings.days
    .filter(({ to }) => minuteOf(to) + slotMinutes < 24 * 60)
    .map(({ day, to }): SingleChange => ({ kind: "longer-day", day, to: timeOf(minuteOf(to) + slotMinutes) }));
  const used = new Set(settings.days.map(({ day }) => day));
  const others = daysOf(round)
    .filter((day) => !used.has(day))
    .map((day): SingleChange => ({ kind: "day", day }));
  return [...capacity, ...apart, ...unpinned, ...free, ...longer, ...others].slice(0, MAX_TRIED);
}

/** The same conditions, but for one change. A pin is no condition: it is left out by whoever asks. */
export function withChange(conditions: Conditions, change: SingleChange): Conditions {
  const { settings, round } = conditions;
  switch (change.kind) {
    case "free": {
      const ofPart = conditions.grid.slots.filter(({ day, part }) => day === change.day && part === change.part);
      const part = stretchOf(sure(ofPart[0]), conditions.grid.slots);
      return { ...conditions, busy: without(conditions.busy, change.person, part) };
    }
    case "capacity":
      return { ...conditions, settings: { ...settings, mostAtOnce: change.places } };
    case "apart":
      return { ...conditions, settings: { ...settings, mostApart: change.breaks } };
    case "longer-day": {
      const days = settings.days.map((one) => (one.day === change.day ? { ...one, to: change.to } : one));
      return reframed(conditions, days);
    }
    case "day": {
      const [like] = settings.days;
      const more = { day: change.day, from: like?.from ?? "09:00", to: like?.to ?? "17:00" };
      return reframed(
        conditions,
        [...settings.days, more].sort((a, b) => (a.day < b.day ? -1 : 1)),
      );
    }
    case "unpinned":
      return conditions;
  }

  function reframed(of: Conditions, days: typeof settings.days): Conditions {
    const next = { ...settings, days };
    return { ...of, settings: next, grid: slotsOf(next, round.zone) };
  }
}

/** The people that a reason speaks of. */
function peopleOf(reason: Reason): string[] {
  switch (reason.kind) {
    case "overloaded":
    case "crowded":
      return [reason.person];
    case "nowhere":
      return reason.people;
    case "conflict":
      return reason.rules.flatMap((rule) => ("person" in rule ? [rule.person] : []));
    default:
      return [];
  }
}

function stretchOf({ day, part }: Slot, slots: readonly Slot[]): Stretch {
  const own = slots.filter((slot) => slot.day === day && slot.part === part);
  return { startsAt: sure(own[0]).startsAt, endsAt: sure(own.at(-1)).endsAt };
}

function overlaps(stretches: readonly Stretch[], { startsAt, endsAt }: Stretch): boolean {
  return stretches.some((one) => one.startsAt < endsAt && one.endsAt > startsAt);
}

function without(busy: Busy, accountId: string, part: Stretch): Busy {
  const left = (busy.get(accountId) ?? []).flatMap((one): Stretch[] => {
    if (!overlaps([one], part)) return [one];
    const before = { startsAt: one.startsAt, endsAt: part.startsAt };
    const after = { startsAt: part.endsAt, endsAt: one.endsAt };
    return [before, after].filter(({ startsAt, endsAt }) => startsAt < endsAt);
  });
  return new Map([...busy, [accountId, left]]);
}
