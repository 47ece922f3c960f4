import { expect, it } from "vitest";
import { NotFound } from "#app/domain/errors.ts";
import { findShownReplies, settleReply } from "#app/domain/replies/shown-replies.server.ts";
import { shownReplyView } from "#app/views/sessions/shown-reply-view.server.ts";
import { exchange, gmail } from "#tests/domain/replies/corpus/clients.ts";
import { others } from "#tests/domain/replies/corpus/others.ts";
import { replyWorld, take } from "#tests/domain/replies/reply-world.ts";
import { viewer } from "#tests/support/viewer.ts";

it("shows organisers of the session, and nobody else, what is not plainly an answer, in words, until it is set aside", async () => {
  const w = await replyWorld();
  await take(w, exchange({ ...w.written, method: "COUNTER", start: "20261104T110000" }));
  await take(w, gmail({ ...w.written, from: "assistant@example.org", partstat: "DECLINED" }));
  await take(w, gmail({ ...w.written, comment: "Za 0101990170003", stamp: "20261001T100700Z" }));
  await take(w, others["an answer by hand"]![0](w.written));
  await take(w, others["words that answer nothing"]![0](w.written));
  const shownTo = async (accountId: string) =>
    findShownReplies(w.store.read, await w.actor(accountId), { sessionId: w.sessionId });
  const shown = await shownTo(w.people.organiser);
  expect(shown.map((reply) => shownReplyView(reply, viewer()).says).sort()).toEqual([
    "assistant@example.org answered in the name of participantBa (will not take part). It was not applied. Ask participantBa, then enter the answer.",
    "participantBa answered, and the comment was left out because it holds an identity number.",
    "participantBa proposes another time: Wednesday 4 November 2026, 11:00–12:00, Sarajevo (UTC+1). Move the session, or write why it stays.",
    "participantBa wrote back: “Re: Invitation”. The text is not kept here. If it was an answer, enter it.",
  ]);
  const { consultant, participantBa, otherOrganiser, administrator } = w.people;
  for (const who of [consultant, participantBa, otherOrganiser, administrator]) expect(await shownTo(who)).toEqual([]);
  const ofRound = await findShownReplies(w.store.read, w.organiser, { roundId: w.roundId });
  expect(ofRound.map(({ id }) => id)).toEqual(shown.map(({ id }) => id));

  const [first] = shown;
  const replyId = first?.id ?? "";
  await expect(settleReply(w.store, await w.actor(consultant), { replyId })).rejects.toThrow(NotFound);
  expect(await settleReply(w.store, w.organiser, { replyId })).toEqual({ sessionId: w.sessionId });
  expect((await shownTo(w.people.organiser)).map(({ id }) => id)).toEqual(shown.slice(1).map(({ id }) => id));
  await expect(settleReply(w.store, w.organiser, { replyId })).rejects.toThrow(NotFound);
});
