import { expect, it } from "vitest";
import { breather } from "#app/domain/breather.ts";

it("lets others have their turn while long work goes on, and does not wait for nothing", async () => {
  let turns = 0;
  const other = setInterval(() => turns++, 1);
  const breathe = breather();
  for (let step = 0; step < 1000; step++) await breathe();
  const quick = turns;
  for (let step = 0; step < 30; step++) {
    const until = performance.now() + 5;
    while (performance.now() < until);
    await breathe();
  }
  clearInterval(other);
  expect(quick).toBeLessThanOrEqual(2);
  expect(turns).toBeGreaterThanOrEqual(5);
});
