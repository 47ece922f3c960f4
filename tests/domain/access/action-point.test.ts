import fc from "fast-check";
import { expect, it } from "vitest";
import { actionPointsVisibleTo } from "#app/domain/access/action-point.server.ts";
import { type ActionPointAccess, seesActionPoint } from "#app/domain/access/action-point.ts";
import type { Actor } from "#app/domain/access/actor.ts";
import { findParts } from "#app/domain/sessions/audience.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";
import { anActionPoint } from "#tests/support/factories/minutes.ts";
import { anAgendaItem, aSession, aSessionPerson } from "#tests/support/factories/sessions.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

const drawn = fc.record({
  inOther: fc.boolean(),
  invited: fc.uniqueArray(fc.constantFrom("participantBa", "consultant", "observer", "otherConsultant" as const)),
  owner: fc.constantFrom("participantAl", "consultant", "organiser", "al", "ba" as const),
  visibility: fc.constantFrom("none", "shared", "internal" as const),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

it("gives as a set what is seen one by one", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 6 }), async (points) => {
      const store = testStore();
      const w = await world(store);
      const made = await writeTransaction(store, async (db) => {
        const all: [string, ActionPointAccess][] = [];
        for (const point of points) all.push(await put(db, w, point));
        return all;
      });
      for (const id of Object.values(w.people)) {
        const actor = await w.actor(id);
        const one = made.filter(([, access]) => seesActionPoint(actor, access)).map(([point]) => point);
        expect(await visible(store, actor)).toEqual(one.sort());
      }
    }),
    { numRuns: 25 },
  );
});

async function visible(store: Store, actor: Actor): Promise<string[]> {
  const rows = await actionPointsVisibleTo(store.read, actor).select("action_point.id").execute();
  return rows.map(({ id }) => id).sort();
}

async function put(db: Db, w: World, point: Drawn): Promise<[string, ActionPointAccess]> {
  const group_id = point.inOther ? w.otherGroupId : w.groupId;
  const session_id = await aSession(db, { group_id, round_id: w.roundId, created_by: w.people.organiser });
  const current = new Set(
    (await db.selectFrom("membership").select("account_id").where("group_id", "=", group_id).execute()).map(
      ({ account_id }) => account_id,
    ),
  );
  for (const name of point.invited) {
    const part = name.toLowerCase().includes("consultant") ? "consultant" : "delegate";
    await aSessionPerson(db, { session_id, account_id: w.people[name], part });
  }
  const { visibility, owner } = point;
  const item_id = visibility === "none" ? null : await anAgendaItem(db, { session_id, visibility });
  const delegation_id = owner === "al" || owner === "ba" ? w.beneficiaries[owner] : null;
  const owner_id = owner === "al" || owner === "ba" ? null : w.people[owner];
  const id = await anActionPoint(db, { group_id, session_id, item_id, owner_id, delegation_id });
  const audience = [...(await findParts(db, session_id))];
  const leaders = audience.filter(([, part]) => part === "consultant").map(([account]) => account);
  const session = {
    groupId: group_id,
    audience: audience.map(([account]) => account).filter((one) => current.has(one)),
  };
  return [
    id,
    { session, ownerId: owner_id, delegationId: delegation_id, internal: visibility === "internal", leaders },
  ];
}
