import type { Placement, Status, TimetableProblem } from "#app/planner/problem.ts";
import { answerFrame, answerPlacement, MAX_SLOTS, problemShapes, slotCount } from "#app/planner/problem-shapes.ts";
import {
  type Ignored,
  type Issue,
  isObject,
  MAX_ISSUES,
  readEach,
  readOne,
  shown,
  tellIgnored,
  tellNobody,
} from "#app/planner/read-json.ts";

/** Tables of meetings by slots and of people by slots are kept in memory: larger ones are refused. */
const MAX_CELLS = 10_000_000;

/** The input is not a problem (or an answer) at all, which is another thing than a problem without a timetable. */
export class BadProblem extends Error {
  readonly issues: Issue[];
  constructor(what: "problem" | "answer", issues: Issue[]) {
    super(`Not a timetable ${what}: ${issues.map(({ path, message }) => `${path} ${message}`.trim()).join("; ")}`);
    this.issues = issues;
  }
}

/** An answer as it is handed in, also by programs that count less than ours. Nobody looks into `reasons`. */
export interface GivenAnswer {
  status: Status;
  breaks: number | null;
  spread: number | null;
  lowerBound: number;
  placements: Placement[];
  notified?: number | null;
  preferencesMissed?: number | null;
  why?: string[] | null;
  reasons?: unknown[] | null;
}

/**
 * Reads a timetable problem from parsed JSON: shapes and numbers, unique ids, and no mention of a person or a meeting
 * that is not there. What has no timetable (a cycle of meetings, a fixed slot that is forbidden, a meeting longer than
 * the round) is a good problem all the same.
 *
 * @param ignored called with the path of every key that the format does not know; not called for a bad problem
 * @throws BadProblem with everything that is wrong, at most 50 things
 */
export function readProblem(value: unknown, ignored: Ignored = tellNobody): TimetableProblem {
  const issues: Issue[] = [];
  const given: Readonly<Record<string, unknown>> = isObject(value) ? value : {};
  const shape = problemShapes(slotCount.safeParse(given.slots).data ?? MAX_SLOTS);

  const frame = readOne(shape.frame, value, [], issues);
  if (!isObject(value)) throw new BadProblem("problem", issues);
  const people = readEach(shape.person, given.people, "people", issues);
  const personIds = idsOf(given.people, "people", issues);
  const meetings = readEach(shape.meeting, given.meetings, "meetings", issues);
  const meetingIds = idsOf(given.meetings, "meetings", issues);
  for (const [at, meeting] of meetings) {
    checkMentions(meeting.people, (n) => `meetings[${at}].people[${n}]`, "person", personIds, issues);
    checkAfter(meeting, `meetings[${at}].after`, meetingIds, issues);
    if (issues.length >= MAX_ISSUES) break;
  }
  const previous = readEach(shape.placement, given.previous ?? [], "previous", issues);
  const places = [...previous.keys()];
  const mentioned = [...previous.values()].map(({ meeting }) => meeting);
  checkMentions(mentioned, (n) => `previous[${places[n]}].meeting`, "meeting", meetingIds, issues);

  const cells = (frame?.slots ?? 0) * Math.max(meetings.size, people.size);
  if (cells > MAX_CELLS) {
    issues.push({
      path: "slots",
      message: `must be fewer for so many people and meetings: ${cells} places are too many`,
    });
  }
  if (issues.length > 0 || !frame) throw new BadProblem("problem", issues.slice(0, MAX_ISSUES));
  const problem: TimetableProblem = { ...frame, people: [...people.values()], meetings: [...meetings.values()] };
  if (given.previous !== undefined) problem.previous = given.previous === null ? null : [...previous.values()];
  tellIgnored(value, problem, [], ignored);
  return problem;
}

/**
 * Reads an answer from parsed JSON: its shape only. Whether it is true, and whether its meetings and slots exist, is
 * for `checkAnswer` to say.
 *
 * @param ignored called with the path of every key that the format does not know; not called for a bad answer
 * @throws BadProblem with everything that is wrong, at most 50 things
 */
export function readAnswer(value: unknown, ignored: Ignored = tellNobody): GivenAnswer {
  const issues: Issue[] = [];
  const frame = readOne(answerFrame, value, [], issues);
  if (!isObject(value)) throw new BadProblem("answer", issues);
  const placements = readEach(answerPlacement, value.placements, "placements", issues);
  if (issues.length > 0 || !frame) throw new BadProblem("answer", issues.slice(0, MAX_ISSUES));
  const answer: GivenAnswer = { ...frame, placements: [...placements.values()] };
  tellIgnored(value, answer, [], ignored);
  return answer;
}

/** The ids that may be named; null where the list itself is bad, so that nobody can tell. */
type Known = ReadonlySet<string> | null;

/** Each of the ids is known and named once; `path` is that of the id with the given place in the list. */
function checkMentions(
  ids: string[],
  path: (at: number) => string,
  kind: "person" | "meeting",
  known: Known,
  issues: Issue[],
): void {
  const seen = new Set<string>();
  for (const [at, id] of ids.entries()) {
    if (issues.length >= MAX_ISSUES) return;
    if (known && !known.has(id)) {
      issues.push({ path: path(at), message: `must be the id of a ${kind}, and there is no ${shown(id)}` });
    } else if (seen.has(id)) {
      issues.push({ path: path(at), message: `must not name ${shown(id)} a second time` });
    }
    seen.add(id);
  }
}

/** Naming an earlier meeting twice says nothing new and is no fault. */
function checkAfter(
  meeting: { id: string; after?: string[] | null },
  path: string,
  known: Known,
  issues: Issue[],
): void {
  for (const [at, id] of (meeting.after ?? []).entries()) {
    if (id !== meeting.id && (!known || known.has(id))) continue;
    const message =
      id === meeting.id
        ? `must be another meeting: ${shown(id)} cannot be after itself`
        : `must be the id of a meeting, and there is no ${shown(id)}`;
    issues.push({ path: `${path}[${at}]`, message });
  }
}

/** The ids in a list, also those of items that are bad otherwise: whoever names them makes no further mistake. */
function idsOf(list: unknown, name: string, issues: Issue[]): Known {
  if (!Array.isArray(list)) return null;
  const places = new Map<string, number>();
  for (const [at, item] of list.entries()) {
    if (!isObject(item) || typeof item.id !== "string") continue;
    const first = places.get(item.id);
    if (first === undefined) places.set(item.id, at);
    else if (issues.length < MAX_ISSUES) {
      const message = `must be unique, and ${shown(item.id)} is the id of ${name}[${first}] too`;
      issues.push({ path: `${name}[${at}].id`, message });
    }
  }
  return new Set(places.keys());
}
