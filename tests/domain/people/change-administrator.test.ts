import { expect, it } from "vitest";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { changeAdministrator } from "#app/domain/people/change-administrator.server.ts";
import { helpWithPassword } from "#app/domain/people/request-password-reset.server.ts";
import { now } from "#tests/domain/people/inviting.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const reason = "Lost the telephone with the password.";

it("lets an administrator make another, who is told, and end that again; nobody ends their own", async () => {
  const store = testStore();
  const w = await world(store);
  const administrator = await w.actor(w.people.administrator);
  const observer = w.people.observer;
  await changeAdministrator(store, administrator, { accountId: observer, administers: true }, now);
  expect((await w.actor(observer)).isAdministrator).toBe(true);
  const outbox = () => store.read.selectFrom("outbox").select(["template", "address"]).execute();
  expect(await outbox()).toEqual([{ template: "administrators-changed", address: "observer@test.example" }]);
  const own = { accountId: w.people.administrator, administers: false };
  await expect(changeAdministrator(store, administrator, own, now)).rejects.toThrow(Refused);
  await changeAdministrator(store, await w.actor(observer), own, now);
  expect((await w.actor(w.people.administrator)).isAdministrator).toBe(false);
  const events = await store.read.selectFrom("audit_event").select(["event", "actor_id"]).orderBy("seq").execute();
  expect(events).toEqual([
    { event: "account.made-administrator", actor_id: w.people.administrator },
    { event: "account.ended-administrator", actor_id: observer },
  ]);
  const refused = changeAdministrator(store, await w.actor(w.people.organiser), { ...own, administers: true }, now);
  await expect(refused).rejects.toThrow(NotFound);
});

it("lets an administrator help with a password, by mail or by a link, and the log says who", async () => {
  const store = testStore();
  const w = await world(store);
  const administrator = await w.actor(w.people.administrator);
  const accountId = w.people.observer;
  await helpWithPassword(store, administrator, { accountId, byMail: false, reason }, now);
  const links = () =>
    store.read
      .selectFrom("outbox")
      .select(["template", "recipient_id"])
      .where("template", "=", "password-reset")
      .execute();
  expect(await links()).toEqual([]);
  await helpWithPassword(store, administrator, { accountId, byMail: true, reason }, now);
  expect(await links()).toEqual([{ template: "password-reset", recipient_id: accountId }]);
  const events = await store.read.selectFrom("audit_event").select(["event", "actor_id"]).execute();
  const made = { event: "password-reset.made", actor_id: administrator.accountId };
  expect(events).toEqual([made, made]);
  const organiser = await w.actor(w.people.organiser);
  await expect(helpWithPassword(store, organiser, { accountId, byMail: true, reason }, now)).rejects.toThrow(NotFound);
});

it("makes no link to pass on for organisers and administrators, whom a mail has to reach", async () => {
  const store = testStore();
  const w = await world(store);
  const administrator = await w.actor(w.people.administrator);
  await changeAdministrator(store, administrator, { accountId: w.people.observer, administers: true }, now);
  for (const accountId of [w.people.organiser, w.people.observer, w.people.administrator]) {
    await expect(helpWithPassword(store, administrator, { accountId, byMail: false, reason }, now)).rejects.toThrow(
      Refused,
    );
    await helpWithPassword(store, administrator, { accountId, byMail: true, reason }, now);
  }
  const accountId = w.people.consultant;
  expect(await helpWithPassword(store, administrator, { accountId, byMail: false, reason }, now)).toEqual({
    accountId,
  });
});
