import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { sha256 } from "#app/domain/identity.server.ts";
import { runningBounds } from "#app/domain/people/sign-in-times.ts";
import type { Instant } from "#db/schema/columns.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/** Ends the sign-ins of an account on all devices, but for the one with this token. */
export async function endSignInsOf(db: Db, accountId: string, exceptToken: string | null = null): Promise<void> {
  let query = db.deleteFrom("sign_in").where("account_id", "=", accountId);
  if (exceptToken) query = query.where("token_hash", "<>", sha256(exceptToken));
  await query.execute();
}

/** Signs the actor out everywhere, here too. */
export async function endSignIns(store: Store, actor: Actor, now = new Date()): Promise<null> {
  const { accountId } = actor;
  if (!accountId) throw new NotFound("account");
  return writeTransaction(store, async (db) => {
    await endSignInsOf(db, accountId);
    await recordEvent(db, actor, "sign-ins.ended", { id: accountId }, {}, now);
    return null;
  });
}

/** A sign-in that runs. */
export interface SignInFacts {
  startedAt: Instant;
  /** The one that asks. */
  current: boolean;
  /** The address it began from, and the browser; empty where that was not kept yet. */
  network: string;
  browser: string;
}

/** When and where the running sign-ins of an account began, newest first; `token` is the one that asks. */
export async function findSignIns(db: Db, accountId: string, token: string, now: Date): Promise<SignInFacts[]> {
  const { after, until } = runningBounds(now);
  const rows = await db
    .selectFrom("sign_in")
    .select(["token_hash", "created_at", "network", "browser"])
    .where("account_id", "=", accountId)
    .where("expires_at", ">", after)
    .where("absolute_until", ">", after)
    .where("absolute_until", "<=", until)
    .orderBy("created_at", "desc")
    .execute();
  return rows.map(({ token_hash, created_at, network, browser }) => ({
    ...{ startedAt: created_at, current: token_hash === sha256(token), network, browser },
  }));
}
