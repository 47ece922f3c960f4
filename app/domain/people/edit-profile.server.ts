import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import type { AccountInput } from "#app/domain/people/profile.server.ts";
import { zoneOfCity } from "#app/domain/time/city-zones.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** Changes the actor's own name, languages and city; the city gives the zone in which times are shown. */
export async function editProfile(store: Store, actor: Actor, input: AccountInput, now = new Date()): Promise<null> {
  const { name, locale, mailLocale, city } = input;
  return changeOwn(store, actor, now, (db, accountId) =>
    db
      .updateTable("account")
      .set({ name, locale, mail_locale: mailLocale, city, zone: zoneOfCity(city) ?? "UTC" })
      .where("id", "=", accountId)
      .execute(),
  );
}

/** Keeps the language of pages that the actor chose in the head of a page; mails come in the one they came in. */
export async function chooseLanguage(
  store: Store,
  actor: Actor,
  locale: InterfaceLocale,
  now = new Date(),
): Promise<null> {
  return changeOwn(store, actor, now, (db, accountId) =>
    db.updateTable("account").set({ locale }).where("id", "=", accountId).execute(),
  );
}

async function changeOwn(
  store: Store,
  actor: Actor,
  now: Date,
  change: (db: Db, accountId: string) => Promise<unknown>,
): Promise<null> {
  const { accountId } = actor;
  if (!accountId) throw new NotFound("account");
  return writeTransaction(store, async (db) => {
    await change(db, accountId);
    await recordEvent(db, actor, "account.edited", { id: accountId }, {}, now);
    return null;
  });
}
