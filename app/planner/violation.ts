/** A rule of the problem (the first nine), or a statement of the answer that is not true. */
export type BrokenRule =
  | "placed"
  | "one-at-a-time"
  | "buffer"
  | "availability"
  | "range"
  | "fixed"
  | "after"
  | "capacity"
  | "fairness"
  | "breaks"
  | "spread"
  | "notified"
  | "preferencesMissed"
  | "lowerBound"
  | "optimal"
  | "status";

export interface Violation {
  rule: BrokenRule;
  /** A sentence with the ids and slots. */
  message: string;
  people: string[];
  meetings: string[];
  /** Numbered from 1, ascending. */
  slots: number[];
}

/** Notes a violation. */
export type Report = (rule: BrokenRule, message: string, about?: Partial<Omit<Violation, "rule" | "message">>) => void;

/** "slot 3", "slots 3 and 4", "slots 3, 4 and 7" */
export function inSlots(slots: number[]): string {
  return slots.length === 1 ? `slot ${slots[0]}` : `slots ${slots.slice(0, -1).join(", ")} and ${slots.at(-1)}`;
}

/** "1 meeting", "2 meetings" */
export function some(count: number, what: string): string {
  return count === 1 ? `1 ${what}` : `${count} ${what}s`;
}
