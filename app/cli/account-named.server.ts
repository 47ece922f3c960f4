import type { Actor } from "#app/domain/access/actor.ts";
import { findActor } from "#app/domain/access/find-actor.server.ts";
import { cleanLine } from "#app/domain/forms/clean-text.ts";
import { type InterfaceLocale, isInterfaceLocale } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

/** Somebody as whom a command acts. */
export interface AccountNamed {
  actor: Actor;
  locale: InterfaceLocale;
}

/** The active account with an address, as whom a command acts (`--as`); null when there is none. */
export async function accountNamed(db: Db, address: string): Promise<AccountNamed | null> {
  const account = await db
    .selectFrom("account")
    .select(["id", "locale"])
    .where("address", "=", cleanLine(address).toLowerCase())
    .where("status", "=", "active")
    .executeTakeFirst();
  if (!account) return null;
  const locale = isInterfaceLocale(account.locale) ? account.locale : "en";
  return { actor: await findActor(db, account.id), locale };
}
