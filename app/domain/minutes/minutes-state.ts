import { Refused } from "#app/domain/errors.ts";
import type { Instant } from "#db/schema/columns.ts";

export type MinutesState = "draft" | "circulated" | "final";

/** How far the record of a session is. */
export interface RecordState {
  state: MinutesState;
  circulatedAt: Instant | null;
  /** Until when those who attended may propose amendments. */
  amendableUntil: Instant | null;
  finalAt: Instant | null;
}

/** A record that nobody has begun. */
export const newRecord: RecordState = { state: "draft", circulatedAt: null, amendableUntil: null, finalAt: null };

/** @throws Refused when the minutes are final, and with them who attended */
export function refuseFinal({ state }: Pick<RecordState, "state">): void {
  if (state === "final") throw new Refused({ key: "minutes.isFinal" });
}

/** @throws Refused before the session has begun */
export function refuseBeforeStart(session: { startsAt: Instant }, now: Date): void {
  if (!hasBegun(session, now)) throw new Refused({ key: "attendance.tooEarly" });
}

/** People gather before a session, and what is recorded of it may begin: so long before the hour, in milliseconds. */
const GATHERING = 15 * 60_000;

/** Whether a session has begun, or people gather for it. */
export function hasBegun(session: { startsAt: Instant }, now: Date): boolean {
  return Date.parse(session.startsAt) - GATHERING <= now.getTime();
}

/** @throws Refused while minutes are circulated: they are changed by amendments then */
export function refuseCirculated({ state }: Pick<RecordState, "state">): void {
  if (state === "circulated") throw new Refused({ key: "minutes.isCirculated" });
}

/** @throws Refused once minutes have left those who write them */
export function refuseNoDraft(record: Pick<RecordState, "state">): void {
  refuseCirculated(record);
  refuseFinal(record);
}

/** Whether amendments may be proposed now. */
export function isAmendable({ state, amendableUntil }: RecordState, now: Date): boolean {
  return state === "circulated" && amendableUntil !== null && now.toISOString() < amendableUntil;
}
