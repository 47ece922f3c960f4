import { describe, expect, it } from "vitest";
import { reviewContribution } from "#app/domain/knowledge/review-contribution.server.ts";
import type { Decision } from "#app/domain/knowledge/review-rules.ts";
import { saveContribution } from "#app/domain/knowledge/save-contribution.server.ts";
import { sendDue } from "#app/domain/outbox/outbox-worker.server.ts";
import type { Store } from "#db/store.ts";
import { full, now, type RecordWorld, recordWorld, snapshot, submitted } from "#tests/domain/knowledge/record-world.ts";
import { outgoing, server } from "#tests/domain/outbox/mail-server.ts";
import { testStore, writing } from "#tests/support/store.ts";
import type { World } from "#tests/support/world.ts";

const reason = "Say which service leads.";
const days = (count: number) => new Date(now.getTime() + count * 86_400_000);

/** What went out by a moment: to whom, and subject and text. */
async function sentBy(store: Store, at: Date) {
  const smtp = server();
  await sendDue(store, outgoing, smtp, () => at);
  return smtp.mails.map(({ to, subject, text }) => ({ to: (to as { address: string }).address, subject, text }));
}

function review(store: Store, w: RecordWorld, who: keyof World["people"], number: string) {
  return async (decision: Decision) => {
    const { revision } = await store.read
      .selectFrom("contribution")
      .select("revision")
      .where("number", "=", number)
      .executeTakeFirstOrThrow();
    return reviewContribution(store, await w.actor(w.people[who]), { number, decision, reason, revision }, now);
  };
}

async function complete(author: keyof World["people"] = "participantBa") {
  const store = testStore();
  const w = await recordWorld(store);
  const { number } = await submitted(store, w, author, {
    depth: "full",
    full,
    beneficiary: "ba",
    title: "A title that stays here",
  });
  const by = (who: keyof World["people"], decision: Decision) => review(store, w, who, number)(decision);
  const save = async () => {
    const row = await store.read.selectFrom("contribution").select("revision").executeTakeFirstOrThrow();
    const change = { ...snapshot(w), number, revision: row.revision, full };
    return saveContribution(store, await w.actor(w.people[author]), change, now);
  };
  return { store, w, number, by, save };
}

describe("a review", () => {
  it("is told to the author alone, with the reason and without the title", async () => {
    const { store, number, by } = await complete();
    await by("consultant", "checked");
    const checked = await sentBy(store, now);
    await by("organiser", "validated");
    const validated = await sentBy(store, now);
    await by("organiser", "archived");
    const archived = await sentBy(store, now);
    const all = [...checked, ...validated, ...archived];
    expect(all.map(({ to, subject }) => [to, subject])).toEqual([
      ["participantba@test.example", `Record ${number} has been checked`],
      ["participantba@test.example", `Record ${number} has been validated`],
      ["participantba@test.example", `Record ${number} has been archived`],
    ]);
    expect(all.map(({ text }) => String(text).includes(reason))).toEqual([false, false, true]);
    expect(JSON.stringify(all)).not.toContain("A title that stays here");
  });

  it("that returns it says why, and leads to where it is completed", async () => {
    const { store, number, by } = await complete();
    await by("consultant", "returned");
    const [mail, ...more] = await sentBy(store, now);
    expect(more).toEqual([]);
    expect(mail?.subject).toBe(`Record ${number} came back to you`);
    expect(mail?.text).toContain(`Reason: ${reason}`);
    expect(mail?.text).toContain(`https://zbornik.example/contributions/${number}/edit`);
  });

  it("is not told when it holds no more, nor to whoever left, nor to an author who decided it", async () => {
    const quick = await complete();
    await quick.by("consultant", "returned");
    await quick.save();
    expect(await sentBy(quick.store, now)).toEqual([]);
    const { reason: why } = await quick.store.read.selectFrom("outbox").select("reason").executeTakeFirstOrThrow();
    expect(why).toBe("answered");

    const gone = await complete();
    await gone.by("consultant", "returned");
    await writing(gone.store)
      .updateTable("membership")
      .set({ ended_at: now.toISOString() })
      .where("account_id", "=", gone.w.people.participantBa)
      .execute();
    expect(await sentBy(gone.store, now)).toEqual([]);

    const own = await complete("organiser");
    await own.by("organiser", "archived");
    expect(await own.store.read.selectFrom("outbox").select("template").execute()).toEqual([]);
  });

  it("takes the place of an earlier one that has not gone out", async () => {
    const { store, number, by } = await complete();
    await by("consultant", "checked");
    await by("organiser", "returned");
    expect((await sentBy(store, now)).map(({ subject }) => subject)).toEqual([`Record ${number} came back to you`]);
  });
});

describe("a snapshot", () => {
  it("is mentioned to its author once, after a week", async () => {
    const store = testStore();
    const w = await recordWorld(store);
    const { number } = await submitted(store, w, "participantBa");
    expect(await sentBy(store, days(6))).toEqual([]);
    const sent = await sentBy(store, days(7));
    expect(sent.map(({ to, subject }) => [to, subject])).toEqual([
      ["participantba@test.example", `Record ${number} is still a snapshot`],
    ]);
    expect(await sentBy(store, days(30))).toEqual([]);
  });

  it("that was completed or withdrawn meanwhile is not mentioned", async () => {
    const store = testStore();
    const w = await recordWorld(store);
    const { number } = await submitted(store, w, "participantBa");
    const change = { ...snapshot(w), number, revision: 1, full, complete: true };
    await saveContribution(store, await w.actor(w.people.participantBa), change, now);
    await submitted(store, w, "speakerBa");
    await writing(store)
      .updateTable("contribution")
      .set({ status: "withdrawn" })
      .where("author_id", "=", w.people.speakerBa)
      .execute();
    expect(await sentBy(store, days(8))).toEqual([]);
  });
});
