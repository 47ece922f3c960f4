import type { Delivery, MailTransport } from "#app/domain/mail/transport.server.ts";
import { settle } from "#app/domain/outbox/settle-mail.server.ts";
import { isReplaced, type TakenMail } from "#app/domain/outbox/take-mail.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Minutes to wait after the first, second, ... failed attempt: nearly four days in all, as mail servers do among
 * themselves (RFC 5321, 4.5.4.1). After the last the mail has failed.
 */
const backOff = [1, 5, 15, 30, 60, 120, 240, 480, 720, 720, 720, 720, 720, 720];

/** Sends a mail that was taken, and writes down what became of it. */
export async function sendMail(
  store: Store,
  transport: MailTransport,
  { row, prepared, composed }: TakenMail,
  now: () => Date,
): Promise<void> {
  const delivery = await transport.send(composed);
  await writeTransaction(
    store,
    async (db) => {
      if (delivery.accepted) {
        await prepared.note(db, "accepted");
        const sent = { sent_at: now().toISOString(), parameters: JSON.stringify(prepared.kept) };
        await settle(db, row.id, { state: "sent", reason: "", last_error: "", ...sent });
        return;
      }
      if (!delivery.isUnknown) await prepared.note(db, "refused");
      await settle(db, row.id, await afterRefusal(db, row, delivery, now()));
    },
    { quiet: true },
  );
}

async function afterRefusal(db: Db, row: TakenMail["row"], delivery: Delivery, now: Date) {
  const refusal = { reason: "server", last_error: delivery.response };
  if (await isReplaced(db, { ...row, state: "sending" })) {
    return { ...refusal, state: "dropped" as const, reason: "replaced" };
  }
  const wait = backOff[row.attempts - 1];
  if (delivery.permanent || wait === undefined) return { ...refusal, state: "failed" as const };
  const next = new Date(now.getTime() + wait * 60_000).toISOString();
  return { ...refusal, state: "waiting" as const, next_attempt_at: next };
}
