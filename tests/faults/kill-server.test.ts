import { setTimeout as sleep } from "node:timers/promises";
import { expect, it } from "vitest";
import { runCommand, startServer } from "#tests/faults/processes.ts";
import { installationOfWriters, timesStored, Writers } from "#tests/faults/writers.ts";
import { rounds } from "#tests/support/rounds.ts";
import { freePort } from "#tests/support/site.ts";

const ROUNDS = rounds(10, 200);

it(
  `loses nothing that was acknowledged and doubles nothing that is sent again, killed ${ROUNDS} times`,
  async () => {
    const { folder, cookies } = await installationOfWriters();
    const port = await freePort();
    const writers = new Writers(cookies, `http://localhost:${port}`);
    let interrupted = 0;
    for (let round = 1; round <= ROUNDS; round++) {
      const server = startServer(folder, port, { DEMO: "0" });
      await server.until('"ready"');
      await writers.sendAgain();
      writers.start();
      await sleep(100 + Math.random() * 500);
      server.child.kill("SIGKILL");
      await server.ended;
      await writers.stop();
      interrupted += writers.unsure.length;
      const times = await timesStored(folder);
      const lost = writers.acknowledged.filter(({ title }) => times.get(title) !== 1);
      const doubled = writers.unsure.filter(({ title }) => (times.get(title) ?? 0) > 1);
      expect([round, lost, doubled]).toEqual([round, [], []]);
    }
    const server = startServer(folder, port, { DEMO: "0" });
    await server.until('"ready"');
    await writers.sendAgain();
    server.child.kill("SIGTERM");
    expect(await server.ended).toBe(0);
    const times = await timesStored(folder);
    expect([...times.entries()].filter(([, count]) => count !== 1)).toEqual([]);
    expect([...times.keys()].sort()).toEqual(writers.acknowledged.map(({ title }) => title).sort());
    // Otherwise nothing was tried.
    expect([writers.acknowledged.length > 3 * ROUNDS, interrupted > 0]).toEqual([true, true]);
    const doctor = runCommand(folder, ["doctor"]);
    expect([await doctor.ended, doctor.said()]).toEqual([0, expect.stringContaining("All is well.")]);
  },
  ROUNDS * 20_000,
);
