import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId, newToken, sha256 } from "#app/domain/identity.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import type { TokenInput } from "#app/domain/tokens/token-input.ts";
import { tokenMade } from "#app/domain/tokens/token-mails.server.ts";
import { MAX_TOKENS } from "#app/domain/tokens/token-rules.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Makes a token for the actor and tells its account by mail. Only its hash is stored, not even the stored result of the
 * attempt holds the token: the same attempt again gets the token of the first without its secret.
 * @returns the secret, to be shown once; null when this attempt was made before
 * @throws Refused when the actor holds too many
 */
export async function createToken(
  store: Store,
  actor: Actor,
  input: TokenInput,
  now: Date = new Date(),
): Promise<{ id: string; secret: string | null }> {
  const { accountId } = actor;
  if (!accountId) throw new NotFound("account");
  const secret = newToken("zbt");
  const { id, hash } = await writeTransaction(store, async (db) => {
    const { held } = await db
      .selectFrom("api_token")
      .select((eb) => eb.fn.countAll<number>().as("held"))
      .where("account_id", "=", accountId)
      .where("expires_at", ">", now.toISOString())
      .executeTakeFirstOrThrow();
    if (held >= MAX_TOKENS) throw new Refused({ key: "tokens.tooMany", params: { max: MAX_TOKENS } });
    const row = {
      id: newId(),
      account_id: accountId,
      token_hash: sha256(secret),
      name: input.name,
      scopes: JSON.stringify(input.scopes),
      created_at: now.toISOString(),
      expires_at: new Date(now.getTime() + input.days * 86_400_000).toISOString(),
    };
    await db.insertInto("api_token").values(row).execute();
    const details = { scopes: input.scopes.join(" "), days: input.days };
    await recordEvent(db, actor, "api-token.created", row, details, now);
    const kept = { name: row.name, scopes: input.scopes, expiresAt: row.expires_at };
    const to = await findAddress(db, accountId);
    await queueMail(db, tokenMade, { kept, to, groupId: null, subjectId: accountId, mark: row.id }, now);
    return { id: row.id, hash: row.token_hash };
  });
  return { id, secret: hash === sha256(secret) ? secret : null };
}

function findAddress(db: Db, accountId: string): Promise<{ id: string; address: string }> {
  return db.selectFrom("account").select(["id", "address"]).where("id", "=", accountId).executeTakeFirstOrThrow();
}
