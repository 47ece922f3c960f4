import { expect, it } from "vitest";
import { sha256 } from "#app/domain/identity.server.ts";
import { changePassword } from "#app/domain/people/change-password.server.ts";
import { deactivateAccount } from "#app/domain/people/deactivate-account.server.ts";
import { mintReset } from "#app/domain/people/mint-secrets.server.ts";
import { resetPassword } from "#app/domain/people/reset-password.server.ts";
import { checkFeed } from "#app/domain/tokens/check-feed.server.ts";
import { createFeed } from "#app/domain/tokens/create-feed.server.ts";
import { feedInput } from "#app/domain/tokens/feed-input.ts";
import { MAX_FEEDS } from "#app/domain/tokens/feed-rules.ts";
import { findFeedChoices } from "#app/domain/tokens/find-feed-choices.server.ts";
import { findFeeds } from "#app/domain/tokens/find-feeds.server.ts";
import { revokeFeed } from "#app/domain/tokens/revoke-feed.server.ts";
import { attemptOn } from "#db/store.ts";
import { testStore, writing } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const now = new Date("2026-10-01T08:00:00.000Z");

async function prepared() {
  const store = testStore();
  const w = await world(store);
  const make = async (who: keyof typeof w.people, given: Record<string, string> = {}) =>
    createFeed(store, await w.actor(w.people[who]), feedInput.parse({ name: "Office", which: "own", ...given }), now);
  const opens = async (secret: string | null) => (await checkFeed(store.read, secret ?? "")) !== null;
  return { store, w, make, opens };
}

it("makes a feed of which only the hash is kept, logs it, and tells the account", async () => {
  const { store, w, make } = await prepared();
  const { id, secret } = await make("participantBa", { discloses: "on" });
  const rows = await store.read.selectFrom("calendar_feed").selectAll().execute();
  expect(rows).toEqual([
    {
      ...{ id, account_id: w.people.participantBa, token_hash: sha256(secret!), name: "Office", scope: "own" },
      ...{ group_id: null, beneficiary_id: null, discloses: 1, created_at: now.toISOString(), last_used_at: null },
    },
  ]);
  expect(secret).toMatch(/^cal_[\w-]{43}$/);
  const events = await store.read.selectFrom("audit_event").select(["event", "details"]).execute();
  expect(events).toEqual([{ event: "calendar-feed.created", details: '{"scope":"own","discloses":true}' }]);
  const mails = await store.read.selectFrom("outbox").select(["template", "recipient_id", "parameters"]).execute();
  expect(mails).toEqual([
    {
      ...{ template: "feed-made", recipient_id: w.people.participantBa },
      parameters: JSON.stringify({ name: "Office", discloses: true }),
    },
  ]);
});

it("offers each person what they may read, and takes nothing else", async () => {
  const { store, w, make } = await prepared();
  const { groupId, otherGroupId, beneficiaries } = w;
  const of = async (who: keyof typeof w.people) =>
    (await findFeedChoices(store.read, await w.actor(w.people[who]))).map(({ value }) => value);
  const group = `group:${groupId}`;
  const [al, ba] = [`delegation:${groupId}:${beneficiaries.al}`, `delegation:${groupId}:${beneficiaries.ba}`];
  expect(await of("organiser")).toEqual(["own", group, al, ba]);
  expect(await of("consultant")).toEqual(["own", group, al, ba]);
  expect(await of("participantBa")).toEqual(["own", group, ba]);
  expect(await of("observer")).toEqual(["own", group]);
  expect(await of("administrator")).toEqual([]);
  for (const which of [al, `group:${otherGroupId}`, `delegation:${groupId}:nobody`, "delegation", "everything"]) {
    await expect(make("participantBa", { which })).rejects.toThrow("common.chooseOne");
  }
  await expect(make("administrator")).rejects.toThrow("common.chooseOne");
  expect(await store.read.selectFrom("calendar_feed").select("id").execute()).toEqual([]);
});

it("gives a token once for an attempt that is made twice", async () => {
  const { store, w } = await prepared();
  const actor = await w.actor(w.people.consultant);
  const attempt = attemptOn(store, { key: "same-form", actorId: actor.accountId!, route: "/x", bodyHash: "h" });
  const input = { name: "Office", which: "own", discloses: false };
  const first = await createFeed(attempt, actor, input, now);
  const second = await createFeed(attempt, actor, input, now);
  expect([first.secret === null, second]).toEqual([false, { id: first.id, secret: null }]);
  expect(await findFeeds(store.read, actor)).toHaveLength(1);
});

it("gives a person twenty at most", async () => {
  const { make } = await prepared();
  for (let held = 0; held < MAX_FEEDS; held++) await make("consultant");
  await expect(make("consultant")).rejects.toThrow("calendars.tooMany");
  await make("organiser");
});

it("opens while its owner may read it: until revoked, shut out of the group, moved to another delegation", async () => {
  const { store, w, make, opens } = await prepared();
  const delegation = `delegation:${w.groupId}:${w.beneficiaries.ba}`;
  const [own, group, ba] = [
    await make("participantBa"),
    await make("participantBa", { which: `group:${w.groupId}` }),
    await make("participantBa", { which: delegation }),
  ];
  const neighbour = await make("speakerBa", { which: delegation });
  const state = () => Promise.all([own, group, ba, neighbour].map(({ secret }) => opens(secret)));
  expect(await state()).toEqual([true, true, true, true]);
  const standing = writing(store).updateTable("membership").where("account_id", "=", w.people.participantBa);
  await standing.set({ beneficiary_id: w.beneficiaries.al }).execute();
  expect(await state()).toEqual([true, true, false, true]);
  await standing.set({ ended_at: now.toISOString() }).execute();
  expect(await state()).toEqual([false, false, false, true]);
  await standing.set({ ended_at: null, beneficiary_id: w.beneficiaries.ba }).execute();
  expect(await state()).toEqual([true, true, true, true]);
  await expect(revokeFeed(store, await w.actor(w.people.speakerBa), { feedId: own.id }, now)).rejects.toThrow();
  await revokeFeed(store, await w.actor(w.people.participantBa), { feedId: own.id }, now);
  expect(await state()).toEqual([false, true, true, true]);
  const administrator = await w.actor(w.people.administrator);
  await deactivateAccount(store, administrator, { accountId: w.people.participantBa }, now);
  expect(await state()).toEqual([false, false, false, true]);
  for (const wrong of ["", "cal_", `zbt_${own.secret?.slice(4)}`, `${neighbour.secret}x`]) {
    expect([wrong, await opens(wrong)]).toEqual([wrong, false]);
  }
});

it("ends with the password that was known when it was made, however that is replaced", async () => {
  const { store, w, make, opens } = await prepared();
  const [first, second] = ["a long first password", "a long second password"];
  const actor = await w.actor(w.people.consultant);
  await resetPassword(store, { token: await mintReset(store, w.people.consultant, now), newPassword: first }, now);
  const [one, other] = [await make("consultant"), await make("organiser")];
  await changePassword(store, actor, { currentPassword: first, newPassword: second, token: "here" }, now);
  expect([await opens(one.secret), await opens(other.secret)]).toEqual([false, true]);
  const again = await make("consultant");
  await resetPassword(store, { token: await mintReset(store, w.people.consultant, now), newPassword: first }, now);
  expect([await opens(again.secret), await opens(other.secret)]).toEqual([false, true]);
});
