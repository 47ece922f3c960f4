import { expect, it } from "vitest";
import { addContributions } from "#tests/domain/search/search-world.ts";
import { searchedWorld } from "#tests/domain/search/searched-world.ts";

it("walks through all pages forth and back, each record once", async () => {
  const { store, w, find } = await searchedWorld();
  await addContributions(
    store,
    w,
    Array.from({ length: 23 }, (_, at) => ({
      title: `Plan ${at}`,
      submittedAt: `2026-01-0${1 + (at % 3)}T00:00:00.000Z`,
    })),
  );
  const reader = await w.actor(w.people.consultant);
  for (const [query, sort] of [
    ["plan", "relevance"],
    ["plan", "newest"],
    ["", "newest"],
  ] as const) {
    const whole = await find(reader, query, { sort, limit: 100, types: ["contribution"] });
    const forth: string[][] = [];
    let page = await find(reader, query, { sort, limit: 5, types: ["contribution"] });
    expect(page.previous).toBeNull();
    for (;;) {
      expect(page.before).toBe(forth.flat().length);
      forth.push(page.hits.map((hit) => hit.id));
      if (!page.next) break;
      page = await find(reader, query, { sort, limit: 5, types: ["contribution"], cursor: page.next });
    }
    expect(forth.flat()).toEqual(whole.hits.map((hit) => hit.id));
    const back: string[][] = [];
    for (;;) {
      back.unshift(page.hits.map((hit) => hit.id));
      if (!page.previous) break;
      page = await find(reader, query, { sort, limit: 5, types: ["contribution"], cursor: page.previous });
    }
    expect(back).toEqual(forth);
  }
  const first = await find(reader, "plan");
  const gone = Buffer.from('["after","gone",5]').toString("base64url");
  for (const cursor of [gone, "nonsense", "W10", "x".repeat(500)])
    expect(await find(reader, "plan", { cursor })).toEqual(first);
});

it("asks the database as often for many hits as for one", async () => {
  const { store, w, find } = await searchedWorld();
  const reader = await w.actor(w.people.consultant);
  await addContributions(store, w, [{ title: "Plan", cites: ["coe-epr"] }]);
  const statementsFor = async () => {
    const asked = { limit: 100, types: ["contribution"] };
    // The first search takes in what was added.
    await find(reader, "plan", asked);
    const before = store.asked();
    const { hits } = await find(reader, "plan", asked);
    return [hits.length, store.asked() - before];
  };
  const few = await statementsFor();
  await addContributions(
    store,
    w,
    Array.from({ length: 60 }, () => ({ title: "Plan", cites: ["coe-epr"] })),
  );
  const many = await statementsFor();
  expect([few[0], many[0]]).toEqual([1, 61]);
  expect(many[1]).toBe(few[1]);
});
