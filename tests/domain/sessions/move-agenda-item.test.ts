import fc from "fast-check";
import { expect, it } from "vitest";
import { addAgendaItem } from "#app/domain/sessions/add-agenda-item.server.ts";
import { moveAgendaItem } from "#app/domain/sessions/move-agenda-item.server.ts";
import { attemptOn } from "#db/store.ts";
import { idOf, item, titles } from "#tests/domain/sessions/agenda-items.ts";
import { now, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

it("moves items as a list moves, whatever the order of moves", async () => {
  const w = await sessionWorld(testStore());
  const { id: sessionId } = await schedule(w);
  const names = ["a", "b", "c", "d"];
  const ids = new Map<string, string>();
  for (const name of names) {
    ids.set(name, (await addAgendaItem(w.store, w.organiser, { sessionId, ...item(name) }, now)).id);
  }
  const expected = [...names];
  const moves = fc.array(fc.tuple(fc.constantFrom(...names), fc.constantFrom("up" as const, "down" as const)), {
    minLength: 1,
    maxLength: 6,
  });
  await fc.assert(
    fc.asyncProperty(moves, async (sequence) => {
      for (const [name, direction] of sequence) {
        const from = expected.indexOf(name);
        const to = direction === "up" ? from - 1 : from + 1;
        const possible = to >= 0 && to < expected.length;
        if (possible) expected.splice(to, 0, ...expected.splice(from, 1));
        const input = { sessionId, itemId: ids.get(name)!, direction };
        expect((await moveAgendaItem(w.store, w.organiser, input, now)).moved).toBe(possible);
      }
      expect(await titles(w, sessionId)).toEqual(expected);
    }),
    { numRuns: 25 },
  );
  const places = await w.store.read.selectFrom("agenda_item").select("position").orderBy("position").execute();
  expect(places.map(({ position }) => position)).toEqual([1, 2, 3, 4]);
});

it("moves one place when one attempt is sent twice", async () => {
  const w = await sessionWorld(testStore());
  const { id: sessionId } = await schedule(w);
  for (const name of ["a", "b", "c"]) await addAgendaItem(w.store, w.organiser, { sessionId, ...item(name) }, now);
  const itemId = await idOf(w, "c");
  const store = attemptOn(w.store, { key: "attempt-up", actorId: w.people.organiser, route: "/x", bodyHash: "h" });
  for (const _ of [1, 2]) await moveAgendaItem(store, w.organiser, { sessionId, itemId, direction: "up" }, now);
  expect(await titles(w, sessionId)).toEqual(["a", "c", "b"]);
});
