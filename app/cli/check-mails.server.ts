import type { Finding } from "#db/engine.ts";
import type { Store } from "#db/store.ts";

/** Minutes after which a mail that is due should have been tried. */
const LATE = 60;

/** Mails: one that failed is told, for its address may be wrong; one that is stuck is bad. */
export async function checkMails(store: Store, now: Date = new Date()): Promise<Finding> {
  const count = async (states: readonly ("failed" | "waiting" | "sending")[], dueBefore: string) => {
    const { number } = await store.read
      .selectFrom("outbox")
      .select((eb) => eb.fn.countAll<number>().as("number"))
      .where("state", "in", states)
      .where("next_attempt_at", "<", dueBefore)
      .executeTakeFirstOrThrow();
    return Number(number);
  };
  const failed = await count(["failed"], "9999");
  const late = await count(["waiting", "sending"], new Date(now.getTime() - LATE * 60_000).toISOString());
  return {
    what: failed === 0 ? "mails" : `mails (${failed} failed: see the outbox)`,
    fault: late === 0 ? null : `${late} ${late === 1 ? "has" : "have"} been due for more than an hour`,
  };
}
