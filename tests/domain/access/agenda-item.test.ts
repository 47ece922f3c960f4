import fc from "fast-check";
import { expect, it } from "vitest";
import { agendaItemsVisibleTo } from "#app/domain/access/agenda-item.server.ts";
import { type AgendaItemAccess, seesAgendaItem } from "#app/domain/access/agenda-item.ts";
import { findParts } from "#app/domain/sessions/audience.server.ts";
import { type Db, writeTransaction } from "#db/store.ts";
import { anAgendaItem, aSession, aSessionPerson } from "#tests/support/factories/sessions.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

const drawn = fc.record({
  inOther: fc.boolean(),
  invited: fc.uniqueArray(fc.constantFrom("participantBa", "consultant", "observer", "otherConsultant" as const)),
  /** Who was taken out, or has become something else since. */
  gone: fc.uniqueArray(fc.constantFrom("participantBa", "consultant" as const)),
  changed: fc.uniqueArray(fc.constantFrom("participantBa", "consultant" as const)),
  visibility: fc.constantFrom("shared", "internal" as const),
});
type Drawn = typeof drawn extends fc.Arbitrary<infer T> ? T : never;

it("gives as a set what is seen one by one", async () => {
  await fc.assert(
    fc.asyncProperty(fc.array(drawn, { minLength: 1, maxLength: 5 }), async (items) => {
      const store = testStore();
      const w = await world(store);
      const made = await writeTransaction(store, async (db) => {
        const all: [string, AgendaItemAccess][] = [];
        for (const item of items) all.push(await put(db, w, item));
        return all;
      });
      for (const id of Object.values(w.people)) {
        const actor = await w.actor(id);
        const one = made.filter(([, access]) => seesAgendaItem(actor, access)).map(([item]) => item);
        const set = await agendaItemsVisibleTo(store.read, actor).select("agenda_item.id").execute();
        expect(set.map((row) => row.id).sort()).toEqual(one.sort());
      }
    }),
    { numRuns: 25 },
  );
});

async function put(db: Db, w: World, item: Drawn): Promise<[string, AgendaItemAccess]> {
  const group_id = item.inOther ? w.otherGroupId : w.groupId;
  const session_id = await aSession(db, { group_id, round_id: w.roundId, created_by: w.people.organiser });
  for (const name of item.invited) {
    const part = name.toLowerCase().includes("consultant") ? "consultant" : "delegate";
    const isGone = (item.gone as string[]).includes(name);
    const before = (item.changed as string[]).includes(name);
    await aSessionPerson(db, {
      ...{ session_id, account_id: w.people[name], part, removed_at: isGone ? "2026-10-02T08:00:00.000Z" : null },
      // Before the membership is what it is now.
      ...(before ? { invited_at: "2001-01-01T08:00:00.000Z" } : {}),
    });
  }
  const audience = [...(await findParts(db, session_id))];
  const id = await anAgendaItem(db, { session_id, visibility: item.visibility });
  const current = await db.selectFrom("membership").select("account_id").where("group_id", "=", group_id).execute();
  const isCurrent = (account: string) => current.some(({ account_id }) => account_id === account);
  const sitting = audience.filter(([account]) => isCurrent(account));
  return [
    id,
    {
      session: { groupId: group_id, audience: sitting.map(([account]) => account) },
      internal: item.visibility === "internal",
      leaders: sitting.filter(([, part]) => part === "consultant").map(([account]) => account),
    },
  ];
}
