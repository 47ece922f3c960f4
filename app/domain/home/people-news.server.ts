import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { findChanges, type MembershipChange } from "#app/domain/people/membership-changes.server.ts";
import type { Db } from "#db/store.ts";

/** Days for which a change of members stands on the first page. */
const NEWS_DAYS = 14;
const MAX_NEWS = 5;

/** What there is to say of the people of a group on somebody's first page. */
export interface PeopleNews {
  /** An organiser whom nobody has joined yet, and who has invited nobody. */
  isAlone: boolean;
  changes: MembershipChange[];
}

/** Who hears or speaks in the group who did not before, as far as it concerns the actor; and whether it is empty. */
export async function findPeopleNews(db: Db, actor: Actor, groupId: string, now: Date): Promise<PeopleNews> {
  const since = new Date(now.getTime() - NEWS_DAYS * 86_400_000).toISOString();
  const changes = await findChanges(db, actor, groupId, now);
  const isNews = ({ at, accountId }: MembershipChange) => at > since && accountId !== actor.accountId;
  const organises = membershipIn(actor, groupId)?.role === "organiser";
  return {
    isAlone: organises && (await isAlone(db, actor, groupId, now)),
    changes: changes.filter(isNews).slice(0, MAX_NEWS),
  };
}

async function isAlone(db: Db, actor: Actor, groupId: string, now: Date): Promise<boolean> {
  const other = await db
    .selectFrom("membership")
    .select("id")
    .where("group_id", "=", groupId)
    .where("account_id", "<>", actor.accountId)
    .where("ended_at", "is", null)
    .limit(1)
    .executeTakeFirst();
  if (other) return false;
  const invited = await db
    .selectFrom("invitation")
    .select("id")
    .where("group_id", "=", groupId)
    .where("accepted_at", "is", null)
    .where("withdrawn_at", "is", null)
    .where("expires_at", ">", now.toISOString())
    .limit(1)
    .executeTakeFirst();
  return !invited;
}
