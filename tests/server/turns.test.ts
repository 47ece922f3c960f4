import { expect, it } from "vitest";
import { Turns } from "#app/server/turns.ts";

it("lets so many work at once, the others in order, and gives a turn back when work fails", async () => {
  const turns = new Turns(2, 2);
  const begun: number[] = [];
  const end: (() => void)[] = [];
  const work = (name: number) =>
    turns.take(async () => {
      begun.push(name);
      await new Promise<void>((resolve) => {
        end[name] = resolve;
      });
      if (name === 0) throw new Error("failed");
      return name;
    });
  const all = [0, 1, 2, 3].map(work);
  const first = expect(all[0]).rejects.toThrow("failed");
  await Promise.resolve();
  expect([begun, turns.isFull]).toEqual([[0, 1], true]);
  end[0]?.();
  await first;
  expect([begun, turns.isFull]).toEqual([[0, 1, 2], false]);
  end[2]?.();
  await all[2];
  end[1]?.();
  end[3]?.();
  expect(await Promise.all(all.slice(1))).toEqual([1, 2, 3]);
  const last = work(4);
  await Promise.resolve();
  end[4]?.();
  expect([await last, begun]).toEqual([4, [0, 1, 2, 3, 4]]);
});

it("lets others work while somebody only waits", async () => {
  const turns = new Turns(1, 2);
  const log: string[] = [];
  const wakers: (() => void)[] = [];
  const sleeper = turns.take(async (aside) => {
    log.push("falls asleep");
    await aside(() => new Promise<void>((done) => void wakers.push(done)));
    log.push("wakes up");
  });
  for (const name of ["one", "two"]) await turns.take(async () => void log.push(name));
  wakers[0]?.();
  await sleeper;
  await turns.take(async () => void log.push("three"));
  expect(log).toEqual(["falls asleep", "one", "two", "wakes up", "three"]);
});
