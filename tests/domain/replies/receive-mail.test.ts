import { expect, it } from "vitest";
import { receiveMail } from "#app/domain/replies/receive-mail.server.ts";
import { findShownReplies } from "#app/domain/replies/shown-replies.server.ts";
import { timeOf } from "#app/domain/sessions/answers/answer-input.ts";
import { answerForPerson } from "#app/domain/sessions/answers/answer-invitation.server.ts";
import { cancelSession } from "#app/domain/sessions/cancel-session.server.ts";
import { changeSession } from "#app/domain/sessions/change-session.server.ts";
import { findSessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import { after, deliver } from "#tests/domain/outbox/mail-server.ts";
import { answered } from "#tests/domain/replies/corpus/answered.ts";
import { apple, exchange, gmail } from "#tests/domain/replies/corpus/clients.ts";
import { dialects } from "#tests/domain/replies/corpus/dialects.ts";
import { oddities } from "#tests/domain/replies/corpus/oddities.ts";
import { others } from "#tests/domain/replies/corpus/others.ts";
import { answerOfBa, later, type ReplyWorld, replyWorld, take } from "#tests/domain/replies/reply-world.ts";
import { changeInput } from "#tests/domain/sessions/session-world.ts";

const corpus = { ...answered, ...dialects, ...oddities, ...others };

it.each(Object.keys(corpus))("takes in: %s", async (name) => {
  const [mail, result, answer, comment = ""] = corpus[name]!;
  const w = await replyWorld();
  const mailsBefore = w.smtp.mails.length;
  const got = await take(w, mail(w.written));
  expect([`${got?.result} ${got?.reason}`, got?.answer ?? null]).toEqual([result, answer]);
  const isApplied = result.startsWith("applied");
  expect(await answerOfBa(w)).toEqual(isApplied ? { answer, way: "mail", comment, isEarlier: false } : null);
  // Nothing is ever answered by mail.
  await deliver(w.store, w.smtp, after(300));
  expect(w.smtp.mails.length).toBe(mailsBefore);
});

const reply = (w: ReplyWorld, more: object = {}) => gmail({ ...w.written, ...more });
const gist = (got: Awaited<ReturnType<typeof take>>) => `${got?.result} ${got?.reason}`;

it("applies a reply once however often it comes, and drops an older one that comes later", async () => {
  const w = await replyWorld();
  const mail = reply(w, { stamp: "20261001T100500Z" });
  const five = [];
  for (let time = 0; time < 5; time++) five.push(gist(await take(w, mail, after(130 + time))));
  expect(five).toEqual(["applied answered", ...Array(4).fill("dropped repeated")]);
  const again = exchange({ ...w.written, stamp: "20261001T100600Z", comment: "" });
  expect(gist(await take(w, again, after(140)))).toBe("dropped repeated");
  const declined = reply(w, { partstat: "DECLINED", stamp: "20261001T100700Z" });
  expect(gist(await take(w, declined, after(150)))).toBe("applied answered");
  const older = reply(w, { partstat: "TENTATIVE", stamp: "20261001T100600Z" });
  expect(gist(await take(w, older, after(160)))).toBe("dropped older");
  expect(await answerOfBa(w)).toEqual({ answer: "declined", way: "mail", comment: "", isEarlier: false });
});

it("lets a mail that was under way not undo what was answered on a page since", async () => {
  const w = await replyWorld();
  const session = await findSessionFacts(w.store.read, w.organiser, w.sessionId);
  const input = { answer: "declined" as const, comment: "", time: timeOf(session) };
  const seat = { sessionId: w.sessionId, accountId: w.people.participantBa };
  await answerForPerson(w.store, w.organiser, { ...input, ...seat }, later);
  expect(gist(await take(w, reply(w, { stamp: "20261001T095000Z" }), after(130)))).toBe("dropped older");
  expect(gist(await take(w, reply(w, { stamp: "20261001T100500Z" }), after(131)))).toBe("applied answered");
});

it("takes an answer to an invitation that is out of date as one to the earlier time until the newer one went out", async () => {
  const w = await replyWorld();
  await changeSession(w.store, w.organiser, await changeInput(w, w.sessionId, { time: "11:00" }), after(126));
  expect(gist(await take(w, reply(w), after(127)))).toBe("applied earlier-time");
  expect(await answerOfBa(w)).toEqual({ answer: "accepted", way: "mail", comment: "", isEarlier: true });
  await deliver(w.store, w.smtp, after(140));
  expect(gist(await take(w, reply(w, { partstat: "DECLINED" }), after(141)))).toBe("dropped stale");
  const newer = reply(w, { partstat: "TENTATIVE", sequence: 1, stamp: "20261001T102200Z" });
  expect(gist(await take(w, newer, after(142)))).toBe("applied answered");
  expect(await answerOfBa(w)).toEqual({ answer: "tentative", way: "mail", comment: "", isEarlier: false });
});

it("drops what comes from somebody taken out, and for a session that is off or over", async () => {
  const over = await replyWorld();
  expect(gist(await take(over, reply(over), new Date("2026-11-04T09:00:00.000Z")))).toBe("dropped over");
  const off = await replyWorld();
  await cancelSession(off.store, off.organiser, { sessionId: off.sessionId, reason: "Illness." }, after(126));
  expect(gist(await take(off, reply(off)))).toBe("dropped cancelled");
  const out = await replyWorld();
  const delegateIds = [out.people.speakerBa];
  await changeSession(out.store, out.organiser, await changeInput(out, out.sessionId, { delegateIds }), after(126));
  expect(gist(await take(out, reply(out)))).toBe("dropped removed");
  expect(await answerOfBa(out)).toBe(null);
});

it("keeps of a mail neither text nor, where it is dropped, address and subject", async () => {
  const w = await replyWorld();
  await take(w, reply(w, { address: "stranger@example.org", comment: "Secret words" }));
  await take(w, reply(w, { from: "assistant@example.org", comment: "Other words" }));
  const rows = await w.store.read.selectFrom("received_reply").selectAll().orderBy("result").execute();
  expect(rows.map(({ from_address, subject, reason }) => [reason, from_address, subject])).toEqual([
    ["not-invited", "", ""],
    ["other-sender", "assistant@example.org", "Accepted: Bilateral session"],
  ]);
  expect(JSON.stringify(rows)).not.toMatch(/Secret|Other words/);
});

it("keeps the time that was proposed", async () => {
  const w = await replyWorld();
  await take(w, exchange({ ...w.written, method: "COUNTER", start: "20261104T110000" }));
  const row = await w.store.read.selectFrom("received_reply").selectAll().executeTakeFirstOrThrow();
  expect([row.proposed_starts_at, row.proposed_ends_at]).toEqual([
    "2026-11-04T10:00:00.000Z",
    "2026-11-04T11:00:00.000Z",
  ]);
});

const noMail = [
  "",
  "\0\0\0",
  "just words",
  "{}",
  '{"from":"ana"}',
  "Note: buy milk",
  "%PDF-1.7",
  "\n\n\nFrom: late@example.org",
];

it.each(noMail)("is no mail: %j", async (words) => {
  const w = await replyWorld();
  expect(await receiveMail(w.store, Buffer.from(words), later)).toBe(null);
});

it("names to the organisers the member to whom somebody delegated, and keeps nothing of anybody else", async () => {
  const w = await replyWorld();
  const delegated = (to: string, stamp: string) => {
    const mail = apple({ ...w.written, partstat: `DELEGATED;DELEGATED-TO="mailto:${to}"`, stamp });
    return take(w, mail);
  };
  expect(gist(await delegated("Stranger@Example.org", "20261001T100500Z"))).toBe("shown delegated");
  expect(gist(await delegated("ParticipantAl@test.example", "20261001T100600Z"))).toBe("shown delegated");
  const rows = await w.store.read.selectFrom("received_reply").selectAll().execute();
  expect(new Set(rows.map(({ delegate_id }) => delegate_id))).toEqual(new Set([null, w.people.participantAl]));
  expect(JSON.stringify(rows).toLowerCase()).not.toContain("stranger");
  const shown = await findShownReplies(w.store.read, w.organiser, { sessionId: w.sessionId });
  expect(new Set(shown.map(({ delegate }) => delegate))).toEqual(new Set([null, "participantAl"]));
});
