import { beforeEach, expect, it } from "vitest";
import { sourceIsVisible } from "#app/domain/access/attribution.server.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { changeMembership, endMembership, returnMember } from "#app/domain/people/change-membership.server.ts";
import type { MembershipInput } from "#app/domain/people/membership-input.server.ts";
import { changeAudience, findParts } from "#app/domain/sessions/audience.server.ts";
import { findInvited } from "#app/domain/sessions/session-people.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { aContribution } from "#tests/support/factories/contributions.ts";
import { aSession } from "#tests/support/factories/sessions.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

const now = new Date("2026-06-01T10:00:00.000Z");
const later = new Date("2026-06-02T10:00:00.000Z");
let store: Store;
let w: World;
let past: string;
let coming: string;

beforeEach(async () => {
  store = testStore();
  w = await world(store);
  const session = (startsAt: string) =>
    writeTransaction(store, (db) =>
      aSession(db, {
        ...{ group_id: w.groupId, round_id: w.roundId, created_by: w.people.organiser, starts_at: startsAt },
        ...{ beneficiary_id: w.beneficiaries.al, delegates: [w.people.participantAl, w.people.consultant] },
      }),
    );
  past = await session("2026-03-04T08:00:00.000Z");
  coming = await session("2026-11-04T08:00:00.000Z");
});

const seenBy = async (account: string) => {
  const seen = await sessionsVisibleTo(store.read, await w.actor(account))
    .select("session.id")
    .execute();
  return seen.map(({ id }) => id).sort();
};
const both = () => [past, coming].sort();

async function become(account: string, standing: Partial<MembershipInput>, at = now) {
  const { id } = await store.read
    .selectFrom("membership")
    .select("id")
    .where("account_id", "=", account)
    .where("ended_at", "is", null)
    .executeTakeFirstOrThrow();
  const input = { role: "observer" as const, beneficiaryId: null, institutionId: null, speaks: false, ...standing };
  await changeMembership(store, await w.actor(w.people.organiser), { ...input, membershipId: id }, at);
  return id;
}

it("opens no session of before to who has gone to another delegation, nor what came from it", async () => {
  const { participantAl } = w.people;
  await writeTransaction(store, (db) =>
    aContribution(db, {
      ...{ group_id: w.groupId, author_id: w.people.consultant, beneficiary: "al", sharing: "group" },
      ...{ delegation_id: w.beneficiaries.al, session_id: past, round_id: w.roundId, attribution: "group" },
    }),
  );
  const seesSource = async () => {
    const actor = await w.actor(participantAl);
    const visible = contributionsVisibleTo(store.read, actor);
    const row = await visible
      .select((eb) => eb.and([sourceIsVisible(eb, actor)]).as("source"))
      .executeTakeFirstOrThrow();
    return Boolean(row.source);
  };
  expect([await seenBy(participantAl), await seesSource()]).toEqual([both(), true]);
  await become(participantAl, { role: "participant", beneficiaryId: w.beneficiaries.ba });
  expect([await seenBy(participantAl), await seesSource()]).toEqual([[], false]);
});

it("opens none to a consultant who only observes from now on", async () => {
  expect(await seenBy(w.people.consultant)).toEqual(both());
  await become(w.people.consultant, {});
  expect(await seenBy(w.people.consultant)).toEqual([]);
});

it("opens none to who comes back, in whatever role, until invited again", async () => {
  const { participantAl, organiser } = w.people;
  const id = await become(participantAl, { role: "participant", beneficiaryId: w.beneficiaries.al });
  expect(await seenBy(participantAl)).toEqual(both());
  await endMembership(store, await w.actor(organiser), { membershipId: id }, now);
  await returnMember(store, await w.actor(organiser), { membershipId: id }, later);
  expect(await seenBy(participantAl)).toEqual([]);
  await writeTransaction(store, async (db) => {
    const before = await findParts(db, coming);
    expect([...before.keys()]).toEqual([w.people.consultant]);
    const after = new Map([...before, [participantAl, "delegate" as const]]);
    await changeAudience(db, coming, before, after, later.toISOString());
  });
  expect(await seenBy(participantAl)).toEqual([coming]);
});

it("leaves sessions to who speaks from now on, or changes institution", async () => {
  const { participantAl } = w.people;
  await become(participantAl, { role: "participant", beneficiaryId: w.beneficiaries.al, speaks: true });
  expect(await seenBy(participantAl)).toEqual(both());
});

it("names who was there on the page of a session that is over, and not who is expected no longer", async () => {
  await become(w.people.participantAl, { role: "participant", beneficiaryId: w.beneficiaries.ba });
  const people = await findInvited(store.read, [past, coming]);
  expect(
    people
      .get(past)
      ?.map(({ accountId }) => accountId)
      .sort(),
  ).toEqual([w.people.participantAl, w.people.consultant].sort());
  expect(people.get(coming)?.map(({ accountId }) => accountId)).toEqual([w.people.consultant]);
});
