import { afterAll, beforeAll, expect, it } from "vitest";
import { paths } from "#app/paths.ts";
import { writeTransaction } from "#db/store.ts";
import { ask } from "#tests/routes/asking.ts";
import { openTarget, type Target } from "#tests/routes/target.ts";
import { inEnglish } from "#tests/support/factories/given.ts";
import { aRound } from "#tests/support/factories/rounds.ts";

let target: Target;
beforeAll(async () => {
  target = await openTarget();
});
afterAll(() => target.close());

it("tells nobody to schedule a session in a round that is over", async () => {
  const { w, store } = target;
  const told = async (year: string) => {
    const id = await writeTransaction(store, (db) =>
      aRound(db, {
        ...{ group_id: w.groupId, created_by: w.people.organiser, slug: `in-${year}`, titles: inEnglish(year) },
        ...{ starts_on: `${year}-06-01`, ends_on: `${year}-06-02` },
      }),
    );
    const { body } = await ask(target, "organiser", paths.round(id));
    return [body.includes("Schedule one with every delegation"), body.includes("This round is over.")];
  };
  expect([await told("2021"), await told("2098")]).toEqual([
    [false, true],
    [true, false],
  ]);
});
