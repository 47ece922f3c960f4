import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import type { MailTemplates, SessionFacts } from "#app/domain/mail/templates.ts";
import type { Db } from "#db/store.ts";

type SessionTemplate = Extract<keyof MailTemplates, `session-${string}`>;

/** One kind of news for some of the people of a session. */
export interface News<T extends SessionTemplate> {
  template: T;
  parameters: MailTemplates[T];
  groupId: string;
  accountIds: Iterable<string>;
  /** Who did it and so knows. */
  actorId: string | null;
  /** Tells this change from others of the session: its sequence, or its revision where the sequence stays. */
  mark: number;
}

/** Queues a mail to each person who may still sign in, in the transaction of the change. */
export async function tellPeople<T extends SessionTemplate>(db: Db, news: News<T>, now: Date): Promise<void> {
  const ids = [...news.accountIds].filter((id) => id !== news.actorId);
  if (ids.length === 0) return;
  const accounts = await db
    .selectFrom("account")
    .select(["id", "address"])
    .where("id", "in", ids)
    .where("status", "=", "active")
    .orderBy("address")
    .execute();
  const { sessionId } = news.parameters as SessionFacts;
  for (const { id, address } of accounts) {
    await queueMail(
      db,
      {
        template: news.template,
        parameters: news.parameters,
        recipientId: id,
        address,
        groupId: news.groupId,
        subject: { type: "session", id: sessionId },
        idempotencyKey: `${news.template}:${sessionId}:${news.mark}:${id}`,
      },
      now,
    );
  }
}

/** What a mail says of a session, from its row. */
export function factsFor(row: {
  id: string;
  starts_at: string;
  ends_at: string;
  zone: string;
  sequence: number;
  join_link: string | null;
}): SessionFacts {
  return {
    sessionId: row.id,
    startsAt: row.starts_at,
    endsAt: row.ends_at,
    zone: row.zone,
    sequence: row.sequence,
    joinLink: row.join_link,
  };
}
