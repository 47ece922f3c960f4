import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { NotFound } from "#app/domain/errors.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Keeps the working group whose pages the actor wants to see. A view, not a change of the record, so it leaves no
 * event.
 * @throws NotFound for a group that is not the actor's own
 */
export async function chooseGroup(store: Store, actor: Actor, groupId: string): Promise<null> {
  if (!actor.accountId || !membershipIn(actor, groupId)) throw new NotFound("group");
  const { accountId } = actor;
  return writeTransaction(store, async (db) => {
    await db.updateTable("account").set({ current_group_id: groupId }).where("id", "=", accountId).execute();
    return null;
  });
}
