import { z } from "zod";
import type { Placement, Status, TimetableProblem } from "#app/domain/planner/problem.ts";

/** A hundred days of quarters of an hour, day and night; a larger number is a slip. */
const mostSlots = 10_000;
/** More than anybody reads; it also bounds the work that a hostile file can cause. */
const mostIssues = 50;
/** Whole numbers up to here fit into the typed arrays that timetables are computed with. */
const largest = 2 ** 31 - 1;

/** What is wrong with a value of the input. `path` is written like `meetings[3].people[1]`; "" is the whole input. */
export interface Issue {
  path: string;
  message: string;
}

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
  told?: number | null;
  preferencesMissed?: number | null;
  why?: string[] | null;
  reasons?: unknown[] | null;
}

type Ignored = (path: string) => void;
const tellNobody: Ignored = () => {};

/**
 * Reads a timetable problem from parsed JSON: shapes and numbers, unique ids, and no mention of a person or a meeting
 * that is not there. What has no timetable (a circle of meetings, a fixed slot that is forbidden, a meeting longer than
 * the round) is a good problem all the same.
 *
 * @param ignored called with the path of every key that the format does not know; not called for a bad problem
 * @throws BadProblem with everything that is wrong, at most 50 things
 */
export function readProblem(value: unknown, ignored: Ignored = tellNobody): TimetableProblem {
  const issues: Issue[] = [];
  const given: Readonly<Record<string, unknown>> = isObject(value) ? value : {};
  const shape = problemShapes(slotCount.safeParse(given.slots).data ?? mostSlots);

  const frame = readOne(shape.frame, value, [], issues);
  if (!isObject(value)) throw new BadProblem("problem", issues);
  const people = readEach(shape.person, given.people, "people", issues);
  const personIds = idsOf(given.people, "people", issues);
  const meetings = readEach(shape.meeting, given.meetings, "meetings", issues);
  const meetingIds = idsOf(given.meetings, "meetings", issues);
  for (const [at, meeting] of meetings) {
    checkMentions(meeting.people, (n) => `meetings[${at}].people[${n}]`, "person", personIds, issues);
    checkAfter(meeting, `meetings[${at}].after`, meetingIds, issues);
    if (issues.length >= mostIssues) break;
  }
  const previous = readEach(shape.placement, given.previous ?? [], "previous", issues);
  const places = [...previous.keys()];
  const told = [...previous.values()].map(({ meeting }) => meeting);
  checkMentions(told, (n) => `previous[${places[n]}].meeting`, "meeting", meetingIds, issues);

  if (issues.length > 0 || !frame) throw new BadProblem("problem", issues.slice(0, mostIssues));
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
  if (issues.length > 0 || !frame) throw new BadProblem("answer", issues.slice(0, mostIssues));
  const answer: GivenAnswer = { ...frame, placements: [...placements.values()] };
  tellIgnored(value, answer, [], ignored);
  return answer;
}

const slotCount = whole(1, mostSlots);
const count = whole(0, Number.MAX_SAFE_INTEGER);
const name = z.string(must("a text that is not empty")).min(1, must("a text that is not empty"));
const answerPlacement = z.object(
  { meeting: name, slot: whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) },
  must("an object with meeting and slot"),
);
const answerFrame = z.object(
  {
    status: z.enum(["optimal", "feasible", "infeasible", "unknown"], must("optimal, feasible, infeasible or unknown")),
    breaks: count.nullable(),
    spread: count.nullable(),
    lowerBound: count,
    told: count.nullish(),
    preferencesMissed: count.nullish(),
    why: z.array(z.string(must("a text")), must("a list of texts")).nullish(),
    reasons: z.array(z.unknown(), must("a list")).nullish(),
  },
  must("an object"),
);

/** The shapes of a problem with so many slots. People, meetings and `previous` are read one by one: see `readEach`. */
function problemShapes(slots: number) {
  const slot = whole(1, slots);
  const isRange = must(`a range [first slot, last slot] within 1 to ${slots}`);
  const range = z.tuple([slot, slot], isRange).refine(([first, last]) => first <= last, isRange);
  const listOf = <T extends z.ZodType>(item: T, what: string) => z.array(item, must(`a list of ${what}`)).nullish();
  return {
    frame: z.object(
      {
        slots: slotCount,
        dayParts: listOf(range, "ranges").superRefine(checkDayParts),
        capacity: whole(1, largest).nullish(),
        buffer: whole(0, largest).nullish(),
        breaks: z.enum(["round", "dayPart"], must('"round" or "dayPart"')).nullish(),
        fairness: whole(0, largest).nullish(),
      },
      must("an object"),
    ),
    person: z.object(
      { id: name, forbidden: listOf(slot, "slots"), preferred: listOf(slot, "slots") },
      must("a person: an object with an id"),
    ),
    meeting: z.object(
      {
        id: name,
        people: z.array(name, must("a list of ids of people")).min(1, must("a list of at least one id of a person")),
        length: whole(1, largest).nullish(),
        slots: listOf(range, "ranges"),
        fixed: slot.nullish(),
        after: listOf(name, "ids of meetings"),
      },
      must("a meeting: an object with an id and people"),
    ),
    placement: z.object({ meeting: name, slot }, must("an object with meeting and slot")),
  };
}

