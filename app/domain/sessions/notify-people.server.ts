import type { Actor } from "#app/domain/access/actor.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import type { MailTemplates, SessionFacts as SessionParameters } from "#app/domain/mail/templates.ts";
import type { SessionFacts } from "#app/domain/sessions/session-facts.server.ts";
import type { Db } from "#db/store.ts";

type SessionTemplate = Extract<keyof MailTemplates, `session-${string}`>;

/** One kind of news of a session. */
export interface News<T extends SessionTemplate> {
  template: T;
  parameters: MailTemplates[T];
  /** Tells this change from others of the session: its sequence, or its revision where the sequence stays. */
  mark: number;
}

/**
 * Queues a mail to each of the people who may still sign in, in the transaction of the change. The actor did it and so
 * knows.
 */
export async function notifyPeople<T extends SessionTemplate>(
  db: Db,
  actor: Actor,
  session: SessionFacts,
  accountIds: Iterable<string>,
  { template, parameters, mark }: News<T>,
  now: Date,
): Promise<void> {
  const ids = [...accountIds].filter((id) => id !== actor.accountId);
  if (ids.length === 0) return;
  const accounts = await db
    .selectFrom("account")
    .select(["id", "address"])
    .where("id", "in", ids)
    .where("status", "=", "active")
    .orderBy("address")
    .execute();
  for (const { id, address } of accounts) {
    await queueMail(
      db,
      {
        template,
        parameters,
        recipientId: id,
        address,
        groupId: session.groupId,
        subject: { type: "session", id: session.id },
        idempotencyKey: `${template}:${session.id}:${mark}:${id}`,
      },
      now,
    );
  }
}

/** What a mail says of a session, kept as it was when the mail was queued. */
export function mailParameters(session: SessionFacts): SessionParameters {
  const { id, startsAt, endsAt, zone, sequence, joinLink } = session;
  return { sessionId: id, startsAt, endsAt, zone, sequence, joinLink };
}
