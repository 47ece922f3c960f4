import type { Actor, Role } from "#app/domain/access/actor.ts";
import { label, parseLabels } from "#app/i18n/labels.ts";
import type { Db } from "#db/store.ts";

export interface GroupInList {
  id: string;
  slug: string;
  name: string;
  programmeId: string;
  role: Role;
}

/** The working groups of the actor, in the order of the programme. */
export async function findGroups(db: Db, actor: Actor, locale: string): Promise<GroupInList[]> {
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
    name: label(parseLabels(row.names), locale),
    programmeId: row.programme_id,
    role: actor.memberships.find((membership) => membership.groupId === row.id)!.role,
  }));
}
