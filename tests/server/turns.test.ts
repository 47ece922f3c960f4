import { expect, it } from "vitest";
import { Turns } from "#app/server/turns.ts";

/** Until everybody was called who may work. */
const settled = async () => {
  for (let round = 0; round < 6; round++) await new Promise((resolve) => setImmediate(resolve));
};

it("lets so many work at once, the others in order, and gives a turn back when work fails", async () => {
  const turns = new Turns(2, 2);
  const begun: number[] = [];
  const end: (() => void)[] = [];
  const work = (name: number) =>
    turns.take("one", async () => {
      begun.push(name);
      await new Promise<void>((resolve) => {
        end[name] = resolve;
      });
      if (name === 0) throw new Error("failed");
      return name;
    });
  const all = [0, 1, 2, 3].map(work);
  const first = expect(all[0]).rejects.toThrow("failed");
  await settled();
  expect([begun, turns.isFull]).toEqual([[0, 1], true]);
  end[0]?.();
  await first;
  await settled();
  expect([begun, turns.isFull]).toEqual([[0, 1, 2], false]);
  end[2]?.();
  await all[2];
  await settled();
  end[1]?.();
  end[3]?.();
  expect(await Promise.all(all.slice(1))).toEqual([1, 2, 3]);
  const last = work(4);
  await settled();
  end[4]?.();
  expect([await last, begun]).toEqual([4, [0, 1, 2, 3, 4]]);
});

it("lets others work while somebody only waits", async () => {
  const turns = new Turns(1, 2);
  const log: string[] = [];
  const wakers: (() => void)[] = [];
  const sleeper = turns.take("one", async (aside) => {
    log.push("falls asleep");
    await aside(() => new Promise<void>((done) => void wakers.push(done)));
    log.push("wakes up");
  });
  for (const name of ["one", "two"]) await turns.take("one", async () => void log.push(name));
  wakers[0]?.();
  await sleeper;
  await turns.take("one", async () => void log.push("three"));
  expect(log).toEqual(["falls asleep", "one", "two", "wakes up", "three"]);
});

it("goes round among those who wait", async () => {
  const turns = new Turns(1, 100);
  const done: string[] = [];
  const work = (whose: string, name: string) => turns.take(whose, async () => void done.push(name));
  const greedy = ["g1", "g2", "g3", "g4"].map((name) => work("greedy", name));
  await Promise.all([...greedy, work("other", "o1"), work("third", "t1"), work("other", "o2")]);
  expect(done).toEqual(["g1", "o1", "t1", "g2", "o2", "g3", "g4"]);
  expect(turns.isFull).toBe(false);
});
