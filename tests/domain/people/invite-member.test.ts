import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/access/actor.ts";
import { Forbidden, NotFound, Refused } from "#app/domain/errors.ts";
import { acceptInvitation } from "#app/domain/people/accept-invitation.server.ts";
import { findInvitation, findOpenInvitations } from "#app/domain/people/find-invitation.server.ts";
import { inviteMember, withdrawInvitation } from "#app/domain/people/invite-member.server.ts";
import type { InvitationInput } from "#app/domain/people/membership-input.server.ts";
import type { Store } from "#db/store.ts";
import { count, guest, invited, now, self } from "#tests/domain/people/inviting.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

describe("inviting", () => {
  it("replaces the older open invitation of the same person to the same group", async () => {
    const store = testStore();
    const w = await world(store);
    const first = await invited(store, w);
    const other = await invited(store, w, { address: "second@test.example" });
    const again = await invited(store, w, { name: "Guest Again" });
    await expect(findInvitation(store.read, first.token, now)).rejects.toThrow(NotFound);
    expect((await findInvitation(store.read, other.token, now)).address).toBe("second@test.example");
    const open = await findOpenInvitations(store.read, await w.actor(w.people.organiser), w.groupId, now);
    expect(open.map(({ id }) => id).sort()).toEqual([other.invitationId, again.invitationId].sort());
  });

  it("queues one mail without the link, and stores the link only hashed", async () => {
    const store = testStore();
    const w = await world(store);
    const { invitationId, token } = await invited(store, w);
    const mails = await store.read
      .selectFrom("outbox")
      .select(["template", "address", "parameters", "subject_id"])
      .execute();
    expect(mails).toEqual([
      {
        template: "invitation",
        address: "guest@test.example",
        parameters: "{}",
        subject_id: invitationId,
      },
    ]);
    const everything = await dump(store);
    expect(everything).toContain(invitationId);
    expect(everything).not.toContain(token);
  });

  it("keeps names and addresses out of the audit log", async () => {
    const store = testStore();
    const w = await world(store);
    const { token } = await invited(store, w);
    await acceptInvitation(store, anonymous, { ...self, token }, now);
    const events = await store.read.selectFrom("audit_event").selectAll().orderBy("seq").execute();
    expect(events.map(({ event }) => event)).toEqual([
      "invitation.sent",
      "account.created",
      "membership.began",
      "invitation.accepted",
    ]);
    expect(JSON.stringify(events)).not.toMatch(/guest|Nova|@/i);
  });

  const misfits: [string, Partial<InvitationInput>, string][] = [
    ["a delegation that is missing", { beneficiaryId: null }, "beneficiaryId"],
    ["a delegation of nowhere", { beneficiaryId: "nowhere" }, "beneficiaryId"],
    ["an institution of another delegation", { institutionId: "al" }, "institutionId"],
    ["somebody who is a member", { address: "observer@test.example" }, "address"],
  ];
  it.each(misfits)("refuses %s", async (_what, change, field) => {
    const store = testStore();
    const w = await world(store);
    const actor = await w.actor(w.people.organiser);
    const input = guest(w, change.institutionId === "al" ? { institutionId: w.institutions.al } : change);
    const refusal = await inviteMember(store, actor, input, now).catch((error) => error);
    expect(refusal).toBeInstanceOf(Refused);
    expect(refusal.faults.map((fault: { field: string }) => fault.field)).toEqual([field]);
    expect(await count(store, "outbox")).toBe(0);
  });

  it("gives a delegation and its voice to participants only", async () => {
    const store = testStore();
    const w = await world(store);
    const { token } = await invited(store, w, { role: "observer", speaks: true });
    const { accountId } = await acceptInvitation(store, anonymous, { ...self, token }, now);
    expect((await w.actor(accountId)).memberships[0]).toMatchObject({
      role: "observer",
      beneficiaryId: null,
      speaks: false,
    });
  });

  it("is for organisers of the group and administrators; the group of others does not exist", async () => {
    const store = testStore();
    const w = await world(store);
    const tryAs = async (who: keyof World["people"], groupId = w.groupId) =>
      inviteMember(store, await w.actor(w.people[who]), guest(w, { groupId, address: `${who}@new.example` }), now).then(
        () => "done",
        (error) => error.constructor.name,
      );
    expect({
      organiser: await tryAs("organiser"),
      administrator: await tryAs("administrator"),
      participant: await tryAs("speakerBa"),
      consultant: await tryAs("consultant"),
      observer: await tryAs("observer"),
      otherOrganiser: await tryAs("otherOrganiser"),
      noSuchGroup: await tryAs("organiser", "nowhere"),
      noSuchGroupForAdministrator: await tryAs("administrator", "nowhere"),
    }).toEqual({
      organiser: "done",
      administrator: "done",
      participant: Forbidden.name,
      consultant: Forbidden.name,
      observer: Forbidden.name,
      otherOrganiser: NotFound.name,
      noSuchGroup: NotFound.name,
      noSuchGroupForAdministrator: NotFound.name,
    });
  });

  it("can be taken back by those who may invite; the link ends", async () => {
    const store = testStore();
    const w = await world(store);
    const { invitationId, token } = await invited(store, w);
    const other = await w.actor(w.people.otherOrganiser);
    await expect(withdrawInvitation(store, other, { invitationId }, now)).rejects.toThrow(NotFound);
    expect((await findInvitation(store.read, token, now)).id).toBe(invitationId);
    await withdrawInvitation(store, await w.actor(w.people.organiser), { invitationId }, now);
    await expect(acceptInvitation(store, anonymous, { ...self, token }, now)).rejects.toThrow(NotFound);
  });
});

async function dump(store: Store): Promise<string> {
  const tables = ["invitation", "outbox", "audit_event", "idempotency_key", "account"] as const;
  const rows = await Promise.all(tables.map((table) => store.read.selectFrom(table).selectAll().execute()));
  return JSON.stringify(rows);
}
