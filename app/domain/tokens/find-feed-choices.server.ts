import type { Actor } from "#app/domain/access/actor.ts";
import type { Designation } from "#app/domain/programme/beneficiary-name.ts";
import { findGroups } from "#app/domain/programme/find-groups.server.ts";
import { choiceOf, type FeedScope, mayRead } from "#app/domain/tokens/feed-scope.ts";
import type { Labels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

/** What a feed can be of, for one person. */
export interface FeedChoice {
  /** In a form. */
  value: string;
  scope: FeedScope;
  group: Labels | null;
  delegation: Designation | null;
}

/** All the actor may choose from: their own sessions, then each group with its delegations. */
export async function findFeedChoices(db: Db, actor: Actor): Promise<FeedChoice[]> {
  const groups = await findGroups(db, actor);
  const delegations = await findDelegations(
    db,
    groups.map(({ id }) => id),
  );
  const own = choice({ scope: "own", groupId: null, beneficiaryId: null }, null, null);
  const ofGroups = groups.flatMap(({ id: groupId, names }) => [
    choice({ scope: "group", groupId, beneficiaryId: null }, names, null),
    ...delegations
      .filter(({ group_id }) => group_id === groupId)
      .map(({ id, ...name }) => choice({ scope: "delegation", groupId, beneficiaryId: id }, names, name)),
  ]);
  return [own, ...ofGroups].filter(({ scope }) => mayRead(actor, scope));
}

function choice(scope: FeedScope, group: Labels | null, delegation: Designation | null): FeedChoice {
  return { value: choiceOf(scope), scope, group, delegation };
}

/** Beneficiaries with members in a group, in the order of the programme. */
function findDelegations(db: Db, groupIds: readonly string[]) {
  return db
    .selectFrom("membership")
    .innerJoin("beneficiary", "beneficiary.id", "membership.beneficiary_id")
    .select(["membership.group_id", "beneficiary.id", "beneficiary.names", "beneficiary.mark"])
    .where("membership.group_id", "in", [...groupIds, ""])
    .where("membership.ended_at", "is", null)
    .groupBy(["membership.group_id", "beneficiary.id", "beneficiary.names", "beneficiary.mark", "beneficiary.position"])
    .orderBy("beneficiary.position")
    .orderBy("beneficiary.id")
    .execute();
}
