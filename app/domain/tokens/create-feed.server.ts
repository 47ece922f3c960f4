import type { Actor } from "#app/domain/access/actor.ts";
import { NotFound, Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId, newToken, sha256 } from "#app/domain/identity.server.ts";
import { queueMail } from "#app/domain/mail/queue-mail.server.ts";
import type { FeedInput } from "#app/domain/tokens/feed-input.ts";
import { MAX_FEEDS } from "#app/domain/tokens/feed-rules.ts";
import { findFeedChoices } from "#app/domain/tokens/find-feed-choices.server.ts";
import { feedMade } from "#app/domain/tokens/token-mails.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

/**
 * Makes a feed of sessions for the actor and tells its account by mail. Only the hash of its token is stored: the same
 * attempt again gets the feed of the first without it.
 * @returns the token, to be shown once in an address; null when this attempt was made before
 * @throws Refused when the actor holds too many, or may not read what it is to be of
 */
export async function createFeed(
  store: Store,
  actor: Actor,
  input: FeedInput,
  now: Date = new Date(),
): Promise<{ id: string; secret: string | null }> {
  const { accountId } = actor;
  if (!accountId) throw new NotFound("account");
  const secret = newToken("cal");
  const { id, hash } = await writeTransaction(store, async (db) => {
    const account = await findAccount(db, accountId);
    if ((await countHeld(db, accountId)) >= MAX_FEEDS) {
      throw new Refused({ key: "calendars.tooMany", params: { max: MAX_FEEDS } });
    }
    const chosen = (await findFeedChoices(db, actor)).find(({ value }) => value === input.which);
    if (!chosen) throw new Refused([{ field: "which", message: { key: "common.chooseOne" } }]);
    const { scope, groupId, beneficiaryId } = chosen.scope;
    const row = {
      ...{ id: newId(), account_id: accountId, token_hash: sha256(secret), name: input.name },
      ...{ scope, group_id: groupId, beneficiary_id: beneficiaryId },
      discloses: input.discloses ? (1 as const) : (0 as const),
      created_at: now.toISOString(),
    };
    await db.insertInto("calendar_feed").values(row).execute();
    const details = { scope, discloses: input.discloses };
    await recordEvent(db, actor, "calendar-feed.created", { id: row.id }, details, now);
    const kept = { name: input.name, discloses: input.discloses };
    await queueMail(db, feedMade, { kept, to: account, groupId: null, subjectId: accountId, mark: row.id }, now);
    return { id: row.id, hash: row.token_hash };
  });
  return { id, secret: hash === sha256(secret) ? secret : null };
}

async function countHeld(db: Db, accountId: string): Promise<number> {
  const { held } = await db
    .selectFrom("calendar_feed")
    .select((eb) => eb.fn.countAll<number>().as("held"))
    .where("account_id", "=", accountId)
    .executeTakeFirstOrThrow();
  return held;
}

function findAccount(db: Db, accountId: string): Promise<{ id: string; address: string }> {
  return db.selectFrom("account").select(["id", "address"]).where("id", "=", accountId).executeTakeFirstOrThrow();
}
