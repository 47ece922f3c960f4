import { encode } from "#app/planner/exact/encode.ts";
import type { Encoding } from "#app/planner/exact/encoding.ts";
import { modelOf } from "#app/planner/model.ts";
import type { Reason, Rule, TimetableProblem } from "#app/planner/problem.ts";
import type { Literal } from "#app/planner/sat/assignment.ts";
import type { SatSolver } from "#app/planner/sat/solver.ts";
import { sure } from "#app/sure.ts";

// Work in ticks: a few seconds in all, so that the answer comes soon and is the same every time.
const FIRST_BUDGET = 12_000_000;
const TOTAL_BUDGET = 25_000_000;

/**
 * Finds rules of an impossible problem that cannot hold together, as few as the time allows: an unsatisfiable core
 * from which one rule after the other is left out on trial (deletion, as in Marques-Silva 2010).
 * @param stop true ends the search; what is known by then is the answer
 */
export function explainConflict(problem: TimetableProblem, stop: () => boolean): Reason {
  const switches = new Switches();
  const encoding = encode(modelOf(withoutRestrictions(problem)), switches.literalOf);
  restrict(problem, encoding);
  const { solver } = encoding;
  if (solver.solve(switches.all(), FIRST_BUDGET, stop) !== "unsatisfiable") return { kind: "exhausted" };
  let core = new Set(solver.core);
  let minimal = true;
  for (const literal of switches.cheapestFirst(core)) {
    if (!core.has(literal)) continue;
    if (solver.ticks > TOTAL_BUDGET || stop()) {
      minimal = false;
      break;
    }
    const rest = [...core].filter((other) => other !== literal);
    const verdict = solver.solve(rest, FIRST_BUDGET >> 2, stop);
    if (verdict === "unsatisfiable") core = new Set(solver.core.filter((other) => core.has(other)));
    if (verdict === "stopped") minimal = false;
  }
  const rules = switches.rulesOf(core);
  return rules.length > 0 ? { kind: "conflict", rules, minimal } : { kind: "exhausted" };
}

function withoutRestrictions(problem: TimetableProblem): TimetableProblem {
  return {
    ...problem,
    previous: null,
    people: problem.people.map(({ id }) => ({ id })),
    meetings: problem.meetings.map((meeting) => ({ ...meeting, slots: null, fixed: null })),
  };
}

/** Availability, ranges and fixed slots, each with its switch. */
function restrict(problem: TimetableProblem, { solver, start, guard }: Encoding): void {
  const { slots } = problem;
  const forbidden = new Map(problem.people.map(({ id, forbidden }) => [id, new Set(forbidden ?? [])]));
  problem.meetings.forEach((meeting, m) => {
    const length = meeting.length ?? 1;
    for (let from = 1; from <= slots; from++) {
      const literal = sure(start[m * slots + from - 1]);
      if (literal < 0) continue;
      const last = from + length - 1;
      for (const person of meeting.people) {
        const away = sure(forbidden.get(person));
        for (let slot = from; slot <= last; slot++) {
          if (away.has(slot)) solver.add(guard({ kind: "availability", person }) ^ 1, literal ^ 1);
        }
      }
      const ranges = meeting.slots ?? [];
      if (ranges.length > 0 && !ranges.some(([a, b]) => a <= from && last <= b)) {
        solver.add(guard({ kind: "range", meeting: meeting.id }) ^ 1, literal ^ 1);
      }
      if (typeof meeting.fixed === "number" && meeting.fixed !== from) {
        solver.add(guard({ kind: "fixed", meeting: meeting.id, slot: meeting.fixed }) ^ 1, literal ^ 1);
      }
    }
  });
}

/** A literal for each rule. */
class Switches {
  private readonly known = new Map<string, { rule: Rule; literal: Literal }>();

  readonly literalOf = (rule: Rule, solver: SatSolver): Literal => {
    const key = JSON.stringify(rule);
    const known = this.known.get(key);
    if (known) return known.literal;
    const literal = solver.variable();
    this.known.set(key, { rule, literal });
    return literal;
  };

  all(): Literal[] {
    return [...this.known.values()].map(({ literal }) => literal);
  }

  /** What is least to the point is left out first: it is best to name people and meetings that can be changed. */
  cheapestFirst(core: Set<Literal>): Literal[] {
    const rank = ["fairness", "capacity", "one-at-a-time", "after", "range", "availability", "fixed"];
    return [...this.known.values()]
      .filter(({ literal }) => core.has(literal))
      .sort((a, b) => rank.indexOf(a.rule.kind) - rank.indexOf(b.rule.kind) || a.literal - b.literal)
      .map(({ literal }) => literal);
  }

  rulesOf(core: Set<Literal>): Rule[] {
    return [...this.known.values()].filter(({ literal }) => core.has(literal)).map(({ rule }) => rule);
  }
}
