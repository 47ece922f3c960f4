import { anonymous } from "#app/domain/access/actor.ts";
import { addressKey } from "#app/domain/address.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { createAccount } from "#app/domain/people/create-account.server.ts";
import { hashPassword } from "#app/domain/people/password.server.ts";
import { passwordFault } from "#app/domain/people/password-rules.ts";
import type { CityKey } from "#app/domain/time/city-zones.ts";
import type { InterfaceLocale } from "#app/i18n/languages.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Makes an administrator of the installation, from the command line: who can run it holds the database anyway. An
 * account that exists becomes one and keeps its name and password; a deactivated one works again.
 * @throws Refused for a malformed address or a password that breaks the rules
 */
export async function createAdministrator(
  store: Store,
  input: { address: string; name: string; password: string; locale?: InterfaceLocale; city?: CityKey },
  now = new Date(),
): Promise<{ accountId: string; existed: boolean }> {
  const address = addressKey(input.address);
  if (!address) throw new Refused([{ field: "address", message: { key: "people.badAddress" } }]);
  const fault = passwordFault(input.password, { address, name: input.name });
  if (fault) throw new Refused([{ field: "password", message: fault }]);
  const passwordHash = await hashPassword(input.password);
  return writeTransaction(store, async (db) => {
    const known = await db.selectFrom("account").select("id").where("address", "=", address).executeTakeFirst();
    if (!known) {
      const { name, locale, city } = input;
      const account = { address, name, passwordHash, locale, city, isAdministrator: true };
      return { accountId: await createAccount(db, account, null, now), existed: false };
    }
    await db.updateTable("account").set({ is_administrator: 1, status: "active" }).where("id", "=", known.id).execute();
    await recordEvent(db, anonymous, "account.made-administrator", known, {}, now);
    return { accountId: known.id, existed: true };
  });
}
