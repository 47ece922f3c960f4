import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { addressKey } from "#app/domain/address.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { type CityKey, zoneOfCity } from "#app/domain/time/city-zones.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface NewAccount {
  address: string;
  name: string;
  /** From `hashPassword`; null for an account that cannot be signed in to yet. */
  passwordHash: string | null;
  /** Of pages and mails. */
  locale?: InterfaceLocale;
  city?: CityKey;
  isAdministrator?: boolean;
}

/**
 * Makes an account inside the transaction of whatever it is made for.
 * @throws Refused when the address is malformed or taken
 */
export async function createAccount(db: Db, account: NewAccount, actorId: string | null, now: Date): Promise<string> {
  const address = addressKey(account.address);
  if (!address) throw new Refused([{ field: "address", message: { key: "people.badAddress" } }]);
  const taken = await db.selectFrom("account").select("id").where("address", "=", address).executeTakeFirst();
  if (taken) throw new Refused([{ field: "address", message: { key: "people.addressTaken" } }]);
  const id = newId();
  const city = account.city ?? "sarajevo";
  await db
    .insertInto("account")
    .values({
      id,
      address,
      name: account.name,
      locale: account.locale ?? "en",
      mail_locale: account.locale ?? "en",
      zone: zoneOfCity(city) ?? "UTC",
      city,
      password_hash: account.passwordHash,
      is_administrator: account.isAdministrator ? 1 : 0,
      created_at: now.toISOString(),
    })
    .execute();
  const details = { administrator: account.isAdministrator === true };
  await recordEvent(db, { accountId: actorId }, "account.created", { id }, details, now);
  return id;
}

/**
 * Makes an account without an invitation and without mails. For the command line (`actor` null) and the demonstration
 * only: no page leads here, people join by invitation.
 * @throws Refused when the address is malformed or taken; NotFound for an actor who is not an administrator
 */
export async function registerAccount(
  store: Store,
  actor: Actor | null,
  account: NewAccount,
  now = new Date(),
): Promise<{ accountId: string }> {
  const actorId = actor ? requireAdministrator(actor) : null;
  if (account.city && !zoneOfCity(account.city)) throw new NotFound("city");
  return writeTransaction(store, async (db) => ({ accountId: await createAccount(db, account, actorId, now) }));
}
