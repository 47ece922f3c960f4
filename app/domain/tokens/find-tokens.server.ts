import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { type ApiScope, apiScopes } from "#app/domain/tokens/token-rules.ts";
import type { Db } from "#db/store.ts";

/** A token as stored, for its owner: without its secret. */
export interface TokenFacts {
  id: string;
  name: string;
  scopes: ApiScope[];
  createdAt: string;
  expiresAt: string;
  lastUsedAt: string | null;
}

/** The actor's own tokens, newest first. */
export async function findTokens(db: Db, actor: Actor): Promise<TokenFacts[]> {
  const rows = await tokensOf(db, actor).orderBy("created_at", "desc").orderBy("id").execute();
  return rows.map(tokenFacts);
}

/**
 * One of the actor's own tokens.
 * @throws NotFound for tokens of others
 */
export async function findToken(db: Db, actor: Actor, id: string): Promise<TokenFacts> {
  const row = await tokensOf(db, actor).where("id", "=", id).executeTakeFirst();
  if (!row) throw new NotFound("token");
  return tokenFacts(row);
}

/** Scopes as they are stored; what this version does not know grants nothing. */
export function readScopes(json: string): ApiScope[] {
  const stored = JSON.parse(json) as unknown;
  return apiScopes.filter((scope) => Array.isArray(stored) && stored.includes(scope));
}

function tokensOf(db: Db, actor: Actor) {
  return db
    .selectFrom("api_token")
    .select(["id", "name", "scopes", "created_at", "expires_at", "last_used_at"])
    .where("account_id", "=", actor.accountId ?? "");
}

type Row = Awaited<ReturnType<ReturnType<typeof tokensOf>["execute"]>>[number];

function tokenFacts(row: Row): TokenFacts {
  return {
    id: row.id,
    name: row.name,
    scopes: readScopes(row.scopes),
    createdAt: row.created_at,
    expiresAt: row.expires_at,
    lastUsedAt: row.last_used_at,
  };
}
