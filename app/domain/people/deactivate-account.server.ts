import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { endSignInsOf } from "#app/domain/people/end-sign-ins.server.ts";
import { tellOfAccount } from "#app/domain/people/tell-change.server.ts";
import { endTokensOf } from "#app/domain/tokens/revoke-token.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Shuts an account at once: its sign-ins and tokens end, links under way die, memberships stay for when it is opened
 * again. A delegation it speaks for is told.
 * @throws NotFound for other than administrators; Refused for one's own account, so that somebody can always open it
 * again
 */
export async function deactivateAccount(
  store: Store,
  actor: Actor,
  input: { accountId: string },
  now = new Date(),
): Promise<null> {
  const actorId = requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const status = await findStatus(db, input.accountId);
    if (input.accountId === actorId) throw new Refused({ key: "admin.notOneself" });
    await db.updateTable("account").set({ status: "deactivated" }).where("id", "=", input.accountId).execute();
    await endSignInsOf(db, input.accountId);
    await endTokensOf(db, input.accountId);
    await db.deleteFrom("password_reset").where("account_id", "=", input.accountId).execute();
    await recordEvent(db, actor, "account.deactivated", { id: input.accountId }, {}, now);
    if (status === "active") await tellOfAccount(db, input.accountId, false, actorId, now);
    return null;
  });
}

/** Opens a deactivated account again, with the memberships it had and the password it had. */
export async function reactivateAccount(
  store: Store,
  actor: Actor,
  input: { accountId: string },
  now = new Date(),
): Promise<null> {
  const actorId = requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    const status = await findStatus(db, input.accountId);
    await db.updateTable("account").set({ status: "active" }).where("id", "=", input.accountId).execute();
    await recordEvent(db, actor, "account.reactivated", { id: input.accountId }, {}, now);
    if (status !== "active") await tellOfAccount(db, input.accountId, true, actorId, now);
    return null;
  });
}

async function findStatus(db: Db, accountId: string): Promise<string> {
  const account = await db.selectFrom("account").select("status").where("id", "=", accountId).executeTakeFirst();
  if (!account) throw new NotFound("account");
  return account.status;
}
