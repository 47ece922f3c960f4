import type { MailDefinition, Recipient } from "#app/domain/mail/define-mail.ts";
import type { OutboxRow } from "#app/domain/mail/sendable-mail.ts";
import { isInterfaceLocale } from "#app/i18n/languages.ts";
import { byColumn, readTogether } from "#db/read-together.ts";
import type { Db } from "#db/store.ts";

/**
 * Who gets a mail of the outbox; null when the account was deactivated, or whoever had none is not expected any more.
 */
export async function findRecipient(
  db: Db,
  definition: Pick<MailDefinition<never, unknown>, "findOutsider">,
  row: OutboxRow,
): Promise<Recipient | null> {
  const person = row.recipient_id ? await activeAccount(db, row.recipient_id) : await findOutsider(db, definition, row);
  return person ? { ...person, locale: isInterfaceLocale(person.locale) ? person.locale : "en" } : null;
}

const activeAccount = readTogether(async (db, ids) => {
  const accounts = db
    .selectFrom("account")
    .select(["id", "name", "address", "mail_locale as locale", "zone", "city"])
    .where("id", "in", ids)
    .where("status", "=", "active");
  return byColumn(await accounts.execute(), "id");
});

async function findOutsider(db: Db, definition: Pick<MailDefinition<never, unknown>, "findOutsider">, row: OutboxRow) {
  const outsider = await definition.findOutsider?.(db, row.subject_id ?? "");
  return outsider && { ...outsider, id: null, address: row.address, zone: "Europe/Sarajevo", city: null };
}
