import { z } from "zod";
import { ids, optionalId } from "#app/domain/forms/choice-fields.ts";
import { fileText } from "#app/domain/forms/text-fields.ts";
import { MAX_CALENDAR, MAX_SLOTS } from "#app/domain/planning/plan-limits.ts";

/** What `mark` says when a button stands for many ticks: `always`, or `busy:` and `free:` with a part of a day. */
export const ALWAYS = "always";

/** What a slot is called in the form. */
export function slotKey({ day, time }: { day: string; time: string }): string {
  return `${day}T${time}`;
}

/** What a part of a day is called in the form. */
export function partKey({ day, part }: { day: string; part: number }): string {
  return `${day}.${part}`;
}

/** The form in which somebody ticks the slots in which they cannot; a button may mark a part of a day at once. */
export const availabilityForm = z.object({ busy: ids(MAX_SLOTS), mark: optionalId() });

/** The form that keeps the time of a session: whom its page named. */
export const keptTimeForm = z.object({ people: ids(MAX_SLOTS) });

/** The form that brings a calendar file. */
export const calendarForm = z.object({ calendar: fileText(MAX_CALENDAR, "availability.calendarTooLong") });
