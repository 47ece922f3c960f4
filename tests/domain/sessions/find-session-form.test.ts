import { expect, it } from "vitest";
import { findNewSessionForm } from "#app/domain/sessions/find-session-form.server.ts";
import { findSeveralForm } from "#app/domain/timetable/find-several-form.server.ts";
import { writeTransaction } from "#db/store.ts";
import { now, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { anInvitation } from "#tests/support/factories/people.ts";
import { testStore } from "#tests/support/store.ts";

it("names the consultants who are invited and have not accepted yet, and nobody else", async () => {
  const w = await sessionWorld(testStore());
  const later = "2026-12-01T00:00:00.000Z";
  await writeTransaction(w.store, async (db) => {
    const own = { group_id: w.groupId, invited_by: w.people.organiser, expires_at: later };
    const consultant = { ...own, role: "consultant" as const };
    await anInvitation(db, { ...consultant, name: "Awaited", address: "one@test.example" });
    await anInvitation(db, { ...own, name: "Observer", address: "two@test.example" });
    await anInvitation(db, {
      ...consultant,
      name: "Expired",
      address: "three@test.example",
      expires_at: "2026-09-01T00:00:00.000Z",
    });
    await anInvitation(db, { ...consultant, name: "Accepted", address: "four@test.example", accepted_at: later });
    await anInvitation(db, {
      ...consultant,
      name: "Elsewhere",
      address: "five@test.example",
      group_id: w.otherGroupId,
    });
  });
  const given = { code: "ba", like: null };
  const one = await findNewSessionForm(w.store.read, w.organiser, w.roundId, given, now);
  const several = await findSeveralForm(w.store.read, w.organiser, w.roundId, now);
  expect([one.awaited, several.awaited]).toEqual([["Awaited"], ["Awaited"]]);
});
