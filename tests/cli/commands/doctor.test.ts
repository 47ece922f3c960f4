import { createHash } from "node:crypto";
import { chmodSync, copyFileSync, readdirSync, readFileSync, rmSync, writeFileSync } from "node:fs";
import { join } from "node:path";
import { describe, expect, it, vi } from "vitest";
import { backup } from "#app/cli/commands/backup.server.ts";
import { doctor } from "#app/cli/commands/doctor.server.ts";
import { restore } from "#app/cli/commands/restore.server.ts";
import { readConfig, readSettings } from "#app/config/config.server.ts";
import { makeSecret } from "#app/config/secret.server.ts";
import { noteAuditHead, type Place } from "#app/domain/history/audit-head.server.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { holdDataFolder } from "#db/data-folder.ts";
import { openStore } from "#db/engine.ts";
import { closeLooseFiles } from "#db/file-modes.ts";
import { newestMigration } from "#db/migrations/list.ts";
import { openRaw } from "#db/sqlite/connection.ts";
import { type Store, writeTransaction } from "#db/store.ts";
import { addContributions } from "#tests/domain/search/search-world.ts";
import { afterThisTest } from "#tests/support/cleanup.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const then = new Date("2026-10-01T08:00:00.000Z");
const triggers = ["audit_event_is_append_only_delete", "audit_event_is_append_only_update"] as const;

it("finds nothing in an installation that is whole, and changes nothing", async () => {
  const place = await anInstallation();
  const before = filesIn(place);
  expect(await faultsOf(place)).toEqual([]);
  expect(filesIn(place)).toEqual(before);
});

describe("the audit log", () => {
  it("that lost its end", async () => {
    const place = await anInstallation({ events: 5 });
    behindTheTriggers(place, "delete from audit_event where seq > 3");
    expect(await faultsOf(place)).toEqual([
      "end of the audit log: the log ends too early, with event 3: 2 events are missing, up to that of 2026-10-01T08:00:05.000Z",
    ]);
    // A server that starts on it adds what it knows and keeps the evidence.
    await place.open((store) => noteAuditHead(store, place));
    expect(await faultsOf(place)).toHaveLength(1);
  });

  it("that lost everything", async () => {
    const place = await anInstallation({ events: 5 });
    behindTheTriggers(place, "delete from audit_event");
    expect((await faultsOf(place))[0]).toContain("the log ends too early, with event 0: 5 events are missing");
  });

  it("in which an event was edited", async () => {
    const place = await anInstallation({ events: 5 });
    behindTheTriggers(place, "update audit_event set subject_id = 'z' where seq = 2");
    expect(await faultsOf(place)).toEqual(["audit chain (5 events): changed at event 2"]);
  });

  it("whose end was written anew, chained as it should be", async () => {
    const place = await anInstallation({ events: 5 });
    behindTheTriggers(place, "delete from audit_event where seq > 3");
    await place.open((store) => events(store, 4, 9, "another"));
    expect(await faultsOf(place)).toEqual([
      "end of the audit log: event 5 is not the one of 2026-10-01T08:00:05.000Z that was written down: the log was written anew",
    ]);
  });

  it("whose triggers were dropped", async () => {
    const place = await anInstallation();
    const raw = openRaw(place.file);
    for (const name of triggers) raw.exec(`drop trigger ${name}`);
    raw.close();
    expect(await faultsOf(place)).toEqual([
      `tables, indexes and triggers: trigger ${triggers[0]} is missing; trigger ${triggers[1]} is missing`,
    ]);
  });

  it("of an older copy, until it is restored on purpose", async () => {
    const place = await anInstallation({ events: 3 });
    const [copy, archive] = ["copy", "backup.tar"].map((name) => join(place.dataDir, name)) as [string, string];
    copyFileSync(place.file, copy);
    vi.stubEnv("DATA_DIR", place.dataDir);
    afterThisTest(async () => void vi.unstubAllEnvs());
    const quiet = { line: () => undefined, error: () => undefined };
    await place.open((store) => backup(store, [archive], quiet, readConfig({ DATA_DIR: place.dataDir })));
    await place.open((store) => events(store, 4, 5));
    await place.open((store) => noteAuditHead(store, place));
    expect(await faultsOf(place)).toEqual([]);
    copyFileSync(copy, place.file);
    expect(await faultsOf(place)).toEqual([
      "end of the audit log: this is an older copy of the database, of 2026-10-01T08:00:03.000Z: 3 events are missing, up to that of 2026-10-01T08:00:05.000Z",
    ]);
    expect(await restore([archive], quiet)).toBe(0);
    expect(await faultsOf(place)).toEqual([]);
    await place.open(async (store) => {
      const event = await store.read.selectFrom("audit_event").select("event").where("seq", "=", 4).execute();
      expect(event).toEqual([{ event: "installation.restored" }]);
    });
  });

  it("of which nothing, or something false, is written down", async () => {
    const place = await anInstallation();
    const file = join(place.dataDir, "audit-head");
    const [line = ""] = readFileSync(file, "utf8").split("\n");
    writeFileSync(file, `${line.replace("[3", "[2")}\n`);
    expect(await faultsOf(place)).toEqual(["end of the audit log: what is written down is not ours"]);
    rmSync(file);
    expect(await faultsOf(place)).toEqual([
      "end of the audit log: nothing is written down of where the log ends: the file audit-head is missing",
    ]);
  });
});

