import { keepCalendarHost } from "#app/domain/calendar/calendar-host.server.ts";
import { type Received, receiveMail } from "#app/domain/replies/receive-mail.server.ts";
import { findAnswers } from "#app/domain/sessions/answers/find-answers.server.ts";
import { after, deliver, server } from "#tests/domain/outbox/mail-server.ts";
import type { Written } from "#tests/domain/replies/corpus/clients.ts";
import { type SessionWorld, schedule, sessionWorld } from "#tests/domain/sessions/session-world.ts";
import { testStore } from "#tests/support/store.ts";

export interface ReplyWorld extends SessionWorld {
  sessionId: string;
  /** What participantBa answers. */
  written: Written;
  /** Message-ID of the invitation of participantBa, without brackets. */
  messageId: string;
  smtp: ReturnType<typeof server>;
}

/** When answers come: after the invitations went out. */
export const later = after(125);

/** A world with a session that its people have been invited to by mail. */
export async function replyWorld(): Promise<ReplyWorld> {
  const w = await sessionWorld(testStore());
  await keepCalendarHost(w.store, "https://zbornik.example");
  const { participantBa, speakerBa } = w.people;
  const { id: sessionId } = await schedule(w, { delegateIds: [participantBa, speakerBa] }, after(0));
  const smtp = server();
  await deliver(w.store, smtp, after(0));
  const { message_id: messageId } = await w.store.read
    .selectFrom("outbox")
    .select("message_id")
    .where("recipient_id", "=", participantBa)
    .executeTakeFirstOrThrow();
  const written = { uid: `${sessionId}@zbornik.example`, address: "participantba@test.example" };
  return { ...w, sessionId, written, messageId, smtp };
}

/** Takes in a mail, with the Message-ID of the invitation where it names that. */
export async function take(w: ReplyWorld, mail: Buffer, at = later): Promise<Received | null> {
  // A mail of twenty megabytes is no place to look for it behind its headers.
  const head = mail.subarray(0, 5000).toString("latin1").replace("{{MESSAGE}}", w.messageId);
  return receiveMail(w.store, Buffer.concat([Buffer.from(head, "latin1"), mail.subarray(5000)]), at);
}

/** What participantBa has answered, and how. */
export async function answerOfBa(w: ReplyWorld) {
  const found = (await findAnswers(w.store.read, w.sessionId)).get(w.people.participantBa);
  return found ? { answer: found.answer, way: found.way, comment: found.comment, isEarlier: found.isEarlier } : null;
}
