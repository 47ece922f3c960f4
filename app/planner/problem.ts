/**
 * A timetable problem and its answer, as files, the command line and pages exchange them.
 *
 * Slots are consecutive and numbered from 1. A meeting that starts in slot `s` and has length `l` occupies
 * `s … s + l - 1`. The reference problem is B2B meeting scheduling (Bofill et al., "Constraint Solving Approaches to
 * the Business-to-Business Meeting Scheduling Problem", JAIR 74, 2022); sets of people, lengths, buffers, preferences
 * and a previous timetable are added to it.
 */
export interface TimetableProblem {
  /** Number of slots; the slots are 1 … slots. */
  slots: number;
  /** First and last slot of each part of a day, in order, without overlap. Default: one part with all slots. */
  dayParts?: SlotRange[] | null;
  /** Most meetings at the same time. Default: no limit. */
  capacity?: number | null;
  people: Person[];
  meetings: Meeting[];
  /** Free slots that a person needs between the end of a meeting and the start of the next one. Default: 0. */
  buffer?: number | null;
  /**
   * How breaks are counted. `round`: a break is a maximal run of idle slots between a person's first and last meeting.
   * `dayPart` (default): the same within each day part; what lies between two day parts is never a break. Slots in
   * which the person is not available are idle too.
   */
  breaks?: "round" | "dayPart" | null;
  /** Hard where given: the most that two people's numbers of breaks may differ. */
  fairness?: number | null;
  /** The timetable that people know; the new one should make few people be notified again. */
  previous?: Placement[] | null;
}

/** First and last slot, both included. */
export type SlotRange = readonly [number, number];

export interface Person {
  id: string;
  /** Slots in which this person cannot be in a meeting. */
  forbidden?: number[] | null;
  /** Slots that this person would rather have; none given means no preference. */
  preferred?: number[] | null;
}

export interface Meeting {
  id: string;
  /** Everybody who must be there. */
  people: string[];
  /** In slots; default 1. */
  length?: number | null;
  /** The whole meeting lies inside one of these ranges. Default, also for an empty list: any slot. */
  slots?: SlotRange[] | null;
  /** The slot in which the meeting must start. */
  fixed?: number | null;
  /** Meetings that must have ended before this one starts. */
  after?: string[] | null;
}

/** `slot` is where the meeting starts. */
export interface Placement {
  meeting: string;
  slot: number;
}

/**
 * - `optimal`: no timetable is better in breaks, then in people to notify (where `previous` is given), then in
 *   preferences (where any is given); of the equals, an early one was looked for, which is not part of the claim.
 * - `feasible`: every rule is kept; a better one may exist.
 * - `infeasible`: proven that no timetable keeps every rule.
 * - `unknown`: nothing found and nothing proven in the time given.
 */
export type Status = "optimal" | "feasible" | "infeasible" | "unknown";

export interface TimetableAnswer {
  status: Status;
  /** Breaks of all people together; null where there is no timetable. */
  breaks: number | null;
  /** Largest minus smallest number of breaks of a person; people with fewer than two meetings count 0. */
  spread: number | null;
  /** Proven: no timetable has fewer breaks. */
  lowerBound: number;
  /** People with a meeting at another time than in `previous`, or not in it; null where `previous` is not given. */
  notified: number | null;
  /** Slots in which somebody who prefers some is in a meeting and prefers others; null where nobody prefers any. */
  preferencesMissed: number | null;
  /** In the order of `meetings`; empty where there is no timetable. */
  placements: Placement[];
  /** Why there is no timetable, in sentences. */
  why: string[];
  /** The same for programs: what cannot hold together. */
  reasons: Reason[];
}

/** What cannot hold together; the ids are those of the problem, slots are numbered from 1. */
export type Reason =
  /** `person` has meetings of `needed` slots in all (`buffers` of them between meetings) and only `free` slots. */
  | { kind: "overloaded"; person: string; meetings: number; needed: number; buffers: number; free: number }
  /** These meetings of `person` need `needed` slots and fit only into `slots`, which are fewer. */
  | { kind: "crowded"; person: string; meetings: string[]; needed: number; slots: number[] }
  /** `meeting` has no slot that suits its people, ranges, fixed slot and order. */
  | { kind: "nowhere"; meeting: string; people: string[] }
  /** These meetings take `needed` places and the capacity of `slots` is `places`. */
  | { kind: "full"; meetings: string[]; slots: number[]; needed: number; places: number }
  /** Each of these meetings must be after the one before it, and the first after the last. */
  | { kind: "cycle"; meetings: string[] }
  /** These meetings must follow one another, and their people and ranges leave too little room for that. */
  | { kind: "chain"; meetings: string[] }
  /** Rules that cannot hold together, found by search; `minimal` when none of them can be left out. */
  | { kind: "conflict"; rules: Rule[]; minimal: boolean }
  /** Proven by search; the rules involved could not be narrowed down in the time given. */
  | { kind: "exhausted" };

/** A rule of the problem, as a member of a conflict. */
export type Rule =
  | { kind: "one-at-a-time"; person: string }
  | { kind: "availability"; person: string }
  | { kind: "range"; meeting: string }
  | { kind: "fixed"; meeting: string; slot: number }
  | { kind: "after"; meeting: string; before: string }
  | { kind: "capacity"; places: number }
  | { kind: "fairness"; most: number };
