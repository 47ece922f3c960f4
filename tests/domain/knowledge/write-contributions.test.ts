import { expect, it } from "vitest";
import { addContributions } from "#app/domain/knowledge/write-contributions.server.ts";
import { writeTransaction } from "#db/store.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

it("draws id and number of what names nobody apart from those it was written with", async () => {
  const store = testStore();
  const w = await world(store);
  const actor = await w.actor(w.people.participantAl);
  const now = new Date("2026-03-01T10:00:00.000Z");
  const one = (attribution: "beneficiary" | "group") => ({
    row: {
      ...({ group_id: w.groupId, kind: "need", depth: "snapshot", status: "captured", attribution } as const),
      ...{ author_id: w.people.participantAl, beneficiary: "al", delegation_id: w.beneficiaries.al },
      submitted_at: now.toISOString(),
    },
    groupCode: "REL",
    text: {
      language: "sq" as const,
      title: "A need",
      summary: "",
      body: "",
      bodyHtml: "",
      details: {},
      detailsHtml: {},
    },
    pointers: {},
    events: () => [],
  });
  const all = Array.from({ length: 80 }, (_, at) => one(at % 2 === 0 ? "beneficiary" : "group"));
  const written = await writeTransaction(store, (db) => addContributions(db, actor, all, now));
  const beginnings = (rest: number) => {
    const some = written.filter((_, at) => at % 2 === rest);
    return [new Set(some.map(({ id }) => id.slice(0, 4))).size, new Set(some.map(({ number }) => number[9])).size];
  };
  expect(beginnings(0)).toEqual([1, 1]);
  const [ids = 0, numbers = 0] = beginnings(1);
  expect(ids).toBeGreaterThan(30);
  expect(numbers).toBeGreaterThan(10);
});
