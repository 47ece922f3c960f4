import { expect, it } from "vitest";
import { resetPassword } from "#app/cli/commands/reset-password.server.ts";
import { NotFound } from "#app/domain/errors.ts";
import { findAllHelp, findHelpToRead, findOwnHelp, noteFirstSignIn } from "#app/domain/people/password-help.server.ts";
import { helpWithPassword } from "#app/domain/people/request-password-reset.server.ts";
import { writeTransaction } from "#db/store.ts";
import { now } from "#tests/domain/people/inviting.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const reason = "Lost the telephone with the password.";
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

async function withTwoAdministrators() {
  const store = testStore();
  const w = await world(store);
  await writeTransaction(store, (db) =>
    db.updateTable("account").set({ is_administrator: 1 }).where("id", "=", w.people.otherOrganiser).execute(),
  );
  const told = async () =>
    (await store.read.selectFrom("outbox").select(["template", "recipient_id"]).execute())
      .filter(({ template }) => template === "password-helped")
      .map(({ recipient_id }) => recipient_id)
      .sort();
  return { store, w, told, administrator: await w.actor(w.people.administrator) };
}

it("tells the owner and the other administrators who made a link and why, whichever way it goes", async () => {
  const { store, w, told, administrator } = await withTwoAdministrators();
  const accountId = w.people.speakerBa;
  const both = [accountId, w.people.otherOrganiser].sort();
  await helpWithPassword(store, administrator, { accountId, byMail: false, reason }, now);
  expect(await told()).toEqual(both);
  await helpWithPassword(store, administrator, { accountId, byMail: true, reason }, days(1));
  expect(await told()).toEqual([...both, ...both].sort());
  const own = await findOwnHelp(store.read, await w.actor(accountId));
  const said = { id: expect.any(String), accountId, name: "speakerBa", by: "administrator", reason };
  expect(own).toEqual([
    { ...said, way: "mail", at: days(1).toISOString() },
    { ...said, way: "link", at: now.toISOString() },
  ]);
  expect(await findAllHelp(store.read, administrator)).toEqual(own);
  const events = await store.read.selectFrom("audit_event").select(["event", "details"]).orderBy("seq").execute();
  expect(events).toEqual(
    own.map(({ id }) => ({ event: "password-reset.made", details: `{"by":"administrator","help":"${id}"}` })).reverse(),
  );
});

it("tells nobody else: neither those of the same delegation nor organisers see it", async () => {
  const { store, w, administrator } = await withTwoAdministrators();
  await helpWithPassword(store, administrator, { accountId: w.people.speakerBa, byMail: false, reason }, now);
  for (const person of [w.people.participantBa, w.people.organiser]) {
    const actor = await w.actor(person);
    expect(await findOwnHelp(store.read, actor)).toEqual([]);
    expect(await findHelpToRead(store.read, actor, now)).toEqual([]);
    await expect(findAllHelp(store.read, actor)).rejects.toThrow(NotFound);
  }
});

it("stands on the first page until its owner has signed in and two weeks have gone, however long that takes", async () => {
  const { store, w, administrator } = await withTwoAdministrators();
  const accountId = w.people.speakerBa;
  const actor = await w.actor(accountId);
  await helpWithPassword(store, administrator, { accountId, byMail: false, reason }, now);
  const read = async (at: Date) => (await findHelpToRead(store.read, actor, at)).length;
  expect(await read(days(200))).toBe(1);
  const signIn = (at: Date) => writeTransaction(store, (db) => noteFirstSignIn(db, accountId, at), { quiet: true });
  await signIn(days(200));
  await signIn(days(210));
  expect([await read(days(213)), await read(days(215))]).toEqual([1, 0]);
  expect(await findOwnHelp(store.read, actor)).toHaveLength(1);
});

it("tells of links that the command line made as well", async () => {
  const { store, w, told, administrator } = await withTwoAdministrators();
  const out = { line: () => undefined, error: () => undefined };
  const config = { publicUrl: "https://zbornik.example" };
  expect(await resetPassword(store, ["speakerba@test.example"], out, config)).toBe(0);
  expect(await told()).toEqual([w.people.speakerBa, w.people.otherOrganiser, w.people.administrator].sort());
  const [help] = await findAllHelp(store.read, administrator);
  expect(help).toMatchObject({ accountId: w.people.speakerBa, by: null, way: "command", reason: "" });
});
