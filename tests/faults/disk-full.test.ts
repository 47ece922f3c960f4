import { sql } from "kysely";
import { expect, it } from "vitest";
import { scheduleSession } from "#app/domain/sessions/schedule-session.server.ts";
import { isDiskFull } from "#db/engine.ts";
import { now, schedule, sessionInput, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { commits, testStore, writing } from "#tests/support/store.ts";

it("a deed that finds no room writes nothing at all, says why, and works once there is room", async () => {
  const w = await sessionWorld(testStore());
  await schedule(w);
  const pages = await sql<{ page_count: number }>`pragma page_count`.execute(writing(w.store));
  const room = (limit: number) => sql`pragma max_page_count = ${sql.raw(String(limit))}`.execute(writing(w.store));
  await room(pages.rows[0]?.page_count ?? 0);
  const before = await commits(w.store);
  const joinLink = `https://meet.test.example/${"x".repeat(500)}`;
  const refused: unknown[] = [];
  // Free space inside pages may take some.
  for (let day = 0; day < 200 && refused.length === 0; day++) {
    const input = sessionInput(w, { joinLink, date: "2026-11-05", consultantIds: [w.people.secondConsultant] });
    const confirmed = { ...input, interpreterId: null, confirmConflicts: true };
    await scheduleSession(w.store, w.organiser, confirmed, now).catch((error) => refused.push(error));
  }
  expect(refused.map(isDiskFull)).toEqual([true]);
  const counts = async () => {
    const tables = ["session", "pairing", "outbox", "audit_event"] as const;
    return Promise.all(
      tables.map(async (table) => (await w.store.read.selectFrom(table).selectAll().execute()).length),
    );
  };
  const kept = await counts();
  const after = await commits(w.store);
  await expect(schedule(w, { date: "2026-11-06", joinLink })).rejects.toSatisfy(isDiskFull);
  expect([await counts(), await commits(w.store), after >= before]).toEqual([kept, after, true]);
  await room(1_000_000);
  await schedule(w, { date: "2026-11-06" });
  expect((await counts())[0]).toBe((kept[0] ?? 0) + 1);
});
