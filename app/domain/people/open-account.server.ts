import type { Db } from "#db/store.ts";

/** To whom mails of an account go; undefined where it was shut, or never was. */
export async function findOpenAccount(db: Db, id: string): Promise<{ id: string; address: string } | undefined> {
  const accounts = db.selectFrom("account").select(["id", "address"]).where("id", "=", id);
  return accounts.where("status", "=", "active").executeTakeFirst();
}
