import { readFileSync, writeFileSync } from "node:fs";
import { expect, it } from "vitest";
import { makeSecret } from "#app/config/secret.server.ts";
import { buildDatabase, databaseOf } from "#db/engine.ts";
import { openRaw } from "#db/sqlite/connection.ts";
import { emptyFolder, runCommand, startServer } from "#tests/faults/processes.ts";
import { freePort } from "#tests/support/site.ts";

const PAGE = 4096;

it("a server on a database with a damaged table says so to whoever watches it, and doctor says where", async () => {
  const folder = await aFolder();
  const raw = openRaw(databaseOf(folder));
  const page = raw
    .prepare("select rootpage from sqlite_master where name = 'contribution_link'")
    .pluck()
    .get() as number;
  raw.close();
  zero(folder, (page - 1) * PAGE, page * PAGE);
  const port = await freePort();
  const server = startServer(folder, port, { DEMO: "0" });
  await server.until('"ready"');
  await server.until("the database is damaged: run doctor");
  const answer = await fetch(`http://127.0.0.1:${port}/healthz`);
  expect([answer.status, await answer.text()]).toEqual([503, "the database is damaged: run doctor"]);
  const doctor = runCommand(folder, ["doctor"]);
  expect(await doctor.ended).toBe(1);
  expect(doctor.said()).toMatch(/BAD {2}integrity: damaged: contribution_link; /);
  expect(doctor.said()).toContain("ok   audit chain");
}, 60_000);

it("a server that cannot start on a damaged database says so in a sentence", async () => {
  const folder = await aFolder();
  // All but the head of the file, which says what it is.
  zero(folder, 100, PAGE);
  const server = startServer(folder, await freePort(), { DEMO: "0" });
  expect([await server.ended, server.said()]).toEqual([
    1,
    "The database is damaged: run doctor, which says where, and restore a backup.\n",
  ]);
}, 60_000);

async function aFolder(): Promise<string> {
  const folder = emptyFolder();
  makeSecret(folder);
  await buildDatabase(databaseOf(folder), async () => undefined);
  return folder;
}

function zero(folder: string, from: number, to: number): void {
  const file = databaseOf(folder);
  writeFileSync(file, readFileSync(file).fill(0, from, to));
}
