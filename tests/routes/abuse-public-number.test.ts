import { type KyselyPlugin, type RootOperationNode, sql } from "kysely";
import { afterEach, beforeEach, expect, it } from "vitest";
import { lowerSharing } from "#app/domain/knowledge/lower-sharing.server.ts";
import { paths } from "#app/paths.ts";
import { type Db, publicNumber, writeTransaction } from "#db/store.ts";
import { type Ask, ask } from "#tests/routes/asking.ts";
import { type Asker, openTarget, password, type Target } from "#tests/routes/target.ts";
import { memoryIndex } from "#tests/support/searching.ts";
import { serve } from "#tests/support/site.ts";

// Who asks for a public page again and again must not learn by its speed that something was written.

let target: Target;
beforeEach(async () => {
  target = await openTarget({ SMTP_URL: "smtp://localhost:1" });
});
afterEach(() => target.close());

it("leaves stored pages as they are, whatever is written that nobody outside sees", async () => {
  const { things, w } = target;
  const snapshot = { kind: "need", title: "A draft", summary: "Of nobody else.", language: "en", intent: "submit" };
  const inSession = { session: things.session, item: things.item, wantedSharing: "bilateral" };
  const days = { format: "bilateral-online", startsOn: "2099-12-01", endsOn: "2099-12-02", city: "sarajevo" };
  const deeds: [Asker, string, Ask["form"]][] = [
    ["anonymous", paths.forgotten(), { address: "observer@test.example" }],
    ["anonymous", paths.forgotten(), { address: "nobody@test.example" }],
    ["anonymous", paths.signIn(), { address: "observer@test.example", password }],
    ["participant", "/contributions/drafts", { ...snapshot, intent: "draft" }],
    ["participant", paths.newContribution(inSession), { ...snapshot, ...inSession }],
    ["participant", paths.withdrawal(things.record), { reason: "x" }],
    ["organiser", paths.newRound(), { ...days, "title.en": "A round", venue: "" }],
    ["organiser", paths.sessionCancellation(things.alSession), { reason: "x" }],
    [
      "organiser",
      paths.newInvitation(),
      { groupId: w.groupId, address: "a@b.example", name: "A", role: "observer", locale: "en" },
    ],
    ["organiser", paths.memberDeactivation(things.membership), {}],
    ["observer", "/account", { name: "Another name", locale: "en", zone: "Europe/Sarajevo", city: "sarajevo" }],
    ["consultant", "/current-group", { groupId: w.groupId }],
  ];
  const pages = ["/en", "/en/knowledge", "/bs/news", paths.publicContribution("en", things.publicRecord)];
  for (const page of pages) await ask(target, "anonymous", page);
  const written: string[] = [];
  for (const [asker, path, form] of deeds) {
    const before = await target.store.engine.changeNumber();
    const { status } = await ask(target, asker, path, { form });
    expect([path, status < 400]).toEqual([path, true]);
    if ((await target.store.engine.changeNumber()) > before) written.push(path);
    const asked = target.store.asked();
    for (const page of pages) expect((await ask(target, "anonymous", page)).status).toBe(200);
    expect([path, target.store.asked() - asked]).toEqual([path, 0]);
  }
  // The deeds did what they say.
  expect(written.length).toBeGreaterThan(7);
});

it("makes them anew by what everybody sees", async () => {
  const { store, w, things } = target;
  const raised = async (change: () => Promise<unknown>) => {
    const before = await publicNumber(store);
    await change();
    return (await publicNumber(store)) > before;
  };
  const organiser = await w.actor(w.people.organiser);
  const write = (change: Parameters<typeof writeTransaction>[1]) => writeTransaction(store, change);
  const id = store.read
    .selectFrom("contribution")
    .select(["id", "author_id"])
    .where("number", "=", things.publicRecord);
  const { id: record, author_id: author } = await id.executeTakeFirstOrThrow();
  const version = (db: Db) =>
    db.updateTable("contribution_version").set({ title: "Other" }).where("contribution_id", "=", record).execute();
  const named = (db: Db) => db.updateTable("account").set({ name: "Other" }).where("id", "=", author).execute();
  const themed = (db: Db) =>
    db.updateTable("theme").set({ labels: '{"en":"Other"}' }).where("id", "=", things.theme).execute();
  const words = (db: Db) => db.updateTable("programme").set({ names: '{"en":"Other"}' }).execute();
  expect([
    await raised(() => write(version)),
    await raised(() => write(named)),
    await raised(() => write(themed)),
    await raised(() => write(words)),
    await raised(() => lowerSharing(store, organiser, { number: things.publicRecord, level: "group" })),
    await raised(() => write(version)),
  ]).toEqual([true, true, true, true, true, false]);
});

it("makes public pages of nothing that would not make them anew", async () => {
  const { store, things } = target;
  const read = new Set<string>();
  // The index in memory follows every change; what pages show of its answers they read themselves.
  const matcher = await memoryIndex(store);
  const site = await serve({ ...store, read: store.read.withPlugin(noteTables(read)) }, {}, { matcher });
  for (const path of [
    ...["/en", "/bs/knowledge?q=open", "/en/knowledge?sort=newest", "/en/news", "/en/about", "/bs/help"],
    ...["/en/news/second-meeting-november-2020", paths.publicContribution("en", things.publicRecord)],
  ]) {
    expect([path, (await fetch(site.origin + path)).status]).toEqual([path, 200]);
  }
  await site.close();
  const triggers = sql<{ tbl_name: string }>`
    select distinct tbl_name from sqlite_master where type = 'trigger' and sql like '%public_number%'`;
  const watched = (await triggers.execute(store.read)).rows.map((row) => row.tbl_name);
  const tables = sql<{ name: string }>`select name from sqlite_master where type = 'table'`;
  const known = (await tables.execute(store.read)).rows.map(({ name }) => name).filter((name) => read.has(name));
  expect(known.length).toBeGreaterThan(8);
  // What the index in memory is asked first, and what the server looks at when it starts.
  const followed = ["change_number", "search_state", "plan_run"];
  expect(known.filter((table) => !watched.includes(table) && !followed.includes(table))).toEqual([]);
});

/** Notes which tables queries name, wherever in them. */
function noteTables(names: Set<string>): KyselyPlugin {
  const look = (part: unknown): void => {
    if (typeof part !== "object" || part === null) return;
    const { kind, table } = part as { kind?: string; table?: { identifier?: { name?: string } } };
    if (kind === "TableNode" && table?.identifier?.name) names.add(table.identifier.name);
    for (const value of Object.values(part)) look(value);
  };
  return {
    transformQuery: ({ node }: { node: RootOperationNode }) => {
      look(node);
      return node;
    },
    transformResult: async ({ result }) => result,
  };
}
