import type { MailDefinition, Recipient } from "#app/domain/mail/define-mail.ts";
import type { OutboxRow } from "#app/domain/mail/sendable-mail.ts";
import { isInterfaceLocale } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

/**
 * Who gets a mail of the outbox; null when the account was deactivated, or whoever had none is not expected any more.
 */
export async function findRecipient(
  db: Db,
  definition: Pick<MailDefinition<never, unknown>, "findOutsider">,
  row: OutboxRow,
): Promise<Recipient | null> {
  const person = row.recipient_id
    ? await db
        .selectFrom("account")
        .select(["id", "name", "address", "mail_locale as locale", "zone", "city"])
        .where("id", "=", row.recipient_id)
        .where("status", "=", "active")
        .executeTakeFirst()
    : await findOutsider(db, definition, row);
  return person ? { ...person, locale: isInterfaceLocale(person.locale) ? person.locale : "en" } : null;
}

async function findOutsider(db: Db, definition: Pick<MailDefinition<never, unknown>, "findOutsider">, row: OutboxRow) {
  const outsider = await definition.findOutsider?.(db, row.subject_id ?? "");
  return outsider && { ...outsider, id: null, address: row.address, zone: "Europe/Sarajevo", city: null };
}
