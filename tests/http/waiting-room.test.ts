import { expect, it } from "vitest";
import { isRoomFull, WaitingRoom } from "#app/http/waiting-room.ts";

/** A room whose waits end when the test says so, and what happened in it. */
function observed(options: ConstructorParameters<typeof WaitingRoom>[0] = {}) {
  const waiting: (() => void)[] = [];
  const wait = (_milliseconds: number, signal: AbortSignal) =>
    new Promise<void>((done, fail) => {
      waiting.push(done);
      signal.addEventListener("abort", () => fail(signal.reason));
    });
  let asides = 0;
  const aside = async <T>(wait: () => Promise<T>) => {
    asides++;
    return wait();
  };
  const room = new WaitingRoom({ wait, ...options });
  const working: { name: string; done: () => void }[] = [];
  const full: string[] = [];
  const enter = (name: string, network: string, delay = 0) =>
    room
      .enter({ network, delay }, () => new Promise<void>((done) => void working.push({ name, done })), aside)
      .catch((error) => {
        if (!isRoomFull(error)) throw error;
        full.push(name);
      });
  return { enter, working, full, waiting, asides: () => asides };
}

const settled = () => new Promise((done) => setImmediate(done));

it("gives its places by turns to the networks that wait, however many come from one", async () => {
  const { enter, working, asides } = observed({ places: 1 });
  const all = [..."abcdef"].map((name) => enter(name, "crowd"));
  all.push(enter("one", "alone"), enter("two", "other"));
  const order: string[] = [];
  for (let n = 0; n < 8; n++) {
    await settled();
    expect(working.length).toBe(n + 1);
    order.push(working[n]?.name ?? "");
    working[n]?.done();
  }
  await Promise.all(all);
  expect(order.join(" ")).toBe("a one two b c d e f");
  // Whoever had to wait did so without holding up pages.
  expect(asides()).toBe(7);
});

it("holds few of a network that has to wait, and many of one that has not", async () => {
  const { enter, full, working } = observed({ seatsOfNetwork: 40, seatsUnderPressure: 5, places: 100 });
  for (let n = 0; n < 8; n++) void enter(`guess ${n}`, "guessing", 1000);
  for (let n = 0; n < 50; n++) void enter(`office ${n}`, "office");
  await settled();
  expect(full.filter((name) => name.startsWith("guess"))).toEqual(["guess 5", "guess 6", "guess 7"]);
  expect([full.length, working.length]).toEqual([3 + 10, 40]);
});

it("sends away first who has to wait longest, when it is full", async () => {
  const { enter, full, working } = observed({ seats: 20 });
  for (let n = 0; n < 20; n++) void enter(`guess ${n}`, `network ${n}`, 1000 + n);
  void enter("stranger", "fresh", 500);
  void enter("worse", "fresher", 9000);
  void enter("person", "freshest");
  await settled();
  expect(full.sort()).toEqual(["guess 18", "guess 19", "worse"]);
  expect(working.map(({ name }) => name)).toEqual(["person"]);
});

it("has room again for whoever comes when somebody has left", async () => {
  const { enter, full, working } = observed({ seats: 2, places: 1 });
  const all = [enter("a", "one"), enter("b", "two"), enter("c", "three")];
  await settled();
  expect(full).toEqual(["c"]);
  working[0]?.done();
  await settled();
  all.push(enter("d", "four"));
  await settled();
  expect(full).toEqual(["c"]);
  for (let n = 1; n < 3; n++) {
    working[n]?.done();
    await settled();
  }
  await Promise.all(all);
  expect(working.map(({ name }) => name)).toEqual(["a", "b", "d"]);
});
