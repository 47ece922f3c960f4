import { type AccountNamed, accountNamed } from "#app/cli/account-named.server.ts";
import type { Out } from "#app/cli/out.ts";
import type { Db } from "#db/store.ts";

/**
 * What every command that acts as somebody begins with: its arguments, and the account that `--as` names.
 * @param read the arguments, or what is wrong with them; what `parseArgs` throws is told too
 * @returns null for wrong use, which was told on standard error
 */
export async function asAccount<T extends { address: string }>(
  db: Db,
  out: Out,
  usage: string,
  read: () => T | string,
): Promise<{ wanted: T; account: AccountNamed } | null> {
  const wanted = attempt(read);
  if (typeof wanted === "string") {
    out.error(`${wanted}\n${usage}`);
    return null;
  }
  const account = await accountNamed(db, wanted.address);
  if (account) return { wanted, account };
  out.error(`No active account has the address ${wanted.address}.`);
  return null;
}

function attempt<T>(read: () => T | string): T | string {
  try {
    return read();
  } catch (error) {
    return error instanceof Error ? error.message : String(error);
  }
}
