import { parseArgs } from "node:util";
import { checkAnswer } from "#app/domain/planner/check-answer.ts";
import type { TimetableProblem } from "#app/domain/planner/problem.ts";
import { solveInThreads } from "#app/domain/planner/solve-in-threads.ts";
import { plainAnnealer } from "#tests/bench/planner/yardstick.ts";
import { bilateralRound, type FairSize, fair, fairWithoutBreaks } from "#tests/support/planner-instances.ts";

const sizes: Record<string, FairSize> = {
  "fair of 42": { people: 42, meetings: 125, slots: 8, capacity: 21 },
  "fair of 47": { people: 47, meetings: 180, slots: 10, capacity: 21 },
  "fair of 70": { people: 70, meetings: 154, slots: 21, capacity: 14 },
  "fair of 76": { people: 76, meetings: 195, slots: 21, capacity: 14 },
  "fair of 78": { people: 78, meetings: 302, slots: 22, capacity: 22 },
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
  for (const [name, problem] of instances(seeds)) {
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
    const plain = problem.breaks === "round" ? plainAnnealer(problem, seconds, 1) : null;
    sum += problem.breaks === "round" ? (answer.breaks ?? 0) : 0;
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
        problem.breaks === "round" ? (plain ?? "none") : "",
      ),
    );
  }
  console.log(`\nSum of breaks where both counted: planner ${sum}, yardstick ${yard}.`);
  return 0;
}

function* instances(seeds: number): Generator<[string, TimetableProblem]> {
  for (let seed = 1; seed <= seeds; seed++) {
    yield [`round of 24, ${seed}`, bilateralRound(seed, 1)];
    yield [`round of 24 twice, ${seed}`, bilateralRound(seed, 2)];
  }
  for (const [name, size] of Object.entries(sizes)) {
    for (let seed = 1; seed <= seeds; seed++) {
      yield [`${name} +0, ${seed}`, fairWithoutBreaks(seed, size)];
      yield [`${name}, ${seed}`, fair(seed, size)];
    }
  }
}

function row(...cells: (string | number)[]): string {
  return cells.map((cell, i) => (i === 0 ? String(cell).padEnd(24) : String(cell).padStart(10))).join("");
}
