import { parseArgs } from "node:util";
import { checkAnswer } from "#app/planner/check-answer.ts";
import type { TimetableProblem } from "#app/planner/problem.ts";
import { solveInThreads } from "#app/planner/solve-in-threads.ts";
import { plainAnnealer } from "#tests/bench/planner/yardstick.ts";
import { type LooseFairSize, looseFair } from "#tests/support/loose-fair.ts";
import {
  bilateralRound,
  type FairSize,
  fair,
  fairWithoutBreaks,
  type Hardship,
  hardFair,
} from "#tests/support/planner-instances.ts";

const sizes: Record<string, FairSize> = {
  "fair of 42": { people: 42, meetings: 125, slots: 8, capacity: 21 },
  "fair of 47": { people: 47, meetings: 180, slots: 10, capacity: 21 },
  "fair of 70": { people: 70, meetings: 154, slots: 21, capacity: 14 },
  "fair of 76": { people: 76, meetings: 195, slots: 21, capacity: 14 },
  "fair of 78": { people: 78, meetings: 302, slots: 22, capacity: 22 },
};

const large = { people: 76, meetings: 195, slots: 22, capacity: 14, morning: 13, top: 18 };
const smaller = { people: 70, meetings: 154, slots: 21, capacity: 12, morning: 12, top: 18 };
const looseSizes: Record<string, LooseFairSize> = {
  "loose fair of 76": { ...large, windows: 0.3, tail: 0.8, away: 0 },
  "loose fair of 76, absences": { ...large, windows: 0.3, tail: 0.7, away: 0.5 },
  "loose fair of 76, noon": { ...large, windows: 0.5, tail: 0.8, away: 0 },
  "loose fair of 76, absences alone": { ...large, windows: 0, tail: 0.6, away: 0.5 },
  "loose fair of 70": { ...smaller, windows: 0.2, tail: 0.6, away: 0 },
  "loose fair of 70, absences alone": { ...smaller, windows: 0, tail: 0.6, away: 0.5 },
};

const hardships: Record<string, Hardship> = {
  absences: { absences: 0.6, fixed: 0, after: 0, wrong: 0 },
  fixed: { absences: 0, fixed: 0.3, after: 0, wrong: 0 },
  after: { absences: 0, fixed: 0, after: 0.5, wrong: 0 },
  "some of all": { absences: 0.3, fixed: 0.1, after: 0.3, wrong: 3 },
};

/**
 * `npm run bench -- planner [--seconds S] [--seeds N] [--only TEXT]`: for each instance its size, the best found, what
 * is proven, the seconds until the answer, and what the yardstick finds on one thread in all of the time.
 */
export async function main(args: string[]): Promise<number> {
  const { values } = parseArgs({
    args,
    options: { seconds: { type: "string" }, seeds: { type: "string" }, only: { type: "string" } },
  });
  const seconds = Number(values.seconds ?? 20);
  const seeds = Number(values.seeds ?? 2);
  console.log(`Two threads, ${seconds} s each at the most; "+0": made with a timetable in which nobody waits.\n`);
  console.log(row("instance", "people", "meetings", "slots", "status", "breaks", "bound", "seconds", "yardstick"));
  let sum = 0;
  let yard = 0;
  for (const [name, problem, hasYardstick] of instances(seeds)) {
    if (values.only && !name.includes(values.only)) continue;
    const begin = performance.now();
    const answer = await solveInThreads(
      problem,
      { seconds },
      new URL("../node/planner-thread.mjs", import.meta.url).pathname,
    );
    const took = (performance.now() - begin) / 1000;
    const check = checkAnswer(problem, answer);
    if (!check.ok) console.log(`  WRONG: ${check.violations.map(({ message }) => message).join(" ")}`);
    const plain = hasYardstick ? plainAnnealer(problem, seconds, 1) : null;
    sum += hasYardstick ? (answer.breaks ?? 0) : 0;
    yard += plain ?? 0;
    console.log(
      row(
        name,
        problem.people.length,
        problem.meetings.length,
        problem.slots,
        answer.status,
        answer.breaks ?? "-",
        answer.lowerBound,
        took.toFixed(1),
        hasYardstick ? (plain ?? "none") : "",
      ),
    );
    for (const sentence of answer.why.slice(0, 2)) console.log(`  ${sentence.slice(0, 150)}`);
  }
  console.log(`\nSum of breaks where both counted: planner ${sum}, yardstick ${yard}.`);
  return 0;
}

function* instances(seeds: number): Generator<[name: string, problem: TimetableProblem, hasYardstick: boolean]> {
  for (let seed = 1; seed <= seeds; seed++) {
    yield [`round of 24, ${seed}`, bilateralRound(seed, 1), false];
    yield [`round of 24 twice, ${seed}`, bilateralRound(seed, 2), false];
  }
  for (const [name, size] of Object.entries(sizes)) {
    for (let seed = 1; seed <= seeds; seed++) {
      yield [`${name} +0, ${seed}`, fairWithoutBreaks(seed, size), true];
      yield [`${name}, ${seed}`, fair(seed, size), true];
      for (const [what, hardship] of Object.entries(hardships)) {
        yield [`${name}, ${what}, ${seed}`, hardFair(seed, size, hardship), false];
      }
    }
  }
  for (const [name, size] of Object.entries(looseSizes)) {
    for (let seed = 1; seed <= seeds; seed++) yield [`${name}, ${seed}`, looseFair(seed, size), true];
  }
}

function row(...cells: (string | number)[]): string {
  return cells.map((cell, i) => (i === 0 ? String(cell).padEnd(36) : String(cell).padStart(12))).join("");
}
