import { readdirSync } from "node:fs";
import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { databaseExists, databaseOf, openStore } from "#db/engine.ts";
import { looseFiles } from "#db/file-modes.ts";
import { emptyFolder, runCommand, startServer } from "#tests/faults/processes.ts";
import { rounds } from "#tests/support/rounds.ts";
import { freePort } from "#tests/support/site.ts";

/** Milliseconds after which the first start is killed. */
const moments = Array.from({ length: rounds(3, 32) }, (_, at) => 200 + Math.round((at * 2200) / rounds(3, 32)));

it.each(moments)(
  "a first start that is killed after %i ms leaves nothing half: the next one is whole",
  async (moment) => {
    const folder = emptyFolder();
    const port = await freePort();
    const killed = startServer(folder, port);
    await sleep(moment);
    killed.child.kill("SIGKILL");
    await killed.ended;
    if (databaseExists(databaseOf(folder))) expect(await accountsIn(folder)).toBeGreaterThan(10);

    const next = startServer(folder, port);
    await next.until('"ready"');
    expect(await accountsIn(folder)).toBeGreaterThan(10);
    expect(readdirSync(folder).filter((name) => /loading|\.part$/.test(name))).toEqual([]);
    expect(looseFiles(folder)).toEqual([]);
    const doctor = runCommand(folder, ["doctor"]);
    expect([await doctor.ended, doctor.said()]).toEqual([0, expect.stringContaining("All is well.")]);
    next.child.kill("SIGTERM");
    expect(await next.ended).toBe(0);
  },
  120_000,
);

async function accountsIn(folder: string): Promise<number> {
  const store = openStore(databaseOf(folder));
  const accounts = await store.read.selectFrom("account").select("id").execute();
  await store.close();
  return accounts.length;
}
