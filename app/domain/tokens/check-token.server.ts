import { sha256 } from "#app/domain/identity.server.ts";
import { readScopes } from "#app/domain/tokens/find-tokens.server.ts";
import type { ApiScope } from "#app/domain/tokens/token-rules.ts";
import type { Notes } from "#db/notes.ts";
import type { Db } from "#db/store.ts";

/** Whose token it is, and what for. */
export interface TokenHolder {
  tokenId: string;
  accountId: string;
  /** Language of the account. */
  locale: string;
  scopes: ApiScope[];
  lastUsedAt: string | null;
}

/** Use is noted at most this often, so that reading does not mean writing. */
const NOTE_USE_MINUTES = 10;

/**
 * The holder of a token that is valid now, or null: unknown, ended, revoked, of another kind, or of an account that is
 * shut; all of them the same work.
 */
export async function checkToken(db: Db, token: string, now: Date): Promise<TokenHolder | null> {
  const row = await db
    .selectFrom("api_token")
    .innerJoin("account", "account.id", "api_token.account_id")
    .select(["api_token.id", "api_token.account_id", "api_token.scopes", "api_token.last_used_at", "account.locale"])
    .where("api_token.token_hash", "=", sha256(token))
    .where("api_token.expires_at", ">", now.toISOString())
    .where("account.status", "=", "active")
    .executeTakeFirst();
  if (!row || !/^zbt_[\w-]{43}$/.test(token)) return null;
  return {
    tokenId: row.id,
    accountId: row.account_id,
    locale: row.locale,
    scopes: readScopes(row.scopes),
    lastUsedAt: row.last_used_at,
  };
}

/** Notes that a token was used, to within some minutes. Nobody waits for it: reading goes on where writing cannot. */
export function noteTokenUse(notes: Notes, holder: TokenHolder, now: Date): void {
  const recent = new Date(now.getTime() - NOTE_USE_MINUTES * 60_000).toISOString();
  if (holder.lastUsedAt !== null && holder.lastUsedAt > recent) return;
  const note = (db: Db) =>
    db.updateTable("api_token").set({ last_used_at: now.toISOString() }).where("id", "=", holder.tokenId).execute();
  notes.add(note, `token-use:${holder.tokenId}`);
}
