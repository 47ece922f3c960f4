import { expect, it } from "vitest";
import { yieldEvery } from "#app/domain/yield-every.ts";

it("lets others have their turn while long work goes on, and does not wait for nothing", async () => {
  let turns = 0;
  const other = setInterval(() => turns++, 1);
  const pause = yieldEvery();
  for (let step = 0; step < 1000; step++) await pause();
  const quick = turns;
  for (let step = 0; step < 30; step++) {
    const until = performance.now() + 5;
    while (performance.now() < until);
    await pause();
  }
  clearInterval(other);
  expect(quick).toBeLessThanOrEqual(2);
  expect(turns).toBeGreaterThanOrEqual(5);
});
