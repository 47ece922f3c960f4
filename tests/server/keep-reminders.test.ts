import pino from "pino";
import { expect, it } from "vitest";
import { keepReminders } from "#app/server/keep-reminders.server.ts";
import { writeTransaction } from "#db/store.ts";
import { aSession } from "#tests/support/factories/sessions.ts";
import { testStore } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

const log = pino({ level: "silent" });

it("looks as soon as the server starts, wakes the mail worker for what is due, and stops", async () => {
  const store = testStore();
  const w = await world(store);
  const session = { group_id: w.groupId, round_id: w.roundId, created_by: w.people.organiser };
  const inMinutes = (minutes: number) => new Date(Date.now() + minutes * 60_000).toISOString();
  await writeTransaction(store, async (db) => {
    const delegates = [w.people.participantBa];
    await aSession(db, { ...session, starts_at: inMinutes(30), delegates });
    // Neither one that is far away, nor one that was a week ago.
    await aSession(db, { ...session, starts_at: inMinutes(3 * 24 * 60), delegates });
    await aSession(db, { ...session, starts_at: inMinutes(-7 * 24 * 60), delegates });
  });
  const woken = new Promise<void>((wake) => {
    const reminders = keepReminders({ store, log, wake: () => void reminders.stop().then(wake) });
  });
  await woken;
  const rows = await store.read.selectFrom("outbox").select(["template", "recipient_id"]).execute();
  expect(rows).toEqual([{ template: "reminder-before", recipient_id: w.people.participantBa }]);
});

it("goes on where nothing can be read, and says so in the log", async () => {
  const store = testStore();
  const told: unknown[] = [];
  const faulty = { error: (...words: unknown[]) => told.push(words) } as unknown as typeof log;
  const closed = { ...store, read: null as unknown as typeof store.read };
  const reminders = keepReminders({ store: closed, log: faulty, wake: () => undefined });
  await reminders.stop();
  expect(told).toHaveLength(1);
});
