import { readFileSync } from "node:fs";
import { fileURLToPath } from "node:url";
import { parseArgs } from "node:util";
import type { Out } from "#app/cli/out.ts";
import { checkAnswer } from "#app/planner/check-answer.ts";
import type { TimetableAnswer, TimetableProblem } from "#app/planner/problem.ts";
import { BadProblem, readAnswer, readProblem } from "#app/planner/read-problem.ts";
import type { Progress } from "#app/planner/solve.ts";
import { solveInThreads } from "#app/planner/solve-in-threads.ts";
import { sure } from "#app/sure.ts";

const USAGE = `Usage: zbornik plan solve FILE.json [--seconds S] [--seed N] [--json] [--progress]
       zbornik plan check FILE.json ANSWER.json [--json]

FILE is a timetable problem; - reads standard input. Ctrl-C answers with the best so far.
solve exits with 0 (optimal or feasible), 3 (infeasible), 4 (nothing found, nothing proven) or 2 (bad input);
check with 0 (the answer keeps every rule and counts right), 1 (it does not) or 2 (bad input).`;

const exitCodes = { optimal: 0, feasible: 0, infeasible: 3, unknown: 4 } as const;
const MAX_SECONDS = 86_400;

class WrongUse extends Error {}

/** `plan`: solves timetable problems and checks answers. Needs no database. @returns the exit code */
export async function plan(args: string[], out: Out): Promise<number> {
  const [name = "", ...rest] = args;
  try {
    if (name === "solve") return await solve(rest, out);
    if (name === "check") return check(rest, out);
    throw new WrongUse(name ? `Unknown: plan ${name}` : "Say what to do: solve or check.");
  } catch (error) {
    if (error instanceof WrongUse) out.error(`${error.message}\n${USAGE}`);
    else if (error instanceof BadProblem)
      for (const { path, message } of error.issues) out.error(`${path}: ${message}`);
    else throw error;
    return 2;
  }
}

async function solve(args: string[], out: Out): Promise<number> {
  const { values, positionals } = parsed(args, {
    seconds: { type: "string" },
    seed: { type: "string" },
    json: { type: "boolean" },
    progress: { type: "boolean" },
  });
  const [file, ...more] = positionals;
  if (file === undefined || more.length > 0) throw new WrongUse("Give one file.");
  const seconds = numberOf(values.seconds ?? "20", "--seconds", 0.01, MAX_SECONDS);
  const seed = numberOf(values.seed ?? "1", "--seed", 0, 2 ** 31 - 1);
  if (!Number.isInteger(seed)) throw new WrongUse("--seed must be a whole number.");
  const problem = problemIn(file, out);
  const stop = new AbortController();
  const interrupt = (): void => {
    if (stop.signal.aborted) process.exit(130);
    stop.abort();
  };
  process.on("SIGINT", interrupt);
  process.on("SIGTERM", interrupt);
  try {
    const onProgress = values.progress === true ? progressLine(out) : undefined;
    const answer = await solveInThreads(problem, { seconds, seed, signal: stop.signal, onProgress }, threadFile());
    if (values.json === true) out.line(JSON.stringify(answer));
    else for (const line of readable(problem, answer)) out.line(line);
    return exitCodes[answer.status];
  } finally {
    process.off("SIGINT", interrupt);
    process.off("SIGTERM", interrupt);
  }
}

function check(args: string[], out: Out): number {
  const { values, positionals } = parsed(args, { json: { type: "boolean" } });
  const [file, answerFile, ...more] = positionals;
  if (file === undefined || answerFile === undefined || more.length > 0) {
    throw new WrongUse("Give a problem and an answer.");
  }
  const problem = problemIn(file, out);
  const found = checkAnswer(problem, readAnswer(jsonIn(answerFile)));
  if (values.json === true) out.line(JSON.stringify(found));
  else if (found.ok) out.line("The answer keeps every rule and counts right.");
  else for (const { message } of found.violations) out.line(message);
  return found.ok ? 0 : 1;
}

function parsed(
  args: string[],
  options: Record<string, { type: "string" | "boolean" }>,
): { values: Record<string, string | boolean | undefined>; positionals: string[] } {
  try {
    return parseArgs({ args, allowPositionals: true, options });
  } catch (error) {
    throw new WrongUse(error instanceof Error ? error.message : String(error));
  }
}

function numberOf(text: string | boolean, name: string, least: number, most: number): number {
  const value = typeof text === "string" && /^\d+(\.\d+)?$/.test(text) ? Number(text) : Number.NaN;
  if (!(value >= least && value <= most)) throw new WrongUse(`${name} must be a number from ${least} to ${most}.`);
  return value;
}

function problemIn(file: string, out: Out): TimetableProblem {
  return readProblem(jsonIn(file), (path) => out.error(`${path}: not known, ignored`));
}

function jsonIn(file: string): unknown {
  let text: string;
  try {
    text = readFileSync(file === "-" ? 0 : file, "utf8");
  } catch (error) {
    throw new WrongUse(`${file} cannot be read: ${error instanceof Error ? error.message : String(error)}`);
  }
  try {
    return JSON.parse(text.replace(/^\uFEFF/, ""));
  } catch (error) {
    throw new WrongUse(`${file} is not JSON: ${error instanceof Error ? error.message : String(error)}`);
  }
}

/** The bundled thread lies beside the bundled command line. */
function threadFile(): string {
  return fileURLToPath(new URL("./planner-thread.mjs", import.meta.url));
}

function progressLine(out: Out): (progress: Progress) => void {
  return ({ iteration, best, bound, secondsLeft }) =>
    out.error(`iteration ${iteration}  best ${best ?? "-"}  bound ${bound}  ${secondsLeft.toFixed(1)} s left`);
}

function readable(problem: TimetableProblem, answer: TimetableAnswer): string[] {
  if (answer.status === "infeasible") return ["There is no timetable:", ...answer.why];
  if (answer.status === "unknown") return ["Nothing found and nothing proven in the time given."];
  const notified = answer.notified === null ? [] : [`people to notify: ${answer.notified}`];
  const missed = answer.preferencesMissed === null ? [] : [`preferences missed: ${answer.preferencesMissed}`];
  const counts = [`breaks: ${answer.breaks} (at least ${answer.lowerBound})`, `spread: ${answer.spread}`];
  const people = new Map(problem.meetings.map((meeting) => [meeting.id, meeting.people]));
  const placed = [...answer.placements].sort((a, b) => a.slot - b.slot);
  return [
    `${answer.status}; ${[...counts, ...notified, ...missed].join("; ")}`,
    ...placed.map(({ meeting, slot }) => `slot ${slot}  ${meeting}  ${sure(people.get(meeting)).join(", ")}`),
  ];
}
