import { expect, it } from "vitest";
import { Pool } from "#app/domain/people/pool.ts";

it("has so many things done at a time, in the order in which they came, and goes on after one that failed", async () => {
  const pool = new Pool(2);
  const log: string[] = [];
  let working = 0;
  const work = (name: string) => async () => {
    working++;
    log.push(`${name} ${working}`);
    await new Promise((done) => setImmediate(done));
    working--;
    if (name === "b") throw new Error("no");
  };
  await Promise.allSettled([..."abcde"].map((name) => pool.run(work(name))));
  expect(log.map((line) => line[0]).join("")).toBe("abcde");
  expect(Math.max(...log.map((line) => Number(line.slice(2))))).toBe(2);
  await pool.run(async () => void log.push("f 0"));
  expect(log.length).toBe(6);
});
