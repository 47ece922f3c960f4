import { type MailChoice, reminderKinds, usualMails } from "#app/domain/mail/mail-choice.ts";
import { byColumn, readTogether } from "#db/read-together.ts";
import type { Db } from "#db/store.ts";

/** Which mails a person wants. */
export async function findMailChoice(db: Db, accountId: string): Promise<MailChoice> {
  const row = await choiceOf(db, accountId);
  if (!row) return usualMails;
  const wanted = { day: row.day_before, hour: row.hour_before, after: row.after_end };
  return { reminders: reminderKinds.filter((kind) => wanted[kind] === 1), news: row.news };
}

const choiceOf = readTogether(async (db, accountIds) =>
  byColumn(
    await db.selectFrom("mail_choice").selectAll().where("account_id", "in", accountIds).execute(),
    "account_id",
  ),
);
