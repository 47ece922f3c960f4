import { z } from "zod";
import { oneOf, optionalOneOf } from "#app/domain/forms/choice-fields.ts";
import { requiredLine } from "#app/domain/forms/text-fields.ts";
import { type AttendanceState, attendanceStates, STATE_PREFIX } from "#app/domain/minutes/attendance-states.ts";
import { guestLimits } from "#app/domain/minutes/minutes-limits.ts";

/** People of a session are few; a form with more is not ours. */
const MOST_PEOPLE = 400;

const eachState = optionalOneOf(attendanceStates);

/** The form of all marks of a session: `state.<account>` for each person. */
export const marksForm = z.looseObject({}).transform((form, context) => {
  const marks: Record<string, AttendanceState | null> = {};
  for (const [name, typed] of Object.entries(form).slice(0, MOST_PEOPLE)) {
    if (!name.startsWith(STATE_PREFIX)) continue;
    const state = eachState.safeParse(typed);
    if (state.success) marks[name.slice(STATE_PREFIX.length)] = state.data;
    else for (const issue of state.error.issues) context.issues.push({ ...issue, path: [name], input: typed } as never);
  }
  return { marks };
});

/** What somebody says of themselves. */
export const ownAttendanceForm = z.object({ state: oneOf(attendanceStates) });

export const guestForm = z.object({
  capacity: requiredLine(guestLimits.capacity),
  institution: requiredLine(guestLimits.institution),
});