function checkDayParts(parts: [number, number][] | null | undefined, context: z.RefinementCtx): void {
  parts?.forEach((part, at) => {
    const before = parts[at - 1];
    if (!before || part[0] > before[1]) return;
    const message = `must begin after slot ${before[1]}, where the part before it ends, not in slot ${part[0]}`;
    context.addIssue({ code: "custom", path: [at], message });
  });
}

function whole(from: number, to: number) {
  const far = Math.abs(from) > largest || to > largest;
  const wanted = must(`a whole number${from < 0 ? "" : far ? ` from ${from}` : ` from ${from} to ${to}`}`);
  return z
    .int({ ...wanted, abort: true })
    .min(from, { ...wanted, abort: true })
    .max(to, wanted);
}

/** The message of a schema, in the form "must be …, not …". */
function must(wanted: string) {
  return {
    error: ({ input }: { input?: unknown }) =>
      input === undefined ? `is missing: it must be ${wanted}` : `must be ${wanted}, not ${shown(input)}`,
  };
}

function shown(value: unknown): string {
  if (typeof value === "string")
    return value.length <= 40 ? JSON.stringify(value) : `a text of ${value.length} characters`;
  if (Array.isArray(value)) {
    const short = value.length <= 4 && value.every((item) => typeof item !== "object" && String(item).length <= 12);
    return short ? `[${value.map(shown).join(", ")}]` : `a list of ${value.length}`;
  }
  return typeof value === "object" && value !== null ? "an object" : String(value);
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
    if (issues.length >= mostIssues) return;
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
    else if (issues.length < mostIssues) {
      const message = `must be unique, and ${shown(item.id)} is the id of ${name}[${first}] too`;
      issues.push({ path: `${name}[${at}].id`, message });
    }
  }
  return new Set(places.keys());
}

/**
 * The good items of a list by their places in it. Each is read by itself, so that a bad one does not keep the others
 * from being checked further and a list of nothing but bad ones is not read to its end.
 */
function readEach<T>(schema: z.ZodType<T>, list: unknown, name: string, issues: Issue[]): Map<number, T> {
  const good = new Map<number, T>();
  if (!Array.isArray(list)) {
    issues.push({ path: name, message: must("a list").error({ input: list }) });
    return good;
  }
  for (const [at, item] of list.entries()) {
    if (issues.length >= mostIssues) break;
    const read = readOne(schema, item, [name, at], issues);
    if (read !== undefined) good.set(at, read);
  }
  return good;
}

function readOne<T>(schema: z.ZodType<T>, value: unknown, place: PropertyKey[], issues: Issue[]): T | undefined {
  const read = schema.safeParse(value);
  if (read.success) return read.data;
  for (const issue of read.error.issues.slice(0, mostIssues)) {
    issues.push({ path: pathOf([...place, ...issue.path]), message: issue.message });
  }
  return undefined;
}

/** Tells the keys of a value that are no longer there after reading; `place` is where the value stands. */
function tellIgnored(value: unknown, read: unknown, place: PropertyKey[], ignored: Ignored): void {
  if (value === read) return;
  const go = (key: PropertyKey, item: unknown, kept: unknown) => {
    place.push(key);
    tellIgnored(item, kept, place, ignored);
    place.pop();
  };
  if (Array.isArray(value) && Array.isArray(read)) {
    for (let at = 0; at < value.length; at++) go(at, value[at], read[at]);
  } else if (isObject(value) && isObject(read)) {
    for (const key of Object.keys(value)) {
      if (Object.hasOwn(read, key)) go(key, value[key], read[key]);
      else ignored(pathOf([...place, key]));
    }
  }
}

/** `["meetings", 3, "the id"]` is written `meetings[3]["the id"]`. */
function pathOf(place: PropertyKey[]): string {
  return place.reduce<string>((path, key) => {
    if (typeof key === "number") return `${path}[${key}]`;
    const name = String(key);
    if (!/^[\w-]+$/.test(name)) return `${path}[${JSON.stringify(name)}]`;
    return path === "" ? name : `${path}.${name}`;
  }, "");
}

function isObject(value: unknown): value is Record<string, unknown> {
  return typeof value === "object" && value !== null && !Array.isArray(value);
}
