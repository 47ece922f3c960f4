import { type Actor, membershipIn, type Role } from "#app/domain/access/actor.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import { sure } from "#app/sure.ts";
import type { Db } from "#db/store.ts";

/** A working group of the actor. */
export interface OwnGroup {
  id: string;
  slug: string;
  names: Labels;
  programmeId: string;
  role: Role;
}

/** The working groups of the actor, in the order of the programme. */
export async function findGroups(db: Db, actor: Actor): Promise<OwnGroup[]> {
  if (actor.memberships.length === 0) return [];
  const ids = actor.memberships.map((membership) => membership.groupId);
  const rows = await db
    .selectFrom("working_group")
    .select(["id", "slug", "names", "programme_id"])
    .where("id", "in", ids)
    .orderBy("position")
    .execute();
  return rows.map((row) => ({
    id: row.id,
    slug: row.slug,
    names: parseLabels(row.names),
    programmeId: row.programme_id,
    role: sure(membershipIn(actor, row.id)).role,
  }));
}
