import { createHash } from "node:crypto";
import { existsSync, mkdtempSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from "node:fs";
import { tmpdir } from "node:os";
import { join } from "node:path";
import { expect, it } from "vitest";
import { BadBackup } from "#app/domain/backups/manifest.ts";
import { finishRestore, unfinishedRestore } from "#app/domain/backups/put-in-place.server.ts";
import { restoreBackup } from "#app/domain/backups/restore-backup.server.ts";
import { writeBackup } from "#app/domain/backups/write-backup.server.ts";
import { recordEvent, verifyChain } from "#app/domain/history/record-event.server.ts";
import { databaseOf, openStore } from "#db/engine.ts";
import { migrations, newestMigration } from "#db/migrations/list.ts";
import { openRaw } from "#db/sqlite/connection.ts";
import { migrate } from "#db/sqlite/migrate.ts";
import { writeTransaction } from "#db/store.ts";
import { afterThisTest } from "#tests/support/cleanup.ts";
import { aMail } from "#tests/support/factories/outbox.ts";
import { anAccount, aSignIn } from "#tests/support/factories/people.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const madeAt = new Date("2026-11-30T10:00:00Z");
const now = new Date("2026-12-01T08:30:00Z");
const ASIDE = "before-restore-2026-12-01T08-30-00Z";

function outside(): string {
  const folder = mkdtempSync(join(tmpdir(), "zbornik-restore-"));
  afterThisTest(async () => rmSync(folder, { recursive: true }));
  return folder;
}

/** A backup of an installation with somebody signed in and a mail on its way. */
async function aBackup({ withSecret = false } = {}) {
  const store = testStore();
  const w = await world(store);
  await writeTransaction(store, async (db) => {
    await anAccount(db, { id: "early", name: "Early" });
    await aSignIn(db, { account_id: "early" });
    await aMail(db, { id: "waits", state: "waiting" });
    await aMail(db, { id: "went", state: "sent" });
  });
  writeFileSync(join(store.folder, "secret"), "5e".repeat(32));
  const file = join(outside(), "backup.tar.gz");
  await writeBackup(store, { dataDir: store.folder, file, withSecret, force: false }, madeAt);
  return { store, w, file };
}

/** Another installation, with content and a log that is not yet in the file. */
async function aPresent(): Promise<string> {
  const present = testStore();
  await world(present);
  await writeTransaction(present, (db) => anAccount(db, { id: "late", name: "Late" }));
  await present.close();
  for (const [name, text] of [
    ["secret", "ab".repeat(32)],
    ["limits.sqlite", "counters"],
    ["zbornik.sqlite-wal", ""],
    ["notes.txt", "of whoever keeps them here"],
  ] as const) {
    writeFileSync(join(present.folder, name), text);
  }
  return present.folder;
}

async function contents(dataDir: string) {
  const store = openStore(databaseOf(dataDir));
  const ids = await store.read.selectFrom("account").select("id").where("id", "in", ["early", "late"]).execute();
  const signIns = await store.read.selectFrom("sign_in").select("account_id").execute();
  const mails = await store.read.selectFrom("outbox").select(["id", "state"]).orderBy("id").execute();
  const events = await store.read.selectFrom("audit_event").select(["event", "details"]).orderBy("seq").execute();
  const faults = (await store.engine.check()).filter(({ fault }) => fault !== null);
  const chain = await verifyChain(store.read);
  await store.close();
  return { accounts: ids.map(({ id }) => id), signIns: signIns.length, mails, last: events.at(-1), faults, chain };
}

it("puts everything back, moves aside what was there, and sends and trusts nothing of that time", async () => {
  const { file } = await aBackup();
  const dataDir = await aPresent();
  const restored = await restoreBackup({ file, dataDir, checkOnly: false }, now);
  expect(restored).toMatchObject({ signInsEnded: 1, mailsHeld: 1, hasSecret: false, aside: join(dataDir, ASIDE) });
  const found = await contents(dataDir);
  expect(found).toMatchObject({ accounts: ["early"], signIns: 0, faults: [], chain: { brokenAt: null } });
  expect(found.mails).toEqual([
    { id: "waits", state: "held" },
    { id: "went", state: "sent" },
  ]);
  expect([found.last?.event, JSON.parse(found.last?.details ?? "")]).toEqual([
    "installation.restored",
    { madeAt: madeAt.toISOString(), event: 0, sha256: restored.sha256, mailsHeld: 1 },
  ]);
  const kept = await contents(join(dataDir, ASIDE));
  expect(kept.accounts).toEqual(["late"]);
  // The secret stays, and is with what was moved aside too; what is not the product's is left alone.
  expect(readFileSync(join(dataDir, "secret"), "utf8")).toBe("ab".repeat(32));
  expect(readFileSync(join(dataDir, ASIDE, "secret"), "utf8")).toBe("ab".repeat(32));
  expect(existsSync(join(dataDir, "limits.sqlite"))).toBe(false);
  expect(readFileSync(join(dataDir, "notes.txt"), "utf8")).toContain("whoever");
  expect(readdirSync(dataDir).filter((name) => /draft|restoring/.test(name))).toEqual([]);
});

it("brings the secret of the backup where it holds one", async () => {
  const { file } = await aBackup({ withSecret: true });
  const dataDir = await aPresent();
  await restoreBackup({ file, dataDir, checkOnly: false }, now);
  expect(readFileSync(join(dataDir, "secret"), "utf8")).toBe("5e".repeat(32));
  expect(readFileSync(join(dataDir, ASIDE, "secret"), "utf8")).toBe("ab".repeat(32));
});

it("restores into an empty folder", async () => {
  const { file } = await aBackup();
  const dataDir = outside();
  await restoreBackup({ file, dataDir, checkOnly: false }, now);
  expect((await contents(dataDir)).accounts).toEqual(["early"]);
});

it("touches nothing where it only checks, and where the backup is not good", async () => {
  const { file, store } = await aBackup();
  const dataDir = await aPresent();
  const before = snapshot(dataDir);
  expect(await restoreBackup({ file, dataDir, checkOnly: true }, now)).toMatchObject({ aside: null });
  expect(snapshot(dataDir)).toEqual(before);
  const damaged = readFileSync(file);
  // Not one byte: where zeros are packed, another one may mean the same.
  damaged.fill(0, 5000, 5064);
  writeFileSync(file, damaged);
  await expect(restoreBackup({ file, dataDir, checkOnly: false }, now)).rejects.toThrow(BadBackup);
  expect(snapshot(dataDir)).toEqual(before);
  await expect(restoreBackup({ file: `${file}.not`, dataDir, checkOnly: false }, now)).rejects.toThrow("no file");
  // Whole in every byte, and false: somebody changed the log before the backup was made.
  await writeTransaction(store, (db) =>
    recordEvent(db, { accountId: null }, "programme.edited", { id: "x" }, {}, madeAt),
  );
  const raw = openRaw(store.engine.address);
  const guard = "audit_event_is_append_only_update";
  const again = raw.prepare("select sql from sqlite_master where name = ?").pluck().get(guard) as string;
  raw.exec(`drop trigger ${guard}; update audit_event set subject_id = 'y'; ${again}`);
  raw.close();
  const forgery = join(outside(), "forged.tar.gz");
  await writeBackup(store, { dataDir: store.folder, file: forgery, withSecret: false, force: false }, now);
  await expect(restoreBackup({ file: forgery, dataDir, checkOnly: false }, now)).rejects.toThrow("changed at event 1");
  expect(snapshot(dataDir)).toEqual(before);
});

/** Out go database, its log, counters and secret; database and secret come in. */
const MOVES = 6;

it("ends up with all of the backup wherever it is interrupted, and keeps all that was there", async () => {
  const { file } = await aBackup({ withSecret: true });
  for (let step = 0; step <= MOVES; step++) {
    const dataDir = await aPresent();
    let moves = 0;
    const move: typeof renameSync = (from, to) => {
      if (moves++ === step) throw new Error("killed");
      renameSync(from, to);
    };
    const restoring = restoreBackup({ file, dataDir, checkOnly: false }, now, move);
    if (step < MOVES) await expect(restoring).rejects.toThrow("killed");
    else await restoring;
    expect(unfinishedRestore(dataDir)?.madeAt).toBe(step < MOVES ? madeAt.toISOString() : undefined);
    finishRestore(dataDir);
    expect(unfinishedRestore(dataDir)).toBe(null);
    expect((await contents(dataDir)).accounts, `step ${step}`).toEqual(["early"]);
    expect((await contents(join(dataDir, ASIDE))).accounts, `step ${step}`).toEqual(["late"]);
    const secrets = [dataDir, join(dataDir, ASIDE)].map((folder) => readFileSync(join(folder, "secret"), "utf8"));
    expect(secrets).toEqual(["5e".repeat(32), "ab".repeat(32)]);
    expect(readdirSync(dataDir).filter((name) => /draft|restoring/.test(name))).toEqual([]);
  }
});

it("brings one of an older schema up to date, and says so", async () => {
  const old = outside();
  const raw = openRaw(databaseOf(old));
  migrate(raw, migrations.slice(0, -1));
  raw.close();
  const store = openStore(databaseOf(old));
  const file = join(outside(), "old.tar.gz");
  await writeBackup(store, { dataDir: old, file, withSecret: false, force: false }, madeAt);
  await store.close();
  const dataDir = outside();
  const { manifest, migrated } = await restoreBackup({ file, dataDir, checkOnly: false }, now);
  expect([manifest.schema, migrated]).toEqual([newestMigration - 1, [newestMigration]]);
  expect((await contents(dataDir)).faults).toEqual([]);
  expect(readdirSync(dataDir)).toEqual(["zbornik.sqlite"]);
});

it("refuses one that other migrations made, with everything as it was", async () => {
  const { store } = await aBackup();
  const raw = openRaw(store.engine.address);
  raw.exec("update applied_migration set hash = replace(hash, substr(hash, 1, 4), 'beef') where number = 1");
  raw.close();
  const file = join(outside(), "other.tar.gz");
  await writeBackup(store, { dataDir: store.folder, file, withSecret: false, force: false }, madeAt);
  const dataDir = outside();
  await expect(restoreBackup({ file, dataDir, checkOnly: false }, now)).rejects.toThrow("another version of Zbornik");
  expect(readdirSync(dataDir)).toEqual([]);
});

it("tells what was restricted since the backup, where the log that goes is the one it was made of", async () => {
  const { store, w, file } = await aBackup();
  const by = { accountId: w.people.administrator };
  await writeTransaction(store, async (db) => {
    await recordEvent(db, by, "account.deactivated", { id: "early" }, {}, now);
    await recordEvent(db, by, "account.edited", { id: "early" }, {}, now);
    await recordEvent(db, by, "api-token.revoked", { id: "token" }, {}, now);
  });
  const later = join(outside(), "later.tar.gz");
  await writeBackup(store, { dataDir: store.folder, file: later, withSecret: false, force: false }, now);
  await store.close();
  const undoneIn = async (dataDir: string, from = file) =>
    (await restoreBackup({ file: from, dataDir, checkOnly: false }, now)).undone;
  const at = now.toISOString();
  expect(await undoneIn(store.folder)).toEqual([
    { at, event: "account.deactivated", subjectId: "early" },
    { at, event: "api-token.revoked", subjectId: "token" },
  ]);
  // A log that the backup has whole; that of another installation, none, and one that cannot be read.
  const same = outside();
  await undoneIn(same, later);
  expect(await undoneIn(same, later)).toEqual([]);
  expect(await undoneIn(await aPresent(), later)).toBe(null);
  expect(await undoneIn(outside())).toBe(null);
  const damaged = outside();
  writeFileSync(databaseOf(damaged), "no database");
  expect(await undoneIn(damaged)).toBe(null);
});

const sha256 = (file: string) => createHash("sha256").update(readFileSync(file)).digest("hex");

/** Every file, and what is in it. */
function snapshot(folder: string): Record<string, string> {
  const names = readdirSync(folder, { withFileTypes: true }).map(({ name }) => name);
  return Object.fromEntries(names.sort().map((name) => [name, sha256(join(folder, name))]));
}
