import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { authorise } from "#app/domain/access/policy.ts";
import { NotFound } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import { newId } from "#app/domain/identity.server.ts";
import { checkRound } from "#app/domain/rounds/check-round.server.ts";
import { roundColumns } from "#app/domain/rounds/round-columns.ts";
import type { RoundFields } from "#app/domain/rounds/round-input.ts";
import { freeSlug, slugOf } from "#app/domain/rounds/round-slug.ts";
import { label } from "#app/i18n/labels.ts";
import { sure } from "#app/sure.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

export interface PlanRound extends RoundFields {
  groupId: string;
  /** Default: made from the title. */
  slug?: string;
}

/**
 * Plans a round of a working group.
 * @throws NotFound, Forbidden, Refused
 */
export async function planRound(
  store: Store,
  actor: Actor,
  input: PlanRound,
  now: Date = new Date(),
): Promise<{ id: string }> {
  return writeTransaction(store, (db) => planRoundIn(db, actor, input, now));
}

/** The same within a transaction that does more. */
export async function planRoundIn(db: Db, actor: Actor, input: PlanRound, now: Date): Promise<{ id: string }> {
  if (!membershipIn(actor, input.groupId)) throw new NotFound("working group");
  authorise(actor, "round.plan", { groupId: input.groupId });
  checkRound(input, now);
  const others = await db.selectFrom("round").select("slug").where("group_id", "=", input.groupId).execute();
  const wanted = input.slug ?? slugOf(label(input.titles, "en"), input.startsOn);
  const id = newId();
  await db
    .insertInto("round")
    .values({
      id,
      group_id: input.groupId,
      slug: freeSlug(wanted, new Set(others.map(({ slug }) => slug))),
      ...roundColumns(input),
      created_by: sure(actor.accountId),
      created_at: now.toISOString(),
    })
    .execute();
  const details = { startsOn: input.startsOn, endsOn: input.endsOn, zone: input.zone };
  await recordEvent(db, actor, "round.planned", { id, group_id: input.groupId }, details, now);
  return { id };
}
