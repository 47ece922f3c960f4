import { expect, it } from "vitest";
import { findFeedSessions } from "#app/domain/sessions/find-feed-sessions.server.ts";
import type { News } from "#app/domain/sessions/session-news.ts";
import { noteTold } from "#app/domain/sessions/session-told.server.ts";
import type { FeedScope } from "#app/domain/tokens/feed-scope.ts";
import { writeTransaction } from "#db/store.ts";
import { aSession } from "#tests/support/factories/sessions.ts";
import { testStore, writing } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

const now = new Date("2026-11-01T08:00:00.000Z");
const own: FeedScope = { scope: "own", groupId: null, beneficiaryId: null };
const days = (count: number) => new Date(now.getTime() + count * 86_400_000).toISOString();

async function prepared() {
  const store = testStore();
  const w = await world(store);
  const session = (given: object, delegates: string[] = [w.people.participantBa]) =>
    writeTransaction(store, (db) =>
      aSession(db, {
        ...{ group_id: w.groupId, round_id: w.roundId, created_by: w.people.organiser },
        ...{ beneficiary_id: w.beneficiaries.ba, delegates, ...given },
      }),
    );
  const found = async (who: keyof World["people"], scope: FeedScope) =>
    (await findFeedSessions(store.read, await w.actor(w.people[who]), scope, now)).map(({ id }) => id);
  return { store, w, session, found };
}

it("holds what its owner sees of what it is of", async () => {
  const { w, session, found } = await prepared();
  const ba = await session({ starts_at: days(1) });
  const al = await session({ starts_at: days(2), beneficiary_id: w.beneficiaries.al }, [w.people.participantAl]);
  const plenary = await session({ starts_at: days(3), beneficiary_id: null }, [
    ...[w.people.participantBa, w.people.participantAl, w.people.organiser],
  ]);
  const group: FeedScope = { scope: "group", groupId: w.groupId, beneficiaryId: null };
  const delegation: FeedScope = { scope: "delegation", groupId: w.groupId, beneficiaryId: w.beneficiaries.al };
  const all = { own, group, delegation };
  const seen = async (who: keyof World["people"]) =>
    Object.fromEntries(
      await Promise.all(Object.entries(all).map(async ([name, one]) => [name, await found(who, one)])),
    );
  expect(await seen("organiser")).toEqual({ own: [plenary], group: [ba, al, plenary], delegation: [al] });
  expect(await seen("participantBa")).toEqual({ own: [ba, plenary], group: [ba, plenary], delegation: [] });
  expect(await seen("participantAl")).toEqual({ own: [al, plenary], group: [al, plenary], delegation: [al] });
  const nothing = { own: [], group: [], delegation: [] };
  for (const who of ["observer", "consultant", "otherOrganiser", "administrator"] as const) {
    expect([who, await seen(who)]).toEqual([who, nothing]);
  }
});

it("goes back ninety days, and shows what was cancelled for thirty", async () => {
  const { session, found } = await prepared();
  const cancelled = { starts_at: days(5), status: "cancelled", cancellation_reason: "x" } as const;
  const wanted = [
    await session({ starts_at: days(-89) }),
    await session({ ...cancelled, updated_at: days(-29) }),
    await session({ starts_at: days(400) }),
  ];
  await session({ starts_at: days(-91) });
  await session({ ...cancelled, updated_at: days(-31) });
  expect(await found("participantBa", own)).toEqual(wanted);
});

it("forgets a session when its owner is not expected any more", async () => {
  const { store, session, found } = await prepared();
  const id = await session({ starts_at: days(1) });
  expect(await found("participantBa", own)).toEqual([id]);
  await writing(store).updateTable("session_person").set({ removed_at: now.toISOString() }).execute();
  expect(await found("participantBa", own)).toEqual([]);
});

it("counts SEQUENCE at least as far as the mails to its owner did", async () => {
  const { store, w, session } = await prepared();
  const id = await session({ starts_at: days(1), sequence: 2 });
  const says: News = {
    ...({ what: "moved", method: "REQUEST", attribution: "beneficiary" } as const),
    ...{ startsAt: days(1), endsAt: days(1), language: "en", joinLink: null },
    ...{ previousStartsAt: null, sequence: 5, stamp: days(0) },
  };
  const before = { told: null, tried: null };
  const seat = { sessionId: id, accountId: w.people.participantBa };
  await writeTransaction(store, (db) => noteTold(db, seat, { says, outcome: "trying", before }));
  const sequence = async (who: keyof World["people"], scope: FeedScope) =>
    (await findFeedSessions(store.read, await w.actor(w.people[who]), scope, now)).map((one) => one.sequence);
  expect(await sequence("participantBa", own)).toEqual([5]);
  expect(await sequence("organiser", { scope: "group", groupId: w.groupId, beneficiaryId: null })).toEqual([2]);
});
