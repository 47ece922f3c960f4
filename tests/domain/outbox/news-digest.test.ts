import { expect, it } from "vitest";
import { contributionReviewed } from "#app/domain/knowledge/review-mails.server.ts";
import type { NewsWay } from "#app/domain/mail/mail-choice.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { queueDigests } from "#app/domain/outbox/news-digest.server.ts";
import { testMail } from "#app/domain/outbox/test-mail.server.ts";
import { chooseMails } from "#app/domain/people/choose-mails.server.ts";
import { writeTransaction } from "#db/store.ts";
import { busy, deliver, now, refused, server, unknown } from "#tests/domain/outbox/mail-server.ts";
import { aContribution } from "#tests/support/factories/contributions.ts";
import { testStore, writing } from "#tests/support/store.ts";
import { world } from "#tests/support/world.ts";

/** `now` is ten in the morning in Sarajevo; the digest is due at five in UTC. */
const morning = new Date("2026-10-02T05:00:00.000Z");
const later = (minutes: number, from = morning) => new Date(from.getTime() + minutes * 60_000);

async function prepared(way: NewsWay = "daily") {
  const store = testStore();
  const w = await world(store);
  const { participantBa, speakerBa } = w.people;
  const choose = async (news: NewsWay, at = now) =>
    chooseMails(store, await w.actor(participantBa), { reminders: [], news }, at);
  await choose(way);
  const news = (at = now, who = participantBa) =>
    writeTransaction(store, async (db) => {
      const author = { group_id: w.groupId, author_id: who, beneficiary: "ba" };
      const about = { ...author, status: "returned", review_reason: "Who leads?" } as const;
      const subjectId = await aContribution(db, about);
      const to = { id: who, address: `${who === participantBa ? "participantba" : "speakerba"}@test.example` };
      const order = { kept: { decision: "returned" as const }, to, groupId: w.groupId, subjectId, mark: subjectId };
      await queueMail(db, contributionReviewed, order, at);
      return subjectId;
    });
  const sent = async (at: Date, smtp = server()) => {
    await queueDigests(store, at);
    await deliver(store, smtp, at);
    return smtp.mails.map(({ to, subject }) => `${(to as { name: string }).name}: ${String(subject).split(" (")[0]}`);
  };
  const states = async () => {
    const rows = store.read.selectFrom("outbox").select(["template", "state", "reason"]).orderBy("created_at");
    const found = await rows.orderBy("template").orderBy("state").execute();
    return found.map(({ template, state, reason }) => `${template} ${state} ${reason}`.trim());
  };
  return { store, w, choose, news, sent, states, participantBa, speakerBa };
}

it("gathers news until the morning and sends them in one mail; those of others at once", async () => {
  const { news, sent, states, speakerBa } = await prepared();
  await news();
  await news(later(5, now));
  await news(now, speakerBa);
  expect(await sent(later(10, now))).toEqual([expect.stringMatching(/^speakerBa: /)]);
  expect(await sent(later(-1))).toEqual([]);
  const smtp = server();
  expect(await sent(morning, smtp)).toEqual(["participantBa: 2 news on Zbornik"]);
  const text = String(smtp.mails[0]?.text);
  expect(text).toMatch(/^Dear participantBa,\n\nThis is new since your last mail\.\n\n1\. .+\n[\s\S]*\n\n2\. /);
  expect(text.match(/^\d\. .*:\nhttps:\/\/zbornik\.example\/contributions\//gm)).toHaveLength(2);
  expect(await states()).toEqual([
    ...["contribution-reviewed sent", "contribution-reviewed sent", "contribution-reviewed sent", "news-digest sent"],
  ]);
  expect(await sent(later(1))).toEqual([]);
});

it("begins anew the next day, and is silent where nothing is new", async () => {
  const { news, sent } = await prepared();
  await news();
  expect(await sent(morning)).toHaveLength(1);
  expect(await sent(later(24 * 60))).toEqual([]);
  await news(later(24 * 60));
  expect(await sent(later(48 * 60 - 1))).toEqual([]);
  expect(await sent(later(48 * 60))).toEqual(["participantBa: 1 news on Zbornik"]);
});

it("sends one mail after a week without a server", async () => {
  const { news, sent } = await prepared();
  await news();
  await news(later(24 * 60));
  await news(later(48 * 60));
  expect(await sent(later(7 * 24 * 60))).toEqual(["participantBa: 3 news on Zbornik"]);
});

it("asks for each again when it is sent, and tells nothing of what may not be known", async () => {
  const { store, news, sent, states, w, participantBa } = await prepared();
  const gone = await news();
  await news();
  await writing(store).updateTable("contribution").set({ status: "complete" }).where("id", "=", gone).execute();
  expect(await sent(morning)).toEqual(["participantBa: 1 news on Zbornik"]);
  expect((await states()).filter((one) => one.includes("dropped"))).toHaveLength(1);
  await news(later(1));
  await writing(store)
    .updateTable("membership")
    .set({ ended_at: morning.toISOString() })
    .where("account_id", "=", participantBa)
    .where("group_id", "=", w.groupId)
    .execute();
  expect(await sent(later(24 * 60))).toEqual([]);
});

it("tries again with the same Message-ID, and settles what it says only when the server has it", async () => {
  const { news, sent, states } = await prepared();
  await news();
  const smtp = server([busy, unknown]);
  await sent(morning, smtp);
  expect(await states()).toEqual(["contribution-reviewed waiting", "news-digest waiting server"]);
  await sent(later(5), smtp);
  expect((await states())[0]).toBe("contribution-reviewed waiting");
  await sent(later(30), smtp);
  expect(await states()).toEqual(["contribution-reviewed sent", "news-digest sent"]);
  expect([smtp.mails.length, new Set(smtp.mails.map(({ messageId }) => messageId)).size]).toEqual([3, 1]);
});

it("takes along the next morning what a server refused for good", async () => {
  const { news, sent } = await prepared();
  await news();
  expect(await sent(morning, server([refused]))).toHaveLength(1);
  await news(later(60));
  expect(await sent(later(24 * 60))).toEqual(["participantBa: 2 news on Zbornik"]);
});

it("follows another choice: what waits goes out at once, or not at all", async () => {
  const now_ = await prepared();
  await now_.news();
  await now_.choose("at-once", later(1, now));
  expect(await now_.sent(later(2, now))).toHaveLength(1);
  expect(await now_.states()).toEqual(["contribution-reviewed sent"]);
  const never = await prepared();
  await never.news();
  await never.choose("never", later(1, now));
  await never.news(later(2, now));
  expect(await never.sent(morning)).toEqual([]);
  expect(await never.states()).toEqual(Array(2).fill("contribution-reviewed dropped unwanted"));
});

it("leaves alone what is no news, whatever somebody chose", async () => {
  const { store, sent, participantBa } = await prepared("never");
  const to = { id: participantBa, address: "participantba@test.example" };
  const order = { kept: {}, to, groupId: null, subjectId: participantBa, mark: "test" };
  await writeTransaction(store, (db) => queueMail(db, testMail, order, now));
  expect(await sent(now)).toHaveLength(1);
});

it("is in the language of its recipient", async () => {
  const { store, news, sent } = await prepared();
  await writing(store).updateTable("account").set({ mail_locale: "bs" }).execute();
  for (let at = 0; at < 3; at++) await news();
  const smtp = server();
  expect(await sent(morning, smtp)).toEqual(["participantBa: 3 novosti na platformi Zbornik"]);
  expect(String(smtp.mails[0]?.html)).toContain('lang="bs"');
});
