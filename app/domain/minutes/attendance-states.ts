/** Whether somebody was in a session. */
export const attendanceStates = ["present", "late", "excused", "absent"] as const;
export type AttendanceState = (typeof attendanceStates)[number];

/** Whether somebody of that state was there, from the beginning or not. */
export function attended(state: AttendanceState | null): boolean {
  return state === "present" || state === "late";
}

/** What the name of a field begins with that says whether somebody was there; the id of the account follows. */
export const STATE_PREFIX = "state.";

/** The field that says whether somebody was there. */
export function stateField(accountId: string): string {
  return `${STATE_PREFIX}${accountId}`;
}

/** What the form of all marks of a session is filled in with: empty for who was not marked. */
export function marksOf(
  people: readonly { accountId: string; lead: { state: AttendanceState } | null }[],
): Record<string, string> {
  return Object.fromEntries(people.map(({ accountId, lead }) => [stateField(accountId), lead?.state ?? ""]));
}

/** What is so of somebody: who leads the session has the last word. */
export function settledState(person: {
  own: { state: AttendanceState } | null;
  lead: { state: AttendanceState } | null;
}): AttendanceState | null {
  return person.lead?.state ?? person.own?.state ?? null;
}
