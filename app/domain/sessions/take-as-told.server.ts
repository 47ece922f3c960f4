import { isUnsent } from "#app/domain/mail/define-mail.ts";
import { sessionNews } from "#app/domain/sessions/session-mails.server.ts";
import { sure } from "#app/sure.ts";
import type { Db } from "#db/store.ts";

/**
 * Takes what waits in the outbox about sessions as told, without sending it: for people who are made up, so that what
 * changes later is told as a change.
 */
export async function takeAsTold(db: Db): Promise<void> {
  const rows = await db
    .selectFrom("outbox")
    .select(["id", "recipient_id", "subject_id", "created_at"])
    .where("template", "=", sessionNews.name)
    .where("state", "=", "waiting")
    .orderBy("created_at")
    .orderBy("id")
    .execute();
  for (const row of rows) {
    const sending = {
      ...{ db, recipientId: row.recipient_id, subjectId: sure(row.subject_id) },
      now: new Date(row.created_at),
    };
    const news = await sessionNews.find(sending, {});
    if (news === null || isUnsent(news)) continue;
    await sessionNews.note?.(sending, news, "accepted");
    const parameters = JSON.stringify(sessionNews.keep?.(news));
    await db.updateTable("outbox").set({ parameters }).where("id", "=", row.id).execute();
  }
}
