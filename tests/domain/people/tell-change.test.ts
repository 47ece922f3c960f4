import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/access/actor.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { acceptInvitation } from "#app/domain/people/accept-invitation.server.ts";
import { joinGroup } from "#app/domain/people/add-member.server.ts";
import { changeMembership, endMembership, returnMember } from "#app/domain/people/change-membership.server.ts";
import { deactivateAccount, reactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { findFormerMembers } from "#app/domain/people/find-members.server.ts";
import { findChanges } from "#app/domain/people/membership-changes.server.ts";
import { changesBetween } from "#app/domain/people/tell-change.server.ts";
import type { Store } from "#db/store.ts";
import { invited, now, self } from "#tests/domain/people/inviting.ts";
import { plain } from "#tests/domain/people/joining.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

/** Mails about memberships, as template and recipient. */
async function told(store: Store): Promise<string[]> {
  const rows = await store.read
    .selectFrom("outbox")
    .select(["template", "address"])
    .where("template", "like", "membership-%")
    .execute();
  return rows.map(({ template, address }) => `${template} ${address.split("@")[0]}`).sort();
}

/** What a person finds on the page of the group. */
async function seen(store: Store, w: World, who: keyof World["people"]): Promise<string[]> {
  const changes = await findChanges(store.read, await w.actor(w.people[who]), w.groupId, now);
  return changes.map(({ kind, name }) => `${kind} ${name}`).sort();
}

async function membershipOf(store: Store, w: World, who: keyof World["people"]): Promise<string> {
  const membership = store.read.selectFrom("membership").select("id").where("account_id", "=", w.people[who]);
  return (await membership.where("ended_at", "is", null).executeTakeFirstOrThrow()).id;
}

describe("a new voice of a delegation", () => {
  it("is told to the whole delegation, whose consent it can give, and to nobody else", async () => {
    const store = testStore();
    const w = await world(store);
    const { token } = await invited(store, w, { name: "Puppet" });
    expect(await told(store)).toEqual([]);
    await acceptInvitation(store, anonymous, { ...self, token }, now);
    expect(await told(store)).toEqual(["membership-changed participantba", "membership-changed speakerba"]);
    for (const who of ["speakerBa", "participantBa", "organiser"] as const) {
      expect([who, await seen(store, w, who)]).toEqual([who, ["speaker Nova Članica"]]);
    }
    for (const who of ["speakerAl", "consultant", "observer", "otherOrganiser"] as const) {
      expect([who, await seen(store, w, who)]).toEqual([who, []]);
    }
    // It says who invited, not that the puppet did it alone.
    const [change] = await findChanges(store.read, await w.actor(w.people.speakerBa), w.groupId, now);
    expect(change).toMatchObject({ by: "organiser", reason: "" });
  });

  it("is told as well when a member begins to speak, or comes from another delegation", async () => {
    const store = testStore();
    const w = await world(store);
    const organiser = await w.actor(w.people.organiser);
    const { ba, al } = w.beneficiaries;
    const standing = { role: "participant", beneficiaryId: ba, institutionId: null, speaks: true } as const;
    const membershipId = await membershipOf(store, w, "participantBa");
    await changeMembership(store, organiser, { ...standing, membershipId }, now);
    expect(await told(store)).toEqual(["membership-changed speakerba"]);
    const moved = { ...standing, beneficiaryId: al, membershipId: await membershipOf(store, w, "speakerBa") };
    await changeMembership(store, organiser, { ...moved, speaks: false }, now);
    expect(await seen(store, w, "participantBa")).toEqual(["gone speakerBa", "speaker participantBa"].sort());
    expect(await seen(store, w, "speakerAl")).toEqual(["member speakerBa"]);
    expect(await seen(store, w, "participantAl")).toEqual([]);
  });
});

it("tells of each change what it opens, and nothing where nothing opens", () => {
  const of = (role: "participant" | "organiser" | "observer", beneficiary_id: string | null, speaks: 0 | 1 = 0) => ({
    ...{ role, beneficiary_id, speaks },
  });
  const kinds = (...standings: Parameters<typeof changesBetween>) =>
    changesBetween(...standings).map(({ kind, beneficiaryId }) => [kind, beneficiaryId]);
  expect(kinds(null, of("observer", null))).toEqual([]);
  expect(kinds(null, of("participant", "a"))).toEqual([["member", "a"]]);
  expect(kinds(of("participant", "a"), of("participant", "a"))).toEqual([]);
  expect(kinds(of("participant", "a", 1), of("participant", "a"))).toEqual([["silent", "a"]]);
  expect(kinds(of("participant", "a"), of("participant", "a", 1))).toEqual([["speaker", "a"]]);
  expect(kinds(of("participant", "a", 1), of("participant", "b", 1))).toEqual([
    ["gone", "a"],
    ["speaker", "b"],
  ]);
  expect(kinds(of("participant", "a", 1), of("organiser", null))).toEqual([
    ["gone", "a"],
    ["organiser", null],
  ]);
  expect(kinds(of("organiser", null), of("organiser", null))).toEqual([]);
  expect(kinds(of("participant", "a"), null)).toEqual([["left", "a"]]);
  expect(kinds(of("participant", "a", 1), null)).toEqual([["gone", "a"]]);
});

describe("a voice that a delegation loses", () => {
  it("is told to the person and to the whole delegation", async () => {
    const store = testStore();
    const w = await world(store);
    const membershipId = await membershipOf(store, w, "speakerBa");
    const standing = { role: "participant", beneficiaryId: w.beneficiaries.ba, institutionId: null } as const;
    const organiser = await w.actor(w.people.organiser);
    await changeMembership(store, organiser, { ...standing, speaks: false, membershipId }, now);
    expect(await told(store)).toEqual(["membership-changed participantba", "membership-changed speakerba"]);
    for (const who of ["speakerBa", "participantBa", "organiser"] as const) {
      expect([who, await seen(store, w, who)]).toEqual([who, ["silent speakerBa"]]);
    }
    expect(await seen(store, w, "speakerAl")).toEqual([]);
  });

  it("is told to the delegation when the account is shut, once, and when it is opened again", async () => {
    const store = testStore();
    const w = await world(store);
    const administrator = await w.actor(w.people.administrator);
    const account = { accountId: w.people.speakerBa };
    await deactivateAccount(store, administrator, account, now);
    await deactivateAccount(store, administrator, account, now);
    expect(await told(store)).toEqual(["membership-changed participantba"]);
    expect(await seen(store, w, "participantBa")).toEqual(["shut speakerBa"]);
    await reactivateAccount(store, administrator, account, now);
    expect(await seen(store, w, "participantBa")).toEqual(["shut speakerBa", "speaker speakerBa"]);
  });
});

describe("an administrator who joins", () => {
  it("is told to every member, with the reason, and the log points to it", async () => {
    const store = testStore();
    const w = await world(store);
    const administrator = await w.actor(w.people.administrator);
    const input = { ...plain, groupId: w.groupId, reason: "The organiser is ill." };
    await joinGroup(store, administrator, input, now);
    const members = ["consultant", "observer", "organiser", "participantal", "participantba", "secondconsultant"];
    const everybody = [...members, "speakeral", "speakerba"].map((name) => `membership-changed ${name}`);
    expect(await told(store)).toEqual(everybody);
    const [change] = await findChanges(store.read, await w.actor(w.people.observer), w.groupId, now);
    expect(change).toMatchObject({ kind: "administrator", reason: "The organiser is ill.", name: "administrator" });
    const event = await store.read
      .selectFrom("audit_event")
      .select(["actor_id", "group_id", "details"])
      .where("event", "=", "membership.joined-by-administrator")
      .executeTakeFirstOrThrow();
    expect(event).toEqual({
      actor_id: w.people.administrator,
      group_id: w.groupId,
      details: JSON.stringify({ change: change?.id }),
    });
    await expect(joinGroup(store, administrator, input, now)).rejects.toThrow(Refused);
    await expect(joinGroup(store, await w.actor(w.people.organiser), input, now)).rejects.toThrow(NotFound);
  });
});

describe("a membership that ends", () => {
  it("is told to the person, is listed as former, and can be brought back without a voice", async () => {
    const store = testStore();
    const w = await world(store);
    const organiser = await w.actor(w.people.organiser);
    const membershipId = await membershipOf(store, w, "speakerBa");
    await endMembership(store, organiser, { membershipId }, now);
    expect(await told(store)).toEqual(["membership-changed participantba", "membership-ended speakerba"]);
    const former = await findFormerMembers(store.read, organiser, w.groupId);
    expect(former.map(({ name, canReturn }) => [name, canReturn])).toEqual([["speakerBa", true]]);
    await expect(returnMember(store, await w.actor(w.people.otherOrganiser), { membershipId }, now)).rejects.toThrow(
      NotFound,
    );
    await returnMember(store, organiser, { membershipId }, now);
    expect((await w.actor(w.people.speakerBa)).memberships).toMatchObject([
      { role: "participant", beneficiaryCode: "ba", speaks: false },
    ]);
    expect(await findFormerMembers(store.read, organiser, w.groupId)).toEqual([]);
    await expect(returnMember(store, organiser, { membershipId }, now)).rejects.toThrow(Refused);
  });
});
