import type { Logger } from "pino";
import { failRuns, runProposal, type Solve } from "#app/domain/planning/run-proposal.server.ts";
import type { Proposals } from "#app/http/proposals.ts";
import type { Store } from "#db/store.ts";

interface Parts {
  store: Store;
  log: Logger;
  solve: Solve;
}

/**
 * Works on what is asked of the planner, one run after the other. What a server before this one left behind has come to
 * nothing.
 */
export function planRounds({ store, log, solve }: Parts): Proposals & { close: () => Promise<void> } {
  const running = new Map<string, { stop: AbortController; done: Promise<void> }>();
  let last: Promise<unknown> = failRuns(store, "all", new Date()).catch((error) => log.error({ err: error }, "runs"));
  const work = async (runId: string, signal: AbortSignal) => {
    try {
      await runProposal(store, runId, { solve, signal, nameOf: (others) => String(others + 1) });
    } catch (error) {
      log.error({ err: error, runId }, "proposal failed");
      await failRuns(store, [runId], new Date()).catch(() => undefined);
    } finally {
      running.delete(runId);
    }
  };
  return {
    begin: (runId) => {
      if (running.has(runId)) return;
      const stop = new AbortController();
      const done = last.then(() => work(runId, stop.signal));
      last = done;
      running.set(runId, { stop, done });
    },
    stop: (runId) => running.get(runId)?.stop.abort(),
    ended: async (runId, most) => {
      const done = running.get(runId)?.done;
      if (!done) return;
      let timer: NodeJS.Timeout | undefined;
      const late = new Promise<void>((resolve) => {
        timer = setTimeout(resolve, most);
      });
      await Promise.race([done, late]);
      clearTimeout(timer);
    },
    close: async () => {
      for (const { stop } of running.values()) stop.abort();
      await last;
    },
  };
}