describe("a database", () => {
  it("of which pages are zeroed: which table it is, and everything else that can be said", async () => {
    const place = await anInstallation();
    const raw = openRaw(place.file);
    const page = raw
      .prepare("select rootpage from sqlite_master where name = 'agenda_template'")
      .pluck()
      .get() as number;
    raw.close();
    const bytes = readFileSync(place.file);
    writeFileSync(place.file, bytes.fill(0, (page - 1) * 4096, page * 4096));
    const { faults, lines } = await examine(place);
    expect(faults).toEqual([
      expect.stringMatching(/^integrity: damaged: agenda_template; /),
      expect.stringMatching(/^foreign keys: /),
    ]);
    expect(lines).toContain("ok   audit chain (3 events)");
    expect(lines).toContain("ok   search index");
  });

  it("that is none", async () => {
    const place = await anInstallation();
    writeFileSync(place.file, "no database, but long enough to be taken for one".repeat(200));
    for (const end of ["-wal", "-shm"]) rmSync(place.file + end, { force: true });
    expect(await faultsOf(place)).toEqual(["database: file is not a database"]);
    rmSync(place.file);
    expect(await faultsOf(place)).toEqual([`database: there is none: ${place.file}`]);
  });

  it("of which a byte was flipped in a text that is searched, or in an event", async () => {
    const flipped = async (text: string) => {
      const place = await anInstallation();
      const bytes = readFileSync(place.file);
      const at = bytes.indexOf(text);
      expect(at).toBeGreaterThan(0);
      bytes[at + 1] = (bytes[at + 1] ?? 0) ^ 1;
      writeFileSync(place.file, bytes);
      return faultsOf(place);
    };
    expect(await flipped("session.cancelled")).toEqual([
      expect.stringMatching(/^audit chain \(3 events\): changed at event \d$/),
    ]);
    expect(await flipped("mentoring")).toEqual([expect.stringMatching(/^search index: /)]);
  });

  it("of a newer version, or made with another text of a migration", async () => {
    const place = await anInstallation();
    const raw = openRaw(place.file);
    raw.pragma(`user_version = ${newestMigration + 1}`);
    raw.prepare("update applied_migration set hash = replace(hash, substr(hash, 1, 1), 'x') where number = 1").run();
    raw.close();
    expect(await faultsOf(place)).toEqual([
      `schema: ${newestMigration + 1}, expected ${newestMigration}: a newer version of Zbornik made it`,
      "migrations: migration 1 (start) was another one",
    ]);
  });
});

