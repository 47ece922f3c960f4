import type { AddressInfo } from "node:net";
import { setTimeout as sleep } from "node:timers/promises";
import { SMTPServer } from "smtp-server";
import { expect, it } from "vitest";
import { databaseOf, openStore } from "#db/engine.ts";
import { writeTransaction } from "#db/store.ts";
import { startServer } from "#tests/faults/processes.ts";
import { afterThisTest } from "#tests/support/cleanup.ts";
import { aMembership, anAccount } from "#tests/support/factories/people.ts";
import { aSession } from "#tests/support/factories/sessions.ts";
import { freePort } from "#tests/support/site.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const PEOPLE = 40;
/** Kills at most; then the server may end what is left. */
const KILLS = 8;

it("loses no reminder, and sends none again but the one in hand, killed while it sends them", async () => {
  const { folder, addresses } = await installationToRemind();
  const server = await mailServer();
  const port = await freePort();
  const env = { DEMO: "0", SMTP_URL: `smtp://127.0.0.1:${server.port}` };
  let kills = 0;
  for (; kills < KILLS && server.received.length < PEOPLE; kills++) {
    const seen = server.received.length;
    const process = startServer(folder, port, env);
    // In the middle of the mails, and in the middle of one: nobody waits for its answer.
    const wanted = seen + 1 + Math.floor(Math.random() * 6);
    await until(() => server.received.length >= wanted || seen >= PEOPLE);
    await sleep(Math.random() * 30);
    process.child.kill("SIGKILL");
    await process.ended;
    await passLeases(folder);
  }
  const last = startServer(folder, port, env);
  await until(async () => (await unsent(folder)) === 0);
  last.child.kill("SIGTERM");
  expect(await last.ended).toBe(0);
  const { received } = server;
  // Otherwise nothing was tried.
  expect(kills).toBeGreaterThan(2);
  expect([...new Set(received.map(({ to }) => to))].sort()).toEqual(addresses);
  // A mail that came twice is the same mail to whoever reads it.
  expect(new Set(received.map(({ to, messageId }) => `${to} ${messageId}`)).size).toBe(PEOPLE);
  expect(new Set(received.map(({ messageId }) => messageId)).size).toBe(PEOPLE);
  expect(received.length - PEOPLE).toBeLessThanOrEqual(kills);
  expect(await states(folder)).toEqual([{ state: "sent", n: PEOPLE }]);
}, 240_000);

/** An installation with a session that begins in forty minutes, of which everybody is reminded. */
async function installationToRemind(): Promise<{ folder: string; addresses: string[] }> {
  const store = testStore();
  const w = await world(store);
  const addresses = await writeTransaction(store, async (db) => {
    const delegates: string[] = [];
    for (let at = 0; at < PEOPLE; at++) {
      const account_id = await anAccount(db, { name: `Delegate ${at}`, address: `delegate${at}@test.example` });
      await aMembership(db, { account_id, group_id: w.groupId, role: "observer" });
      delegates.push(account_id);
    }
    const starts_at = new Date(Date.now() + 40 * 60_000).toISOString();
    const session = { group_id: w.groupId, round_id: w.roundId, created_by: w.people.organiser };
    await aSession(db, { ...session, starts_at, delegates });
    return Array.from({ length: PEOPLE }, (_, at) => `delegate${at}@test.example`).sort();
  });
  await store.close();
  return { folder: store.folder, addresses };
}

interface Received {
  to: string;
  messageId: string;
}

/** A mail server that takes its time for every mail, and knows it only when it has the whole. */
async function mailServer(): Promise<{ port: number; received: Received[] }> {
  const received: Received[] = [];
  const server = new SMTPServer({
    authOptional: true,
    disabledCommands: ["STARTTLS", "AUTH"],
    logger: false,
    onData(stream, session, callback) {
      const parts: Buffer[] = [];
      stream.on("data", (part: Buffer) => parts.push(part));
      stream.on("end", () => {
        const raw = Buffer.concat(parts).toString();
        const to = session.envelope.rcptTo[0]?.address ?? "";
        received.push({ to, messageId: /^message-id: *(\S+)/im.exec(raw)?.[1] ?? "" });
        setTimeout(callback, 20);
      });
    },
  });
  // A connection that a kill broke is no fault.
  server.on("error", () => undefined);
  await new Promise<void>((resolve) => server.listen(0, "127.0.0.1", resolve));
  afterThisTest(() => new Promise<void>((resolve) => server.close(() => resolve())));
  return { port: (server.server.address() as AddressInfo).port, received };
}

/** As if the minutes had passed for which a mail is the one's who took it. */
async function passLeases(folder: string): Promise<void> {
  const store = openStore(databaseOf(folder));
  const lease_until = new Date(Date.now() - 1000).toISOString();
  await writeTransaction(store, (db) =>
    db.updateTable("outbox").set({ lease_until }).where("state", "=", "sending").execute(),
  );
  await store.close();
}

async function unsent(folder: string): Promise<number> {
  const all = await states(folder);
  return all.length === 0 ? 1 : all.filter(({ state }) => state !== "sent").length;
}

async function states(folder: string): Promise<{ state: string; n: number }[]> {
  const store = openStore(databaseOf(folder));
  const rows = await store.read
    .selectFrom("outbox")
    .select(({ fn }) => ["state", fn.countAll<number>().as("n")])
    .groupBy("state")
    .orderBy("state")
    .execute();
  await store.close();
  return rows;
}

async function until(holds: () => boolean | Promise<boolean>): Promise<void> {
  for (let tries = 0; tries < 600; tries++) {
    if (await holds()) return;
    await sleep(100);
  }
  throw new Error("It did not come to that within a minute");
}
