import { defineMail } from "#app/domain/mail/define-mail.ts";
import { seenBy } from "#app/domain/minutes/minutes-mails.server.ts";
import { byColumn, readTogether } from "#db/read-together.ts";

/** To the organisers of a group: an administrator opened a session of it. Told at once, whatever they want of news. */
export const glassOpened = defineMail({
  name: "glass-opened",
  subjectType: "session",
  find: async (sending, { opening }: { opening: string }) => {
    const [session, found] = await Promise.all([seenBy(sending), openingWith(sending.db, opening)]);
    return session && found ? { session, by: found.name, reason: found.reason, openedAt: found.opened_at } : null;
  },
});

const openingWith = readTogether(async (db, ids) => {
  const rows = await db
    .selectFrom("glass_opening")
    .innerJoin("account", "account.id", "glass_opening.account_id")
    .select(["glass_opening.id", "account.name", "glass_opening.reason", "glass_opening.opened_at"])
    .where("glass_opening.id", "in", ids)
    .execute();
  return byColumn(rows, "id");
});
