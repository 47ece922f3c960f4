import type { Actor } from "#app/domain/access/actor.ts";
import { isDisclosed, sharedRounds } from "#app/domain/access/attribution.server.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import { resolveValues, type Vocabulary } from "#app/domain/search/query/search-vocabulary.server.ts";
import { daysWritten } from "#app/domain/search/query/written-days.ts";
import { parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/**
 * Sessions that the actor sees, latest first: the one with an id, those with the delegation of a beneficiary, or those
 * on a day, in a month or a year, by the calendar of the place where they are held. What a viewer may not know of and
 * what does not exist come out alike: none.
 */
export async function resolveSessions(
  db: Db,
  actor: Actor,
  value: string,
  vocabulary: Vocabulary,
  limit: number,
): Promise<{ code: string }[]> {
  const seen = sessionsVisibleTo(db, actor).select("session.id as code");
  const named = await seen.where("session.id", "=", value).execute();
  if (named.length > 0) return named;
  const codes = resolveValues(vocabulary.beneficiaries, value).map(({ code }) => code);
  const days = daysWritten(value);
  const held =
    codes.length > 0
      ? seen.where("session.beneficiary_id", "in", db.selectFrom("beneficiary").select("id").where("code", "in", codes))
      : days && seen.where("session.wall_date", ">=", days.from).where("session.wall_date", "<", days.until);
  return held ? held.orderBy("session.starts_at", "desc").orderBy("session.id").limit(limit).execute() : [];
}

/**
 * Rounds by id, title or short name: those of the actor's groups, and those that a visible record is told to come
 * from. By title only where that record names its source to the actor, since titles can be guessed.
 */
export async function resolveRounds(db: Db, actor: Actor, value: string): Promise<{ code: string }[]> {
  const own = actor.memberships.map((membership) => membership.groupId);
  const found = contributionsVisibleTo(db, actor)
    .select("contribution.round_id")
    .where("contribution.status", "in", submittedStatuses);
  const named = found.where((eb) => isDisclosed(eb, actor, "round"));
  const ofShared = found.where("contribution.round_id", "in", sharedRounds(db));
  const byId = await db
    .selectFrom("round")
    .select("id as code")
    .where("id", "=", value)
    .where((eb) =>
      eb.or([
        eb("group_id", "in", own),
        ...[named, ofShared].map((some) => eb("id", "in", some.where("contribution.round_id", "=", value))),
      ]),
    )
    .execute();
  if (byId.length > 0) return byId;
  const rows = await db
    .selectFrom("round")
    .select(["id", "slug", "titles"])
    .where((eb) => eb.or([eb("group_id", "in", own), eb("id", "in", named)]))
    .orderBy("starts_on", "desc")
    .orderBy("id")
    .execute();
  const values = rows.map(({ id, slug, titles }) => {
    const names = [slug, ...Object.values(parseLabels(titles))];
    return { code: id, label: "", names };
  });
  return resolveValues(values, value).map(({ code }) => ({ code }));
}
