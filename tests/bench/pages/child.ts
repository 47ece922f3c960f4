import { type ChildProcess, fork } from "node:child_process";
import { once } from "node:events";
import { openSync } from "node:fs";
import { join } from "node:path";
import type { Used } from "#tests/bench/pages/served.ts";

/** A server in a process of its own. */
export interface Child {
  port: number;
  used(): Promise<Used>;
  stop(): Promise<void>;
}

/**
 * Starts this bench again as a server.
 * @param role what it serves
 * @param folder where its log goes
 * @param node flags for Node, as `--cpu-prof`
 */
export async function startChild(
  role: "demonstration" | "bytes",
  folder: string,
  env: Record<string, string>,
  node: readonly string[] = [],
): Promise<Child> {
  const log = openSync(join(folder, `${role}.log`), "a");
  const child: ChildProcess = fork("build/bench/pages.mjs", [role], {
    execArgv: [...node],
    env: { ...process.env, NODE_ENV: "production", ...env },
    stdio: ["ignore", log, log, "ipc"],
  });
  const [first] = await Promise.race([once(child, "message"), once(child, "exit")]);
  if (first !== "ready") throw new Error(`The server ended: see ${folder}/${role}.log`);
  return {
    port: Number(env.PORT),
    async used() {
      child.send("used");
      const [used] = await once(child, "message");
      return used as Used;
    },
    async stop() {
      child.disconnect();
      await once(child, "exit");
    },
  };
}
