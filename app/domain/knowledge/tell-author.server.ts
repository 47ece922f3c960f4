import type { Actor } from "#app/domain/access/actor.ts";
import type { ContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import { contributionReviewed, REMINDER_DAYS, snapshotWaits } from "#app/domain/knowledge/review-mails.server.ts";
import type { Decision } from "#app/domain/knowledge/review-rules.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import { findOpenAccount } from "#app/domain/people/open-account.server.ts";
import type { Db } from "#db/store.ts";

type Told = Pick<ContributionRow, "id" | "group_id" | "author_id">;

/** Tells the author by mail what was decided, unless the author decided it. */
export async function tellDecision(
  db: Db,
  actor: Actor,
  row: Told & { revision: number },
  decision: Decision,
  now: Date,
): Promise<void> {
  const author = row.author_id === actor.accountId ? undefined : await findOpenAccount(db, row.author_id);
  if (!author) return;
  const about = { groupId: row.group_id, subjectId: row.id, mark: `${row.id}:${row.revision}` };
  await queueMail(db, contributionReviewed, { kept: { decision }, to: author, ...about }, now);
}

/** Reminds the author of a snapshot after a while; what has been completed by then is not mentioned. */
export async function remindOfSnapshot(db: Db, row: Told, now: Date): Promise<void> {
  const author = await findOpenAccount(db, row.author_id);
  if (!author) return;
  const notBefore = new Date(now.getTime() + REMINDER_DAYS * 86_400_000);
  const about = { groupId: row.group_id, subjectId: row.id, mark: row.id, notBefore };
  await queueMail(db, snapshotWaits, { kept: {}, to: author, ...about }, now);
}
