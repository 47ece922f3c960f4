import { describe, expect, it } from "vitest";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import { deactivateAccount, reactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { findAccounts } from "#app/domain/people/find-accounts.server.ts";
import { now, signIn, signIns } from "#tests/domain/people/ana.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

describe("deactivating", () => {
  it("ends sign-ins at once and makes the account nobody, until it is opened again", async () => {
    const store = testStore();
    const w = await world(store);
    const { administrator, speakerBa, speakerAl } = w.people;
    await signIn(store, speakerBa, "open tab");
    await signIn(store, speakerAl, "neighbour");
    const actor = await w.actor(administrator);
    await deactivateAccount(store, actor, { accountId: speakerBa }, now);
    expect(await signIns(store)).toEqual([sha256("neighbour")]);
    expect(await w.actor(speakerBa)).toEqual({ accountId: null, isAdministrator: false, memberships: [] });
    expect((await w.actor(speakerAl)).memberships).toHaveLength(1);
    await reactivateAccount(store, actor, { accountId: speakerBa }, now);
    expect((await w.actor(speakerBa)).memberships).toMatchObject([{ groupId: w.groupId, speaks: true }]);
    const events = await store.read.selectFrom("audit_event").select(["event", "subject_id"]).orderBy("seq").execute();
    expect(events).toEqual([
      { event: "account.deactivated", subject_id: speakerBa },
      { event: "account.reactivated", subject_id: speakerBa },
    ]);
  });

  it("is not for oneself, and for others than administrators there is no such thing", async () => {
    const store = testStore();
    const w = await world(store);
    const { administrator, organiser, observer } = w.people;
    const self = deactivateAccount(store, await w.actor(administrator), { accountId: administrator }, now);
    await expect(self).rejects.toThrow(Refused);
    const other = deactivateAccount(store, await w.actor(organiser), { accountId: observer }, now);
    await expect(other).rejects.toThrow(NotFound);
    await expect(findAccounts(store.read, await w.actor(organiser))).rejects.toThrow(NotFound);
    expect(await findAccounts(store.read, await w.actor(administrator))).toHaveLength(12);
  });
});
