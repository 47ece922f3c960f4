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
  const enter = (name: string, network: string, delay = 0, failures = 0) =>
    room
      .enter({ network, delay, failures }, () => new Promise<void>((done) => void working.push({ name, done })), aside)
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

it("holds few of a network that has to wait, fewer who guess, and many of one that has not", async () => {
  const options = { seatsOfNetwork: 40, seatsUnderPressure: 8, seatsOfGuessers: 5, places: 100, draw: () => 0.5 };
  const { enter, full, working } = observed(options);
  for (let n = 0; n < 8; n++) void enter(`guess ${n}`, "guessing", 1000, 1);
  for (let n = 0; n < 5; n++) void enter(`new ${n}`, "guessing", 1000);
  for (let n = 0; n < 50; n++) void enter(`office ${n}`, "office");
  await settled();
  const left = full.filter((name) => !name.startsWith("office"));
  // Those who guess have five seats at most, and leave them to others of their network.
  expect([left.length, left.every((name) => name.startsWith("guess"))]).toEqual([3 + 2, true]);
  expect([full.length, working.length]).toEqual([5 + 10, 40]);
});

it("sends away of a network who guessed wrong most often, and lets one in who never did", async () => {
  const { enter, full, working, waiting } = observed({ seatsUnderPressure: 3, seatsOfGuessers: 3, draw: () => 0.5 });
  for (const failures of [2, 9, 4]) void enter(`guess ${failures}`, "shared", 8000, failures);
  await settled();
  void enter("person", "shared", 8000);
  void enter("guess 5", "shared", 8000, 5);
  void enter("guess 1", "shared", 8000, 1);
  await settled();
  expect(full).toEqual(["guess 5", "guess 9", "guess 4"]);
  for (const done of waiting) done();
  await settled();
  expect(working.map(({ name }) => name).sort()).toEqual(["guess 1", "guess 2", "person"]);
});

it("lets one in by lot who comes again, however many come from the same network under names never tried", async () => {
  const lots = [0.5, 0.5, 0.5, 0.9, 0.2, 0.4];
  const { enter, full, waiting, working } = observed({ seatsUnderPressure: 3, draw: () => lots.shift() ?? 0.6 });
  for (let n = 0; n < 3; n++) void enter(`name ${n}`, "shared", 8000);
  void enter("person", "shared", 8000);
  await settled();
  expect(full).toEqual(["person"]);
  void enter("person again", "shared", 8000);
  for (let n = 3; n < 30; n++) void enter(`name ${n}`, "shared", 8000);
  await settled();
  for (const done of waiting) done();
  await settled();
  expect(working.map(({ name }) => name)).toContain("person again");
});

it("sends nobody away who waits for a place alone", async () => {
  const { enter, full, waiting, working } = observed({ seatsUnderPressure: 1, seatsOfGuessers: 1, places: 1 });
  void enter("first", "other");
  void enter("guess", "shared", 8000, 9);
  await settled();
  for (const done of waiting) done();
  await settled();
  void enter("person", "shared", 8000);
  await settled();
  expect([full, working.map(({ name }) => name)]).toEqual([["person"], ["first"]]);
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
