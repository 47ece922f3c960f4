import { describe, expect, it } from "vitest";
import { anonymous } from "#app/domain/access/actor.ts";
import { Forbidden, NotFound, Refused } from "#app/domain/errors.ts";
import { acceptInvitation } from "#app/domain/people/accept-invitation.server.ts";
import {
  findInvitation,
  findInvitations,
  findOpenInvitations,
  stateOf,
} from "#app/domain/people/find-invitation.server.ts";
import { InvitedAlready, inviteMember, withdrawInvitation } from "#app/domain/people/invite-member.server.ts";
import type { InvitationInput } from "#app/domain/people/membership-input.server.ts";
import type { Store } from "#db/store.ts";
import { count, guest, invited, now, self } from "#tests/domain/people/inviting.ts";
import { testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

describe("inviting", () => {
  it("asks before it replaces the open invitation of an address, and says which", async () => {
    const store = testStore();
    const w = await world(store);
    const first = await invited(store, w);
    const organiser = await w.actor(w.people.organiser);
    const again = guest(w, { name: "Guest Again", role: "consultant" });
    const refusal = await inviteMember(store, organiser, again, now).catch((error) => error);
    expect(refusal).toBeInstanceOf(InvitedAlready);
    expect(refusal.earlier).toMatchObject({ id: first.invitationId, name: "Guest", role: "participant" });
    // What somebody saw a while ago is not what is replaced now.
    const stale = inviteMember(store, organiser, { ...again, replaces: "another" }, now);
    await expect(stale).rejects.toThrow(InvitedAlready);
    expect((await findInvitation(store.read, first.token, now)).name).toBe("Guest");
    // To another group, or when the first has run out, there is nothing to ask.
    const elsewhere = { ...again, groupId: w.otherGroupId };
    await inviteMember(store, await w.actor(w.people.administrator), elsewhere, now);
    await inviteMember(store, organiser, again, new Date(now.getTime() + 15 * 86_400_000));
  });

  it("replaces the open invitation that is named; the list goes on saying what became of it", async () => {
    const store = testStore();
    const w = await world(store);
    const first = await invited(store, w);
    const other = await invited(store, w, { address: "second@test.example" });
    const again = await invited(store, w, { name: "Guest Again", replaces: first.invitationId });
    await expect(findInvitation(store.read, first.token, now)).rejects.toThrow(NotFound);
    expect((await findInvitation(store.read, other.token, now)).address).toBe("second@test.example");
    const open = await findOpenInvitations(store.read, await w.actor(w.people.organiser), w.groupId, now);
    expect(open.map(({ id }) => id).sort()).toEqual([other.invitationId, again.invitationId].sort());
    const all = await findInvitations(store.read, await w.actor(w.people.organiser), w.groupId);
    const states = new Map(all.map((invitation) => [invitation.id, stateOf(invitation, now)]));
    expect([first, other, again].map(({ invitationId }) => states.get(invitationId))).toEqual([
      "withdrawn",
      "open",
      "open",
    ]);
    expect(all.map((invitation) => stateOf(invitation, new Date("2026-11-01"))).sort()).toEqual([
      "expired",
      "expired",
      "withdrawn",
    ]);
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
