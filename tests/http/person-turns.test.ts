import { expect, it } from "vitest";
import { PersonTurns } from "#app/http/person-turns.ts";

const aside = <T>(wait: () => Promise<T>) => wait();
const settled = () => new Promise((done) => setImmediate(done));

it("works on two requests of a person at a time, lets twenty more wait, and refuses the rest; others do not notice", async () => {
  const turns = new PersonTurns();
  const working: (() => void)[] = [];
  const send = (person: string) =>
    turns.take(person, () => new Promise<string>((done) => working.push(() => done("done"))), aside);
  const mine = Array.from({ length: 30 }, () => send("script"));
  await settled();
  expect(working.length).toBe(2);
  const other = send("person");
  await settled();
  expect(working.length).toBe(3);
  for (let n = 0; n < 23; n++) {
    working[n]?.();
    await settled();
  }
  const outcomes = await Promise.all(mine);
  expect([outcomes.filter((one) => one === "done").length, outcomes.filter((one) => one === "refused").length]).toEqual(
    [22, 8],
  );
  expect(await other).toBe("done");
  // Nothing is left over.
  const again = send("script");
  await settled();
  working.at(-1)?.();
  expect(await again).toBe("done");
});

it("gives the turn on when the work fails", async () => {
  const turns = new PersonTurns();
  const fails = () => turns.take("person", () => Promise.reject(new Error("no")), aside);
  await Promise.allSettled([fails(), fails(), fails(), fails()]);
  expect(await turns.take("person", async () => 1, aside)).toBe(1);
});
