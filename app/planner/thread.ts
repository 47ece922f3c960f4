import { isMainThread, type MessagePort, parentPort, Worker, workerData } from "node:worker_threads";
import { laneCount, type News } from "#app/planner/lane.ts";
import type { TimetableProblem } from "#app/planner/problem.ts";
import { laneElsewhere, solveBeside } from "#app/planner/solve.ts";

/** What a thread is started with. The first one leads; it starts the others itself. */
export interface ThreadWork {
  planner: true;
  lane: number;
  problem: TimetableProblem;
  seconds: number;
  seed: number;
  turns: number | null;
  /** One number, 1 once the work is cancelled. */
  cancelled: SharedArrayBuffer;
  /** The bundled form of this file. */
  file: string;
}

interface TurnOrder {
  effort: number;
  told: News;
}

const isWork = (data: unknown): data is ThreadWork =>
  typeof data === "object" && data !== null && "planner" in data && data.planner === true;

if (!isMainThread && parentPort && isWork(workerData)) {
  if (workerData.lane === 0) await lead(workerData, parentPort);
  else follow(workerData, parentPort);
}

/** Leads the lanes and answers: messages `{ progress }`, at last `{ answer }`. */
async function lead(work: ThreadWork, port: MessagePort): Promise<void> {
  const flag = new Int32Array(work.cancelled);
  const others: Worker[] = [];
  for (let lane = 1; lane < laneCount; lane++) others.push(new Worker(work.file, { workerData: { ...work, lane } }));
  const answer = await solveBeside(
    work.problem,
    {
      seconds: work.seconds,
      seed: work.seed,
      turns: work.turns ?? undefined,
      isCancelled: () => Atomics.load(flag, 0) === 1,
      onProgress: (progress) => port.postMessage({ progress }),
    },
    (effort, told) => Promise.all(others.map((worker) => turnOf(worker, { effort, told }))),
  );
  port.postMessage({ answer });
  await Promise.all(others.map((worker) => worker.terminate()));
}

function turnOf(worker: Worker, order: TurnOrder): Promise<News> {
  return new Promise((resolve, reject) => {
    const done = (news: News): void => {
      worker.off("error", reject);
      resolve(news);
    };
    worker.once("message", done);
    worker.once("error", reject);
    worker.postMessage(order);
  });
}

/** Does one turn for each message. */
function follow(work: ThreadWork, port: MessagePort): void {
  const flag = new Int32Array(work.cancelled);
  const end = performance.now() + work.seconds * 950;
  const stop = (): boolean => Atomics.load(flag, 0) === 1 || performance.now() >= end;
  const lane = laneElsewhere(work.problem, work.lane, { seed: work.seed, seconds: work.seconds });
  port.on("message", ({ effort, told }: TurnOrder) => port.postMessage(lane.turn(effort, told, stop)));
}
