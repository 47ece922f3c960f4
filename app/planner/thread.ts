import { isMainThread, type MessagePort, parentPort, Worker, workerData } from "node:worker_threads";
import type { Incumbent } from "#app/planner/incumbent.ts";
import { PORTFOLIO_SIZE } from "#app/planner/portfolio.ts";
import type { TimetableProblem } from "#app/planner/problem.ts";
import { memberOf, searchingTime, solveBeside } from "#app/planner/solve.ts";

/** What a thread is started with. The first one leads; it starts the others itself. */
export interface ThreadWork {
  planner: true;
  member: number;
  problem: TimetableProblem;
  seconds: number;
  seed: number;
  turns: number | null;
  /** One number, 1 once the work is cancelled. */
  cancelled: SharedArrayBuffer;
  /** The bundled form of this file. */
  file: string;
}

/** What the others are started with: when the search is over, in milliseconds since 1970, which all threads share. */
interface OtherWork extends ThreadWork {
  until: number;
}

interface TurnOrder {
  effort: number;
  incumbent: Incumbent;
}

const now = (): number => performance.timeOrigin + performance.now();
const isWork = (data: unknown): data is ThreadWork =>
  typeof data === "object" && data !== null && "planner" in data && data.planner === true;
const isOtherWork = (work: ThreadWork): work is OtherWork => "until" in work;

if (!isMainThread && parentPort && isWork(workerData)) {
  if (isOtherWork(workerData)) follow(workerData, parentPort);
  else await lead(workerData, parentPort);
}

/** Leads the members and answers: messages `{ progress }`, at last `{ answer }`. */
async function lead(work: ThreadWork, port: MessagePort): Promise<void> {
  const flag = new Int32Array(work.cancelled);
  const others: Worker[] = [];
  const until = now() + searchingTime(work.seconds);
  for (let member = 1; member < PORTFOLIO_SIZE; member++)
    others.push(new Worker(work.file, { workerData: { ...work, member, until } satisfies OtherWork }));
  const answer = await solveBeside(
    work.problem,
    {
      seconds: work.seconds,
      seed: work.seed,
      turns: work.turns ?? undefined,
      isCancelled: () => Atomics.load(flag, 0) === 1,
      onProgress: (progress) => port.postMessage({ progress }),
    },
    (effort, incumbent) => Promise.all(others.map((worker) => turnOf(worker, { effort, incumbent }))),
  );
  port.postMessage({ answer });
  await Promise.all(others.map((worker) => worker.terminate()));
}

function turnOf(worker: Worker, order: TurnOrder): Promise<Incumbent> {
  return new Promise((resolve, reject) => {
    const done = (incumbent: Incumbent): void => {
      worker.off("error", reject);
      resolve(incumbent);
    };
    worker.once("message", done);
    worker.once("error", reject);
    worker.postMessage(order);
  });
}

/** Does one turn for each message. */
function follow(work: OtherWork, port: MessagePort): void {
  const flag = new Int32Array(work.cancelled);
  const stop = (): boolean => Atomics.load(flag, 0) === 1 || now() >= work.until;
  const member = memberOf(work.problem, work.member, { seed: work.seed, seconds: work.seconds });
  port.on("message", ({ effort, incumbent }: TurnOrder) => port.postMessage(member.turn(effort, incumbent, stop)));
}
