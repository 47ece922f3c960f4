import { type ChildProcessWithoutNullStreams, spawn } from "node:child_process";
import { existsSync, mkdtempSync, readdirSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { pathToFileURL } from "node:url";
import { afterAll, beforeAll, describe, expect, it } from "vitest";
import { checkAnswer } from "#app/planner/check-answer.ts";
import type { TimetableAnswer, TimetableProblem } from "#app/planner/problem.ts";
import { solveTimetable } from "#app/planner/solve.ts";
import { solveInThreads } from "#app/planner/solve-in-threads.ts";
import { fair, fairWithoutBreaks } from "#tests/support/planner-instances.ts";

const built = join(import.meta.dirname, "../../../build/node");
const folder = mkdtempSync(join(tmpdir(), "zbornik-plan-"));
/** As `app/cli/run.mjs` once all is built. */
const launcher = join(folder, "run.mjs");
const [ana, bo, cy] = [{ id: "ana" }, { id: "bo" }, { id: "cy" }];
const easy: TimetableProblem = {
  slots: 3,
  people: [ana, bo, cy],
  meetings: [
    { id: "m1", people: ["ana", "bo"] },
    { id: "m2", people: ["ana", "cy"] },
    { id: "m3", people: ["bo", "cy"] },
  ],
};
/** Has timetables with breaks, and no quick proof of how few can be. */
const hard = fair(11, { people: 60, meetings: 210, slots: 18, capacity: 16 });

beforeAll(() => {
  const bundle = join(built, "zbornik.mjs");
  if (!existsSync(bundle)) throw new Error("Not built yet: run `npm test`, or `npm start` once");
  const { href } = pathToFileURL(bundle);
  writeFileSync(launcher, `import { run } from "${href}";\nprocess.exitCode = await run(process.argv.slice(2));\n`);
});

afterAll(() => rmSync(folder, { recursive: true }));

describe("plan solve", () => {
  it("prints a timetable and exits with 0", async () => {
    const { code, stdout, stderr } = await plan(["solve", file("easy.json", easy)]);
    expect([code, stderr]).toEqual([0, ""]);
    const [summary, ...lines] = stdout.trimEnd().split("\n");
    expect(summary).toBe("optimal; breaks: 1 (at least 1); spread: 1");
    expect(lines.map((line) => line.split("  ").slice(1)).toSorted()).toEqual([
      ["m1", "ana, bo"],
      ["m2", "ana, cy"],
      ["m3", "bo, cy"],
    ]);
  });

  it("reads standard input and prints one JSON document", async () => {
    const { code, stdout, stderr } = await plan(["solve", "-", "--json", "--seed", "5"], JSON.stringify(easy));
    expect([code, stderr]).toEqual([0, ""]);
    expect(JSON.parse(stdout)).toEqual(solveTimetable(easy, { seed: 5 }));
  });

  it("refuses what is not a problem with 2 and the place of the fault", async () => {
    const bad = { ...easy, meetings: [easy.meetings[0], { id: "m2", people: ["ana", "eva"] }] };
    expect(await plan(["solve", file("bad.json", bad), "--json"])).toEqual({
      code: 2,
      stdout: "",
      stderr: 'meetings[1].people[1]: must be the id of a person, and there is no "eva"\n',
    });
  });

  it.each([
    { name: "a file that is not there", args: ["missing.json"], says: "missing.json cannot be read" },
    { name: "no time", args: ["-", "--seconds", "0"], says: "--seconds must be a number" },
    { name: "text that is not JSON", args: ["-"], says: "- is not JSON" },
  ])("refuses $name with 2 and says how it is used", async ({ args, says }) => {
    const { code, stdout, stderr } = await plan(["solve", ...args], "{");
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain(says);
    expect(stderr).toContain("Usage: zbornik plan solve");
  });

  it("says why there is no timetable and exits with 3", async () => {
    const problem = { ...easy, people: [{ ...ana, forbidden: [1, 3] }, bo, cy] };
    expect(await plan(["solve", file("overloaded.json", problem)])).toEqual({
      code: 3,
      stdout: "There is no timetable:\nana has 2 meetings and 1 free slot.\n",
      stderr: "",
    });
  });

  it("finds rules that cannot hold together, also in threads", async () => {
    const { code, stdout } = await plan(["solve", file("conflict.json", { ...easy, slots: 2 }), "--json"]);
    expect([code, JSON.parse(stdout)]).toEqual([3, solveTimetable({ ...easy, slots: 2 })]);
  });

  it("owns up with 4 where the time is too short for anything", async () => {
    const large = fairWithoutBreaks(1, { people: 200, meetings: 1500, slots: 40, capacity: 90 });
    const { code, stdout, stderr } = await plan(["solve", file("large.json", large), "--seconds", "0.01"]);
    expect([code, stdout, stderr]).toEqual([4, "Nothing found and nothing proven in the time given.\n", ""]);
  });

  it("answers soon with the best so far when it is interrupted", async () => {
    const args = ["solve", file("hard.json", hard), "--json", "--progress", "--seconds", "600"];
    const child = start(args);
    let signalled = 0;
    child.stderr.on("data", (text: string) => {
      if (signalled > 0 || !/best \d/.test(text)) return;
      signalled = performance.now();
      child.kill("SIGINT");
    });
    child.stdin.end();
    const { code, stdout } = await ended(child);
    expect(performance.now() - signalled).toBeLessThan(5000);
    const answer: TimetableAnswer = JSON.parse(stdout);
    expect([code, answer.status, checkAnswer(hard, answer).violations]).toEqual([0, "feasible", []]);
  });
});

describe("plan check", () => {
  it("accepts what solve answers and refuses what is broken with 1", async () => {
    const problem = file("easy.json", easy);
    const { stdout } = await plan(["solve", problem, "--json"]);
    const answer: TimetableAnswer = JSON.parse(stdout);
    expect(await plan(["check", problem, file("answer.json", answer)])).toEqual({
      code: 0,
      stdout: "The answer keeps every rule and counts right.\n",
      stderr: "",
    });
    const placements = answer.placements.map(({ meeting }) => ({ meeting, slot: meeting === "m3" ? 2 : 1 }));
    const broken = file("broken.json", { ...answer, placements, breaks: 0, lowerBound: 0, spread: 0 });
    expect(await plan(["check", problem, broken])).toEqual({
      code: 1,
      stdout: "ana is in m1 and in m2 in slot 1.\n",
      stderr: "",
    });
    const { code, stdout: found } = await plan(["check", problem, broken, "--json"]);
    expect([code, JSON.parse(found)]).toMatchObject([1, { ok: false, violations: [{ rule: "one-at-a-time" }] }]);
  });

  it("refuses what is not an answer with 2", async () => {
    const { code, stdout, stderr } = await plan([
      "check",
      file("easy.json", easy),
      file("not.json", { status: "fine" }),
    ]);
    expect([code, stdout]).toEqual([2, ""]);
    expect(stderr).toContain('status: must be optimal, feasible, infeasible or unknown, not "fine"\n');
  });
});

it("threads give the answer of this thread where proof or turns end the work", async () => {
  const problems = [
    easy,
    { ...easy, slots: 2 },
    { ...fair(41, { people: 10, meetings: 26, slots: 10, capacity: 4 }), fairness: 2 },
    fair(5, { people: 30, meetings: 110, slots: 16, capacity: 12 }),
  ];
  for (const problem of problems) {
    const options = { seconds: 60, seed: 9, turns: 6 };
    const answer = await solveInThreads(problem, options, join(built, "planner-thread.mjs"));
    expect(answer).toEqual(solveTimetable(problem, options));
  }
});

it("needs no data directory and leaves nothing behind", async () => {
  const empty = mkdtempSync(join(folder, "empty-"));
  const { code } = await plan(["solve", "-"], JSON.stringify(easy), empty);
  expect([code, readdirSync(empty)]).toEqual([0, []]);
});

interface Result {
  code: number | null;
  stdout: string;
  stderr: string;
}

function plan(args: string[], input = "", cwd = folder): Promise<Result> {
  const child = start(args, cwd);
  child.stdin.end(input);
  return ended(child);
}

/** The built command line in a process of its own. */
function start(args: string[], cwd = folder): ChildProcessWithoutNullStreams {
  const env = { PATH: process.env.PATH, NODE_ENV: "production" as const, DATA_DIR: join(cwd, "data") };
  const child = spawn(process.execPath, [launcher, "plan", ...args], { cwd, env });
  child.stdout.setEncoding("utf8");
  child.stderr.setEncoding("utf8");
  // Whoever ends early does not read its input.
  child.stdin.on("error", () => undefined);
  return child;
}

function ended(child: ChildProcessWithoutNullStreams): Promise<Result> {
  const result: Result = { code: null, stdout: "", stderr: "" };
  child.stdout.on("data", (text: string) => {
    result.stdout += text;
  });
  child.stderr.on("data", (text: string) => {
    result.stderr += text;
  });
  return new Promise((resolve, reject) => {
    child.once("error", reject);
    child.once("close", (code) => resolve({ ...result, code }));
  });
}

function file(name: string, content: unknown): string {
  const path = join(folder, name);
  writeFileSync(path, JSON.stringify(content));
  return path;
}
