import type { Db } from "#db/store.ts";

/** Attempts after which a mail that was not taken is worth a look: about twenty minutes. */
const TROUBLED_ATTEMPTS = 3;
/** Minutes after which a mail that is due should have been tried. */
const LATE_MINUTES = 60;

/**
 * How many mails failed, were tried for a while without success, or are late.
 * @param groupIds null for all there are
 */
export async function countTroubledMails(db: Db, groupIds: readonly string[] | null, now: Date): Promise<number> {
  const late = new Date(now.getTime() - LATE_MINUTES * 60_000).toISOString();
  const mails = db
    .selectFrom("outbox")
    .where((eb) =>
      eb.or([
        eb("state", "=", "failed"),
        eb.and([
          eb("state", "in", ["waiting", "sending"]),
          eb.or([eb("attempts", ">=", TROUBLED_ATTEMPTS), eb("next_attempt_at", "<", late)]),
        ]),
      ]),
    );
  const concerned = groupIds === null ? mails : mails.where("group_id", "in", [...groupIds]);
  const { n } = await concerned.select(({ fn }) => fn.countAll<number>().as("n")).executeTakeFirstOrThrow();
  return n;
}
