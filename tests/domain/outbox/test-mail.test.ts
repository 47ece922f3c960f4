import { expect, it } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import { countTroubledMails } from "#app/domain/outbox/count-troubled-mails.server.ts";
import { findMailHealth } from "#app/domain/outbox/find-mail-health.server.ts";
import { releaseHeld } from "#app/domain/outbox/release-held.server.ts";
import { sendTestMail } from "#app/domain/outbox/test-mail.server.ts";
import { mailHealthView } from "#app/views/outbox/mail-health-view.ts";
import { writeTransaction } from "#db/store.ts";
import { after, busy, deliver, now, refused, server, states } from "#tests/domain/outbox/mail-server.ts";
import { aMail } from "#tests/support/factories/outbox.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";
import { world } from "#tests/support/world.ts";

const settings = { smtpUrl: "smtp://user:secret@mail.example:2525", mailFrom: "sessions@zbornik.example" };

it("sends an administrator a mail by the way that all mails go, and tells what the server said", async () => {
  const store = testStore();
  const w = await world(store);
  const admin = await w.actor(w.people.administrator);
  const verdict = async (at: Date) => {
    const health = await findMailHealth(store.read, admin, at);
    const { tone, title, facts } = mailHealthView(health, settings, viewer());
    return [tone, title, facts.map(({ details }) => details).slice(0, 2), facts[3]?.details];
  };
  const known = ["mail.example:2525", "sessions@zbornik.example"];
  expect(await verdict(now)).toEqual(["warn", "No mail has been sent yet.", known, "never"]);
  await sendTestMail(store, admin, now);
  const smtp = server([busy]);
  await deliver(store, smtp, now);
  const failed = "Thursday 1 October 2026, 10:00: 451 later";
  expect(await verdict(after(1))).toEqual(["bad", "The mail server does not take mails.", known, failed]);
  await deliver(store, smtp, after(2));
  expect(await verdict(after(2))).toEqual(["good", "The mail server takes mails.", known, "never"]);
  expect(smtp.mails.map(({ to, subject }) => [(to as { name: string }).name, subject])).toEqual(
    Array(2).fill(["administrator", "Zbornik: a test"]),
  );
  await sendTestMail(store, admin, after(3));
  await deliver(store, server([refused]), after(3));
  expect((await verdict(after(4)))[0]).toBe("bad");
});

it("is for administrators", async () => {
  const store = testStore();
  const w = await world(store);
  for (const who of [w.people.organiser, w.people.consultant]) {
    const actor = await w.actor(who);
    await expect(sendTestMail(store, actor, now)).rejects.toThrow(NotFound);
    await expect(releaseHeld(store, actor, now)).rejects.toThrow(NotFound);
    await expect(findMailHealth(store.read, actor, now)).rejects.toThrow(NotFound);
  }
  expect(await states(store)).toEqual([]);
});

it("counts mails that failed, that are tried in vain, and that are late; not those that wait their turn", async () => {
  const store = testStore();
  const w = await world(store);
  const due = (minutes: number) => ({ next_attempt_at: after(minutes).toISOString() });
  await writeTransaction(store, async (db) => {
    await aMail(db, { group_id: w.groupId, state: "failed" });
    await aMail(db, { group_id: w.groupId, attempts: 3, ...due(30) });
    await aMail(db, { group_id: w.groupId, ...due(-61) });
    await aMail(db, { group_id: w.otherGroupId, state: "sending", ...due(-61) });
    await aMail(db, { group_id: w.groupId, attempts: 2, ...due(-10) });
    await aMail(db, { group_id: w.groupId, state: "sent", attempts: 5, ...due(-900) });
    await aMail(db, { group_id: w.groupId, state: "kept", ...due(-900) });
  });
  const count = (groups: string[] | null) => countTroubledMails(store.read, groups, now);
  expect(await Promise.all([count([w.groupId]), count([w.otherGroupId]), count(null)])).toEqual([3, 1, 4]);
});

it("lets go what was held back: what is not true any more is given up", async () => {
  const store = testStore();
  const w = await world(store);
  await writeTransaction(store, (db) =>
    aMail(db, { state: "held", reason: "restored", subject_id: "gone", recipient_id: w.people.observer }),
  );
  const smtp = server();
  await deliver(store, smtp, after(1));
  expect((await states(store))[0]?.state).toBe("held");
  expect(await releaseHeld(store, await w.actor(w.people.administrator), after(2))).toEqual({ released: 1 });
  await deliver(store, smtp, after(2));
  expect([smtp.mails, (await states(store)).map(({ state, reason }) => [state, reason])]).toEqual([
    [],
    [["dropped", "not-allowed"]],
  ]);
});
