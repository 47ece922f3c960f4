import { expect, it } from "vitest";
import { findWhatAwaits } from "#app/domain/home/what-awaits.server.ts";
import { whatAwaitsView } from "#app/views/home/what-awaits-view.server.ts";
import { writeTransaction } from "#db/store.ts";
import { now, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { anActionPoint } from "#tests/support/factories/minutes.ts";
import { aMembership } from "#tests/support/factories/people.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

it("names action points with their groups where there are several", async () => {
  const w = await sessionWorld(testStore());
  const { id: sessionId } = await schedule(w, {});
  const { consultant } = w.people;
  await writeTransaction(w.store, (db) =>
    anActionPoint(db, { group_id: w.groupId, session_id: sessionId, owner_id: consultant }),
  );
  const groups = async () => {
    const found = await findWhatAwaits(w.store.read, await w.actor(consultant), w.groupId, now);
    return whatAwaitsView(found, viewer()).actions.map(({ group }) => group?.text ?? null);
  };
  expect(await groups()).toEqual([null]);
  const inOther = { group_id: w.otherGroupId, account_id: consultant, role: "observer" } as const;
  await writeTransaction(w.store, (db) => aMembership(db, inOther));
  expect(await groups()).toEqual(["release"]);
});
