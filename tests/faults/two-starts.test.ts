import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { databaseExists, databaseOf, openStore } from "#db/engine.ts";
import { emptyFolder, type Process, runCommand, startServer } from "#tests/faults/processes.ts";
import { rounds } from "#tests/support/rounds.ts";
import { freePort } from "#tests/support/site.ts";

/** Milliseconds between two starts: together, in the middle of the first start, and when the first one serves. */
const delays = [0, 700, ...Array.from({ length: rounds(0, 8) }, (_, at) => 100 + at * 300)];

it.each(delays)(
  "of two starts on an empty folder one serves all of it, and the other one leaves it alone: %i ms",
  async (delay) => {
    const folder = emptyFolder();
    const [port, other] = [await freePort(), delay % 200 === 0 ? await freePort() : null];
    const first = startServer(folder, port);
    await sleep(delay);
    const second = startServer(folder, other ?? port);
    const [loser, winner] = await firstToEnd(first, second);
    expect(await loser.ended).toBe(1);
    expect(loser.said()).toContain(`The data folder ${folder} is in use`);
    expect(loser.said()).toContain(`process ${winner.child.pid}`);
    await winner.until('"ready"');
    await expectWhole(folder);
    winner.child.kill("SIGTERM");
    expect(await winner.ended).toBe(0);
  },
  60_000,
);

it("a start beside a running server is refused, changes nothing and takes no mail", async () => {
  const folder = emptyFolder();
  const port = await freePort();
  const first = startServer(folder, port, { DEMO: "0" });
  await first.until('"ready"');
  const second = startServer(folder, port, { DEMO: "0" });
  expect(await second.ended).toBe(1);
  expect(second.said()).toMatch(/is in use: the server, process \d+, since .+\. Stop it first\.\n$/);
  for (const command of [["migrate"], ["seed"]]) {
    const refused = runCommand(folder, command);
    expect([await refused.ended, refused.said()]).toEqual([1, expect.stringContaining("is in use: the server")]);
  }
  // The kernel takes the lock from whoever dies.
  first.child.kill("SIGKILL");
  await first.ended;
  const third = startServer(folder, port, { DEMO: "0" });
  await third.until('"ready"');
}, 60_000);

it("a port that is taken is found out before the folder is prepared", async () => {
  const port = await freePort();
  const first = startServer(emptyFolder(), port, { DEMO: "0" });
  await first.until('"ready"');
  const folder = emptyFolder();
  const second = startServer(folder, port);
  expect(await second.ended).toBe(1);
  expect(second.said()).toContain(`Port ${port} is in use. Set PORT to another one.`);
  expect(databaseExists(databaseOf(folder))).toBe(false);
}, 60_000);

async function firstToEnd(one: Process, other: Process): Promise<[loser: Process, winner: Process]> {
  const oneLost = await Promise.race([one.ended.then(() => true), other.ended.then(() => false)]);
  return oneLost ? [one, other] : [other, one];
}

async function expectWhole(folder: string): Promise<void> {
  const store = openStore(databaseOf(folder));
  const accounts = await store.read.selectFrom("account").select("id").execute();
  const faults = (await store.engine.check()).filter(({ fault }) => fault !== null);
  await store.close();
  expect([accounts.length > 10, faults]).toEqual([true, []]);
}
