import { expect, it } from "vitest";
import { recordBackup, recordFailedBackup } from "#app/domain/backups/record-backup.server.ts";
import { pruneExpired } from "#app/domain/housekeeping/prune-expired.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { aMail } from "#tests/support/factories/outbox.ts";
import { anInvitation, aPasswordHelp, aSecurityEvent, aSignIn } from "#tests/support/factories/people.ts";
import { commits, testStore } from "#tests/support/store.ts";
import { type World, world } from "#tests/support/world.ts";

const now = new Date("2026-10-01T00:00:00.000Z");

/** An instant before or after `now`. */
const hours = (count: number) => new Date(now.getTime() + count * 3_600_000).toISOString();

it("removes old keys, keeps the rest, and writes nothing when there is nothing", async () => {
  const store = testStore();
  const key = (name: string, at: string) => ({
    key: name,
    actor_id: "a",
    route: "/",
    body_hash: "h",
    result: "null",
    created_at: at,
  });
  await writeTransaction(store, async (db) => {
    await db
      .insertInto("idempotency_key")
      .values([key("old-old-old", "2026-09-01T00:00:00.000Z"), key("new-new-new", "2026-09-30T00:00:00.000Z")])
      .execute();
  });
  expect(await pruneExpired(store, now)).toBe(1);
  const keys = await store.read.selectFrom("idempotency_key").select("key").execute();
  expect(keys).toEqual([{ key: "new-new-new" }]);
  const change = await commits(store);
  expect([await pruneExpired(store, now), await commits(store)]).toEqual([0, change]);
});

it("keeps a sign-in for a day after it ended, idle or at its latest, so that a late form finds its owner", async () => {
  const { store, people } = await withPeople();
  const account_id = people.organiser;
  const given = {
    running: { expires_at: hours(1), absolute_until: hours(8) },
    "idle for an hour": { expires_at: hours(-1), absolute_until: hours(8) },
    "idle for nearly a day": { expires_at: hours(-23), absolute_until: hours(-12) },
    "idle for more than a day": { expires_at: hours(-25), absolute_until: hours(-14) },
    "over since yesterday, though used till then": { expires_at: hours(1), absolute_until: hours(-25) },
    // The clock ran ten years ahead when it began, and was set right since.
    "from the future": { expires_at: hours(87_600), absolute_until: hours(87_610) },
  };
  await writeTransaction(store, async (db) => {
    for (const [token, times] of Object.entries(given)) await aSignIn(db, { account_id, token, ...times });
  });
  expect(await pruneExpired(store, now)).toBe(3);
  expect(await pruneExpired(store, now)).toBe(0);
  const left = await store.read.selectFrom("sign_in").select("expires_at").orderBy("expires_at").execute();
  expect(left.map(({ expires_at }) => expires_at)).toEqual([hours(-23), hours(-1), hours(1)]);
});

it("forgets names and addresses a month after they are of use: invitations, and mails in whatever state they ended", async () => {
  const { store, people, groupId } = await withPeople();
  const days = (count: number) => hours(24 * count);
  const shared = { group_id: groupId, invited_by: people.organiser };
  await writeTransaction(store, async (db) => {
    await anInvitation(db, { ...shared, name: "open", expires_at: days(3) });
    await anInvitation(db, { ...shared, name: "ended lately", expires_at: days(-29) });
    await anInvitation(db, { ...shared, name: "ended long ago", expires_at: days(-31) });
    await anInvitation(db, { ...shared, name: "accepted lately", expires_at: days(-20), accepted_at: days(-29) });
    await anInvitation(db, { ...shared, name: "accepted long ago", expires_at: days(-20), accepted_at: days(-31) });
    for (const state of ["waiting", "sending", "sent", "kept", "failed", "dropped"] as const) {
      await aMail(db, { id: `${state} lately`, state, created_at: days(-29) });
      await aMail(db, { id: `${state} long ago`, state, created_at: days(-31) });
    }
  });
  expect(await pruneExpired(store, now)).toBe(6);
  const invitations = await store.read.selectFrom("invitation").select("name").orderBy("name").execute();
  expect(invitations.map(({ name }) => name)).toEqual(["accepted lately", "ended lately", "open"]);
  const mails = await store.read.selectFrom("outbox").select("id").where("id", "like", "%long ago").execute();
  expect(mails.map(({ id }) => id).sort()).toEqual(["sending long ago", "waiting long ago"]);
});

it("forgets backups of last year, but not those that the schedule has yet to remove", async () => {
  const { store } = await withPeople();
  const of = { bytes: 1, sha256: "", withSecret: false };
  for (const days of [-364, -366]) {
    const at = new Date(hours(24 * days));
    await recordBackup(store, { ...of, file: `/there${days}`, by: "schedule" }, at);
    await recordBackup(store, { ...of, file: `/by-hand${days}`, by: "command" }, at);
    await recordFailedBackup(store, { file: `/failed${days}`, by: "schedule", fault: "full" }, at);
  }
  expect(await pruneExpired(store, now)).toBe(2);
  const left = await store.read.selectFrom("backup_run").select("file").orderBy("file").execute();
  expect(left.map(({ file }) => file)).toEqual(["/by-hand-364", "/failed-364", "/there-364", "/there-366"]);
});

it("forgets what the security log told, after as many days as the installation says", async () => {
  const { store } = await withPeople();
  await writeTransaction(store, async (db) => {
    for (const days of [1, 29, 31, 89, 91]) await aSecurityEvent(db, { id: `${days}`, at: hours(-24 * days) });
  });
  const left = async () =>
    (await store.read.selectFrom("security_event").select("id").orderBy("at", "desc").execute()).map(({ id }) => id);
  expect([await pruneExpired(store, now), await left()]).toEqual([1, ["1", "29", "31", "89"]]);
  expect([await pruneExpired(store, now, { securityLogDays: 30 }), await left()]).toEqual([2, ["1", "29"]]);
});

it("forgets after a year who made a link for whose password", async () => {
  const { store, people } = await withPeople();
  const given = { account_id: people.observer, by_account_id: people.administrator, way: "link" as const };
  await writeTransaction(store, async (db) => {
    for (const days of [364, 366]) await aPasswordHelp(db, { ...given, id: `${days}`, at: hours(-24 * days) });
  });
  expect(await pruneExpired(store, now)).toBe(1);
  expect(await store.read.selectFrom("password_help").select("id").execute()).toEqual([{ id: "364" }]);
});

async function withPeople(): Promise<{ store: Store } & World> {
  const store = testStore();
  return { store, ...(await world(store)) };
}