it("names files that others may read, and a secret that is none", async () => {
  const place = await anInstallation();
  chmodSync(place.file, 0o644);
  writeFileSync(join(place.dataDir, "secret"), "");
  expect(await faultsOf(place)).toEqual([
    expect.stringMatching(/^secret: The file .+ is damaged/),
    `files are for their owner alone: others may read ${place.file}; the next start of the server closes them`,
    expect.stringMatching(/^audit log: The file .+ is damaged/),
  ]);
});

it("asks the server that holds this folder, and no other one", async () => {
  const place = await anInstallation();
  expect((await examine(place)).lines).toContain("ok   search index in the memory of the server (none runs here)");
  const hold = holdDataFolder(place.dataDir, "the server", { origin: "http://127.0.0.1:9" });
  expect(await faultsOf(place)).toEqual([
    "search index in the memory of the server: the server does not answer at http://127.0.0.1:9",
  ]);
  hold.release();
});

interface Installation extends Place {
  file: string;
  /** Opens its database for a moment. */
  open: (use: (store: Store) => Promise<unknown>) => Promise<void>;
}

/** With so many events, a record, and where its log ends written down; nobody has it open. */
async function anInstallation({ events: count = 3 } = {}): Promise<Installation> {
  const store = testStore();
  const [dataDir, file] = [store.folder, store.engine.address];
  const place = { dataDir, secret: makeSecret(dataDir) };
  await addContributions(store, await world(store), [{ title: "Peer mentoring before release" }]);
  await events(store, 1, count);
  await noteAuditHead(store, place);
  await store.close();
  closeLooseFiles(dataDir);
  const open = async (use: (store: Store) => Promise<unknown>) => {
    const opened = openStore(file);
    await use(opened);
    await opened.close();
  };
  return { ...place, file, open };
}

/** Events with these numbers, a second apart. */
async function events(store: Store, from: number, to: number, id = "s"): Promise<void> {
  for (let number = from; number <= to; number++) {
    await writeTransaction(store, async (db) => {
      const at = new Date(then.getTime() + number * 1000);
      const details = { sequence: number, people: number };
      await recordEvent(db, { accountId: null }, "session.cancelled", { id, group_id: "g" }, details, at);
    });
  }
}

/** As somebody would who can write the file: the triggers are there again afterwards. */
function behindTheTriggers({ file }: Installation, tampering: string): void {
  const raw = openRaw(file);
  const texts = triggers.map(
    (name) => raw.prepare("select sql from sqlite_master where name = ?").pluck().get(name) as string,
  );
  for (const name of triggers) raw.exec(`drop trigger ${name}`);
  raw.exec(tampering);
  for (const text of texts) raw.exec(text);
  raw.close();
}

async function examine({ dataDir }: Place): Promise<{ lines: string[]; faults: string[] }> {
  const lines: string[] = [];
  const out = { line: (text: string) => void lines.push(text), error: (text: string) => void lines.push(text) };
  const code = await doctor(readSettings({ DATA_DIR: dataDir }), [], out);
  const faults = lines.flatMap((line) => (line.startsWith("BAD  ") ? [line.slice(5)] : []));
  expect([code, lines.at(-1)]).toEqual(
    faults.length === 0 ? [0, "All is well."] : [1, expect.stringMatching(/wrong\.$/)],
  );
  return { lines, faults };
}

async function faultsOf(place: Place): Promise<string[]> {
  return (await examine(place)).faults;
}

/** All files and what is in them, but for what a connection leaves behind. */
function filesIn({ dataDir }: Place): [name: string, hash: string][] {
  const hashOf = (name: string) =>
    createHash("sha256")
      .update(readFileSync(join(dataDir, name)))
      .digest("hex");
  return readdirSync(dataDir)
    .filter((name) => !/-(wal|shm)$/.test(name))
    .map((name) => [name, hashOf(name)]);
}
