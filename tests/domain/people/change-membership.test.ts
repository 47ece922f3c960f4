import { describe, expect, it } from "vitest";
import { Forbidden, NotFound, Refused } from "#app/domain/errors.ts";
import { addMember } from "#app/domain/people/add-member.server.ts";
import { changeMembership, endMembership } from "#app/domain/people/change-membership.server.ts";
import { deactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { findMember } from "#app/domain/people/find-members.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { now, plain } from "#tests/domain/people/joining.ts";
import { aSession, aSessionPerson } from "#tests/support/factories/sessions.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

const nameOf = (error: unknown) => (error as Error).constructor.name;

describe("ending", () => {
  it("cuts access at once, for this group alone, and keeps the row", async () => {
    const store = testStore();
    const w = await world(store);
    const { participantBa, organiser, administrator } = w.people;
    const both = { ...plain, role: "participant", beneficiaryId: w.beneficiaries.ba } as const;
    await addMember(
      store,
      await w.actor(administrator),
      { ...both, groupId: w.otherGroupId, accountId: participantBa },
      now,
    );
    const id = await membershipId(store, participantBa, w.groupId);
    await endMembership(store, await w.actor(organiser), { membershipId: id }, now);
    expect((await w.actor(participantBa)).memberships.map(({ groupId }) => groupId)).toEqual([w.otherGroupId]);
    const row = await store.read.selectFrom("membership").select("ended_at").where("id", "=", id).executeTakeFirst();
    expect(row).toEqual({ ended_at: now.toISOString() });
    const again = endMembership(store, await w.actor(organiser), { membershipId: id }, now);
    await expect(again).rejects.toThrow(NotFound);
  });

  it("tells how many sessions to come the person is expected in", async () => {
    const store = testStore();
    const w = await world(store);
    const { participantBa, participantAl, organiser } = w.people;
    const actor = await w.actor(organiser);
    const expected = async (person: string) => {
      const id = await membershipId(store, person, w.groupId);
      return (await findMember(store.read, actor, id, now)).futureSessions;
    };
    await session(store, w, "2026-11-04T08:00:00.000Z", participantBa);
    await session(store, w, "2026-11-05T08:00:00.000Z", participantBa);
    await session(store, w, "2026-09-01T08:00:00.000Z", participantBa);
    await session(store, w, "2026-11-06T08:00:00.000Z", participantBa, { status: "cancelled" });
    await session(store, w, "2026-11-06T08:00:00.000Z", participantBa, { removed: true });
    await session(store, w, "2026-11-06T08:00:00.000Z", participantAl);
    expect(await expected(participantBa)).toBe(2);
    expect(await expected(participantAl)).toBe(1);
    expect(await expected(w.people.observer)).toBe(0);
  });

  it("keeps the rows of sessions the person was invited to", async () => {
    const store = testStore();
    const w = await world(store);
    await session(store, w, "2026-11-04T08:00:00.000Z", w.people.participantBa);
    const id = await membershipId(store, w.people.participantBa, w.groupId);
    await endMembership(store, await w.actor(w.people.organiser), { membershipId: id }, now);
    const rows = await store.read.selectFrom("session_person").select(["account_id", "removed_at"]).execute();
    expect(rows).toEqual([{ account_id: w.people.participantBa, removed_at: null }]);
  });
});

describe("the last organiser", () => {
  it("can be neither demoted nor removed, by nobody", async () => {
    const store = testStore();
    const w = await world(store);
    const id = await membershipId(store, w.people.organiser, w.groupId);
    for (const who of [w.people.organiser, w.people.administrator]) {
      const actor = await w.actor(who);
      await expect(endMembership(store, actor, { membershipId: id }, now)).rejects.toThrow(Refused);
      await expect(changeMembership(store, actor, { ...plain, membershipId: id }, now)).rejects.toThrow(Refused);
    }
    expect((await w.actor(w.people.organiser)).memberships[0]?.role).toBe("organiser");
  });

  it("can go once there is another one who can sign in", async () => {
    const store = testStore();
    const w = await world(store);
    const actor = await w.actor(w.people.organiser);
    const organiser = await membershipId(store, w.people.organiser, w.groupId);
    const observer = await membershipId(store, w.people.observer, w.groupId);
    await changeMembership(store, actor, { ...plain, role: "organiser", membershipId: observer }, now);
    const administrator = await w.actor(w.people.administrator);
    await deactivateAccount(store, administrator, { accountId: w.people.observer }, now);
    await expect(endMembership(store, actor, { membershipId: organiser }, now)).rejects.toThrow(Refused);
    const consultant = await membershipId(store, w.people.consultant, w.groupId);
    await changeMembership(store, actor, { ...plain, role: "organiser", membershipId: consultant }, now);
    await endMembership(store, actor, { membershipId: organiser }, now);
    expect((await w.actor(w.people.organiser)).memberships).toEqual([]);
  });

  it("is counted per group: organisers of other groups do not help", async () => {
    const store = testStore();
    const w = await world(store);
    const id = await membershipId(store, w.people.otherOrganiser, w.otherGroupId);
    const actor = await w.actor(w.people.otherOrganiser);
    await expect(endMembership(store, actor, { membershipId: id }, now)).rejects.toThrow(Refused);
  });
});

it("changes a role at once, and takes delegation and voice from roles that have none", async () => {
  const store = testStore();
  const w = await world(store);
  const id = await membershipId(store, w.people.speakerBa, w.groupId);
  const input = { role: "consultant", beneficiaryId: w.beneficiaries.ba, institutionId: null, speaks: true } as const;
  await changeMembership(store, await w.actor(w.people.organiser), { ...input, membershipId: id }, now);
  expect((await w.actor(w.people.speakerBa)).memberships).toMatchObject([
    { role: "consultant", beneficiaryId: null, speaks: false },
  ]);
});

it("lets organisers of the group and administrators manage; others get what does not exist, or no", async () => {
  const store = testStore();
  const w = await world(store);
  const id = await membershipId(store, w.people.observer, w.groupId);
  const tryAs = async (who: keyof World["people"]) => {
    const actor = await w.actor(w.people[who]);
    const errors = await Promise.all([
      findMember(store.read, actor, id, now).then(() => "done", nameOf),
      changeMembership(store, actor, { ...plain, membershipId: id }, now).then(() => "done", nameOf),
      endMembership(store, actor, { membershipId: "nobody" }, now).then(() => "done", nameOf),
    ]);
    return errors;
  };
  expect(await tryAs("organiser")).toEqual(["done", "done", NotFound.name]);
  expect(await tryAs("administrator")).toEqual(["done", "done", NotFound.name]);
  expect(await tryAs("consultant")).toEqual([Forbidden.name, Forbidden.name, NotFound.name]);
  expect(await tryAs("otherOrganiser")).toEqual([NotFound.name, NotFound.name, NotFound.name]);
});

async function membershipId(store: Store, accountId: string, groupId: string): Promise<string> {
  const row = await store.read
    .selectFrom("membership")
    .select("id")
    .where("account_id", "=", accountId)
    .where("group_id", "=", groupId)
    .executeTakeFirstOrThrow();
  return row.id;
}

async function session(
  store: Store,
  w: World,
  startsAt: string,
  person: string,
  state: { status?: "scheduled" | "cancelled"; removed?: boolean } = {},
): Promise<void> {
  const { status = "scheduled", removed } = state;
  await writeTransaction(store, async (db) => {
    const own = { group_id: w.groupId, round_id: w.roundId, created_by: w.people.organiser };
    const session_id = await aSession(db, { ...own, starts_at: startsAt, status });
    const removed_at = removed ? now.toISOString() : null;
    await aSessionPerson(db, { session_id, account_id: person, removed_at });
  });
}
