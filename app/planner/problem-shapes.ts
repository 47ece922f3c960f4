import { z } from "zod";
import { must } from "#app/planner/read-json.ts";

/** A hundred days of quarters of an hour, day and night; a larger number is a slip. */
export const MAX_SLOTS = 10_000;
/** Whole numbers up to here fit into the typed arrays that timetables are computed with. */
const MAX_INTEGER = 2 ** 31 - 1;

export const slotCount = whole(1, MAX_SLOTS);
const count = whole(0, Number.MAX_SAFE_INTEGER);
const name = z.string(must("a text that is not empty")).min(1, must("a text that is not empty"));
export const answerPlacement = z.object(
  { meeting: name, slot: whole(Number.MIN_SAFE_INTEGER, Number.MAX_SAFE_INTEGER) },
  must("an object with meeting and slot"),
);
export const answerFrame = z.object(
  {
    status: z.enum(["optimal", "feasible", "infeasible", "unknown"], must("optimal, feasible, infeasible or unknown")),
    breaks: count.nullable(),
    spread: count.nullable(),
    lowerBound: count,
    notified: count.nullish(),
    preferencesMissed: count.nullish(),
    why: z.array(z.string(must("a text")), must("a list of texts")).nullish(),
    reasons: z.array(z.unknown(), must("a list")).nullish(),
  },
  must("an object"),
);

/** The shapes of a problem with so many slots. People, meetings and `previous` are read one by one: see `readEach`. */
export function problemShapes(slots: number) {
  const slot = whole(1, slots);
  const isRange = must(`a range [first slot, last slot] within 1 to ${slots}`);
  const range = z.tuple([slot, slot], isRange).refine(([first, last]) => first <= last, isRange);
  const listOf = <T extends z.ZodType>(item: T, what: string) => z.array(item, must(`a list of ${what}`)).nullish();
  return {
    frame: z.object(
      {
        slots: slotCount,
        dayParts: listOf(range, "ranges").superRefine(checkDayParts),
        capacity: whole(1, MAX_INTEGER).nullish(),
        buffer: whole(0, MAX_INTEGER).nullish(),
        breaks: z.enum(["round", "dayPart"], must('"round" or "dayPart"')).nullish(),
        fairness: whole(0, MAX_INTEGER).nullish(),
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
        length: whole(1, MAX_INTEGER).nullish(),
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
  const far = Math.abs(from) > MAX_INTEGER || to > MAX_INTEGER;
  const wanted = must(`a whole number${from < 0 ? "" : far ? ` from ${from}` : ` from ${from} to ${to}`}`);
  return z
    .int({ ...wanted, abort: true })
    .min(from, { ...wanted, abort: true })
    .max(to, wanted);
}
