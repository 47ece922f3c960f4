import { describe, expect, it } from "vitest";
import { Forbidden, NotFound, Refused } from "#app/domain/errors.ts";
import { addMember } from "#app/domain/people/add-member.server.ts";
import { changeMembership, endMembership } from "#app/domain/people/change-membership.server.ts";
import { chooseGroup } from "#app/domain/people/choose-group.server.ts";
import { deactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { findMember, findMembers } from "#app/domain/people/find-members.server.ts";
import type { MembershipInput } from "#app/domain/people/membership-input.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { anAccount } from "#tests/support/factories/people.ts";
import { aSession, aSessionPerson } from "#tests/support/factories/sessions.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

const now = new Date("2026-10-01T08:00:00.000Z");
const reader = { locale: "en", collator: new Intl.Collator("bs") };
const plain: MembershipInput = { role: "observer", beneficiaryId: null, institutionId: null, speaks: false };

async function membershipId(store: Store, accountId: string, groupId: string): Promise<string> {
  const row = await store.read
    .selectFrom("membership")
    .select("id")
    .where("account_id", "=", accountId)
    .where("group_id", "=", groupId)
    .executeTakeFirstOrThrow();
  return row.id;
}

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

describe("the roster", () => {
  it("shows everybody names and roles, addresses only to those who manage", async () => {
    const store = testStore();
    const w = await world(store);
    const seenBy = async (who: keyof World["people"]) =>
      findMembers(store.read, await w.actor(w.people[who]), w.groupId, reader);
    const observer = await seenBy("observer");
    expect(observer.map(({ name, role, delegation, speaks }) => [name, role, delegation, speaks])).toEqual([
      ["consultant", "consultant", null, false],
      ["observer", "observer", null, false],
      ["organiser", "organiser", null, false],
      ["participantAl", "participant", "Albania", false],
      ["participantBa", "participant", "Bosnia and Herzegovina", false],
      ["secondConsultant", "consultant", null, false],
      ["speakerAl", "participant", "Albania", true],
      ["speakerBa", "participant", "Bosnia and Herzegovina", true],
    ]);
    expect(observer.map(({ address }) => address)).toEqual(observer.map(() => null));
    expect((await seenBy("organiser")).map(({ address }) => address)).toEqual(
      observer.map(({ name }) => `${name.toLowerCase()}@test.example`),
    );
    await expect(seenBy("otherOrganiser")).rejects.toThrow(NotFound);
  });

  it("names a beneficiary with its mark and sorts by the alphabet of the reader", async () => {
    const store = testStore();
    const w = await world(store);
    const administrator = await w.actor(w.people.administrator);
    const names = ["Žarko", "Zlata", "Čedo", "Cvita"];
    for (const name of names) {
      const accountId = await account(store, name);
      const input = { ...plain, role: "participant", beneficiaryId: w.beneficiaries.xk } as const;
      await addMember(store, administrator, { ...input, groupId: w.groupId, accountId }, now);
    }
    const roster = await findMembers(store.read, await w.actor(w.people.observer), w.groupId, reader);
    const added = roster.filter(({ name }) => names.includes(name));
    expect(added.map(({ name, delegation }) => [name, delegation])).toEqual([
      ["Cvita", "Kosovo*"],
      ["Čedo", "Kosovo*"],
      ["Zlata", "Kosovo*"],
      ["Žarko", "Kosovo*"],
    ]);
  });

  it("shows shut accounts to those who manage, marked, and to nobody else", async () => {
    const store = testStore();
    const w = await world(store);
    const administrator = await w.actor(w.people.administrator);
    await deactivateAccount(store, administrator, { accountId: w.people.participantAl }, now);
    const named = async (who: keyof World["people"]) =>
      (await findMembers(store.read, await w.actor(w.people[who]), w.groupId, reader))
        .filter(({ name }) => name === "participantAl")
        .map(({ deactivated }) => deactivated);
    expect(await named("organiser")).toEqual([true]);
    expect(await named("observer")).toEqual([]);
  });
});

describe("joining without an invitation", () => {
  it("is for administrators, who may add themselves, with an event that says so", async () => {
    const store = testStore();
    const w = await world(store);
    const { administrator, organiser, otherConsultant } = w.people;
    const input = { ...plain, groupId: w.groupId };
    const refused = addMember(store, await w.actor(organiser), { ...input, accountId: otherConsultant }, now);
    await expect(refused).rejects.toThrow(NotFound);
    await addMember(store, await w.actor(administrator), { ...input, accountId: administrator }, now);
    expect((await w.actor(administrator)).memberships.map(({ role }) => role)).toEqual(["observer"]);
    const events = await store.read
      .selectFrom("audit_event")
      .select(["actor_id", "event", "group_id", "details"])
      .execute();
    expect(events.map((row) => ({ ...row, details: JSON.parse(row.details) }))).toEqual([
      {
        actor_id: administrator,
        event: "membership.began",
        group_id: w.groupId,
        details: { account: administrator, role: "observer", beneficiary: null },
      },
    ]);
    const twice = addMember(store, await w.actor(administrator), { ...input, accountId: administrator }, now);
    await expect(twice).rejects.toThrow(Refused);
  });
});

it("opens only one's own groups", async () => {
  const store = testStore();
  const w = await world(store);
  const actor = await w.actor(w.people.organiser);
  await expect(chooseGroup(store, actor, w.otherGroupId)).rejects.toThrow(NotFound);
  await expect(chooseGroup(store, actor, "nowhere")).rejects.toThrow(NotFound);
  await chooseGroup(store, actor, w.groupId);
  const rows = await store.read.selectFrom("account").select("id").where("current_group_id", "=", w.groupId).execute();
  expect(rows).toEqual([{ id: w.people.organiser }]);
});

function account(store: Store, name: string): Promise<string> {
  return writeTransaction(store, (db) => anAccount(db, { name, locale: "bs", zone: "UTC" }));
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
