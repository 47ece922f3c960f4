import { expect, it } from "vitest";
import { findOutbox, findOutboxMail } from "#app/domain/outbox/find-outbox.server.ts";
import { sendDue } from "#app/domain/outbox/outbox-worker.server.ts";
import { inviteMember } from "#app/domain/people/invite-member.server.ts";
import { mails } from "#app/views/mails/mails.server.ts";
import { mailInList, mailView } from "#app/views/outbox/mail-view.ts";
import { writeTransaction } from "#db/store.ts";
import { after, busy, deliver, now, outgoing, server } from "#tests/domain/outbox/mail-server.ts";
import { schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";
import { viewer } from "#tests/support/viewer.ts";

const nobody = { kind: "none" as const, send: async () => Promise.reject(new Error("not to be called")) };

it("lists subjects in the words and on the clock of whoever looks, with the zone", async () => {
  const w = await sessionWorld(testStore());
  const zone = { zone: "Europe/Istanbul", locale: "bs", mail_locale: "bs" };
  await writeTransaction(w.store, (db) =>
    db.updateTable("account").set(zone).where("id", "=", w.people.participantBa).execute(),
  );
  await schedule(w, { delegateIds: [w.people.participantBa, w.people.speakerBa] }, now);
  const reading = { ...viewer(), locale: "en" as const };
  const { mails: listed } = await findOutbox(w.store.read, w.organiser, w.groupId, outgoing, { page: 1, reading, now });
  const subject = "Wednesday 4 November 2026, 09:00, Sarajevo (UTC+1)";
  expect(listed.filter((mail) => !mail.subject?.endsWith(subject))).toEqual([]);
  const his = listed.find(({ to }) => to === "participantBa");
  const one = await findOutboxMail(w.store.read, w.organiser, his?.id ?? "", outgoing, now);
  expect([one.locale, one.subject]).toEqual([
    "bs",
    expect.stringContaining("srijeda, 4. novembra 2026. u 11:00, Istanbul (UTC+3)"),
  ]);
});

it("says of an invitation what became of it, and leads to its link while that was not sent", async () => {
  const w = await sessionWorld(testStore());
  const standing = { role: "observer", beneficiaryId: null, institutionId: null, speaks: false } as const;
  const invite = (address: string) =>
    inviteMember(w.store, w.organiser, { ...standing, groupId: w.groupId, address, name: address, locale: "en" }, now);
  const open = await invite("open@test.example");
  const accepted = await invite("accepted@test.example");
  const withdrawn = await invite("withdrawn@test.example");
  await sendDue(w.store, outgoing, nobody, () => now);
  const at = now.toISOString();
  await writeTransaction(w.store, async (db) => {
    const { invitationId: taken } = accepted;
    await db.updateTable("invitation").set({ accepted_at: at }).where("id", "=", taken).execute();
    await db.updateTable("invitation").set({ withdrawn_at: at }).where("id", "=", withdrawn.invitationId).execute();
  });
  const site = { ...outgoing.site };
  const seen = viewer("Europe/Sarajevo", now);
  const all = { page: 1, reading: { ...seen, locale: "en" as const }, now };
  const { mails: listed } = await findOutbox(w.store.read, w.organiser, w.groupId, { site, mails }, all);
  const views = await Promise.all(
    listed.map(async (row) => {
      const mail = mailView(await findOutboxMail(w.store.read, w.organiser, row.id, { site, mails }, now), seen);
      return [mail.to.address, mailInList(row, seen).subject, mail.state, mail.invitation];
    }),
  );
  expect(views.sort()).toEqual([
    ["accepted@test.example", "Not shown: done meanwhile", "kept, not sent", null],
    [
      "open@test.example",
      expect.stringContaining("Invitation to"),
      "kept, not sent",
      `/members/invitation/${open.invitationId}`,
    ],
    ["withdrawn@test.example", "Not shown: withdrawn or replaced", "kept, not sent", null],
  ]);
});

it("says until when a mail waits, and why it was not taken", async () => {
  const w = await sessionWorld(testStore());
  await schedule(w, { delegateIds: [w.people.participantBa] }, now);
  const stateAt = async (at: Date) => {
    const seen = viewer("Europe/Sarajevo", at);
    const all = { page: 1, reading: { ...seen, locale: "en" as const }, now };
    const { mails: listed } = await findOutbox(w.store.read, w.organiser, w.groupId, outgoing, all);
    return [...new Set(listed.map((mail) => mailInList(mail, seen).state))];
  };
  await writeTransaction(w.store, (db) =>
    db
      .updateTable("outbox")
      .set({ next_attempt_at: after(2).toISOString() })
      .execute(),
  );
  expect(await stateAt(now)).toEqual(["waiting until 10:02, in case more changes"]);
  await deliver(w.store, server(Array(9).fill(busy)), after(2));
  expect(await stateAt(after(2))).toEqual(["tried without success; next try Thursday 1 October 2026, 10:03"]);
});
