import { existsSync, readdirSync } from "node:fs";
import { join } from "node:path";
import { expect, it } from "vitest";
import { makeSecret } from "#app/config/secret.server.ts";
import { holdDataFolder } from "#db/data-folder.ts";
import { databaseOf } from "#db/engine.ts";
import { migrations, newestMigration } from "#db/migrations/list.ts";
import { openRaw } from "#db/sqlite/connection.ts";
import { migrate } from "#db/sqlite/migrate.ts";
import { emptyFolder, runCommand, startServer } from "#tests/faults/processes.ts";
import { freePort } from "#tests/support/site.ts";

const commands = [
  ["create-admin", "--address", "a@test.example", "--name", "A"],
  ["search", "smještaj", "--as", "a@test.example"],
  ["import", "contributions", "lines.jsonl", "--group", "release", "--as", "a@test.example"],
  ["reset-password", "a@test.example"],
  ["reindex"],
  ["demo", "password"],
  ["doctor"],
];

it("no command begins an installation where there is none", async () => {
  const folder = emptyFolder();
  const run = [...commands, ["migrate"]].map((args) => ({ args, command: runCommand(folder, args) }));
  for (const { args, command } of run) {
    expect([args[0], await command.ended]).toEqual([args[0], 1]);
    expect(command.said()).toMatch(
      args[0] === "doctor" ? /BAD {2}database: there is none/ : /There is no installation in/,
    );
  }
  expect(readdirSync(folder)).toEqual([]);
  const elsewhere = runCommand("", ["reindex"], {}, folder);
  expect(await elsewhere.ended).toBe(1);
  expect(elsewhere.said()).toContain("DATA_DIR is not set: it says where the installation is.");
  expect(readdirSync(folder)).toEqual([]);
});

it("no command but migrate changes a schema, and says what to do", async () => {
  const folder = ofSchema(newestMigration - 1);
  for (const { args, command } of commands.map((args) => ({ args, command: runCommand(folder, args) }))) {
    expect([args[0], await command.ended]).toEqual([args[0], 1]);
    expect(command.said()).toMatch(/[Ss]top the server and run migrate|: run migrate/);
  }
  expect([versionOf(folder), existsSync(join(folder, "backups"))]).toEqual([newestMigration - 1, false]);
  const migrated = runCommand(folder, ["migrate"]);
  expect([await migrated.ended, versionOf(folder)]).toEqual([0, newestMigration]);
});

it("nothing touches a database of a newer version, and says so without a stack", async () => {
  const folder = ofSchema(newestMigration);
  const raw = openRaw(databaseOf(folder));
  raw.pragma(`user_version = ${newestMigration + 1}`);
  raw.close();
  const sentence = `The database is at schema ${newestMigration + 1}; this version of Zbornik knows ${newestMigration}. Install a newer one.\n`;
  for (const args of [["reindex"], ["migrate"]]) {
    const command = runCommand(folder, args);
    expect([await command.ended, command.said()]).toEqual([1, sentence]);
  }
  const server = startServer(folder, await freePort());
  expect([await server.ended, server.said()]).toEqual([1, sentence]);
  expect(versionOf(folder)).toBe(newestMigration + 1);
});

it("no command works beside a server of another version", async () => {
  const folder = ofSchema(newestMigration);
  const hold = holdDataFolder(folder, "the server", { build: "schema 1, analyser 1" });
  const command = runCommand(folder, ["reindex"]);
  expect([await command.ended, command.said()]).toEqual([
    1,
    "The data folder is held by the server of another version. Stop it, or use the command line of its version.\n",
  ]);
  hold.release();
});

it.skipIf(!existsSync("/proc/self"))("a folder that cannot be written to is told in a sentence", async () => {
  const server = startServer("/proc", await freePort());
  expect(await server.ended).toBe(1);
  expect(server.said()).toMatch(
    /^The data folder \/proc cannot be used: .+\. This account must be able to write there\.\n$/,
  );
});

/** A data folder with a database of this schema. */
function ofSchema(version: number): string {
  const folder = emptyFolder();
  makeSecret(folder);
  const raw = openRaw(databaseOf(folder));
  migrate(raw, migrations.slice(0, version));
  raw.close();
  return folder;
}

function versionOf(folder: string): number {
  const raw = openRaw(databaseOf(folder));
  const version = raw.pragma("user_version", { simple: true }) as number;
  raw.close();
  return version;
}
