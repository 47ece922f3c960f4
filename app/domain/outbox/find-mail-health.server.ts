import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import type { OutboxRow } from "#app/domain/mail/sendable-mail.ts";
import { countTroubledMails } from "#app/domain/outbox/count-troubled-mails.server.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** Whether mails leave the installation, as far as its own attempts tell. */
export interface MailHealthFacts {
  /** When the mail server last took one. */
  lastSentAt: Instant | null;
  /** The last attempt that it did not take, unless it took that mail later. */
  lastFailure: { at: Instant; response: string } | null;
  waiting: number;
  held: number;
  troubled: number;
}

/** @throws NotFound for other than administrators */
export async function findMailHealth(db: Db, actor: Actor, now: Date): Promise<MailHealthFacts> {
  requireAdministrator(actor);
  const sent = await db
    .selectFrom("outbox")
    .select(({ fn }) => fn.max("sent_at").as("at"))
    .executeTakeFirst();
  const failure = await db
    .selectFrom("outbox")
    .select(["tried_at", "last_error"])
    .where("last_error", "<>", "")
    .where("tried_at", "is not", null)
    .orderBy("tried_at", "desc")
    .orderBy("id")
    .limit(1)
    .executeTakeFirst();
  return {
    lastSentAt: sent?.at ?? null,
    lastFailure: failure?.tried_at ? { at: failure.tried_at, response: failure.last_error } : null,
    waiting: await countIn(db, ["waiting", "sending"]),
    held: await countIn(db, ["held"]),
    troubled: await countTroubledMails(db, null, now),
  };
}

async function countIn(db: Db, states: OutboxRow["state"][]): Promise<number> {
  const { n } = await db
    .selectFrom("outbox")
    .select(({ fn }) => fn.countAll<number>().as("n"))
    .where("state", "in", states)
    .executeTakeFirstOrThrow();
  return n;
}
