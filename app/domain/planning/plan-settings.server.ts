import type { RoundFacts } from "#app/domain/rounds/round-facts.server.ts";
import { shiftDays } from "#app/domain/time/wall-time.server.ts";
import type { Day } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** A stretch of a day on the clock of the round, `HH:MM`. */
export interface Hours {
  from: string;
  to: string;
}

/** The frame in which a round is planned. */
export interface PlanSettings {
  slotMinutes: number;
  /** What a person needs free between two sessions. */
  bufferMinutes: number;
  /** Null: as many as there are. */
  mostAtOnce: number | null;
  /** How many breaks more than another one somebody may have; null: as it comes. */
  mostApart: number | null;
  /** In which nothing is placed, on any day. */
  pause: Hours | null;
  /** Days of the round on which sessions may be, in order. */
  days: (Hours & { day: Day })[];
  /** 0 while nobody has said anything. */
  revision: number;
}

/** What is taken for a round of which nobody has said anything. */
const usual = {
  ...{ slotMinutes: 30, bufferMinutes: 0, mostAtOnce: null, mostApart: null },
  pause: { from: "12:30", to: "13:30" },
} as const;
const usualHours: Hours = { from: "09:00", to: "17:00" };

/** The frame of a round; days that are not its any more are left out. */
export async function findPlanSettings(db: Db, round: RoundFacts): Promise<PlanSettings> {
  const row = await db.selectFrom("round_plan").selectAll().where("round_id", "=", round.id).executeTakeFirst();
  if (!row) return { ...usual, days: daysOf(round).map((day) => ({ day, ...usualHours })), revision: 0 };
  const days = await db
    .selectFrom("round_plan_day")
    .select(["day", "day_from as from", "day_to as to"])
    .where("round_id", "=", round.id)
    .orderBy("day")
    .execute();
  return {
    slotMinutes: row.slot_minutes,
    bufferMinutes: row.buffer_minutes,
    mostAtOnce: row.most_at_once,
    mostApart: row.most_apart,
    pause: row.pause_from && row.pause_to ? { from: row.pause_from, to: row.pause_to } : null,
    days: days.filter(({ day }) => day >= round.startsOn && day <= round.endsOn),
    revision: row.revision,
  };
}

/** The days of a round, in order. */
export function daysOf({ startsOn, endsOn }: Pick<RoundFacts, "startsOn" | "endsOn">): Day[] {
  const days: Day[] = [];
  for (let day = startsOn; day <= endsOn; day = shiftDays(day, 1)) days.push(day);
  return days;
}

/** What the form of the frame is filled in with, by field. */
export function settingsValues(settings: PlanSettings, round: RoundFacts): Record<string, string | string[]> {
  const hours = (day: Day) => settings.days.find((one) => one.day === day) ?? settings.days[0] ?? usualHours;
  return {
    revision: String(settings.revision),
    slotMinutes: String(settings.slotMinutes),
    bufferMinutes: String(settings.bufferMinutes),
    mostAtOnce: settings.mostAtOnce === null ? "" : String(settings.mostAtOnce),
    mostApart: settings.mostApart === null ? "" : String(settings.mostApart),
    pauseFrom: settings.pause?.from ?? "",
    pauseTo: settings.pause?.to ?? "",
    days: settings.days.map(({ day }) => day),
    ...Object.fromEntries(
      daysOf(round).flatMap((day) => [
        [`from.${day}`, hours(day).from],
        [`to.${day}`, hours(day).to],
      ]),
    ),
  };
}
