import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import type { LinkRelation } from "#app/domain/knowledge/contribution-input.ts";
import { type Db, insertMany } from "#db/store.ts";

/** What a contribution points to, by id; what is left out stays as it is. */
export interface Pointers {
  themeIds?: readonly string[];
  targetGroups?: readonly string[];
  references?: readonly { id: string; rule: string }[];
  links?: readonly { id: string; relation: LinkRelation }[];
}

/** Takes away those that will be written anew. */
export async function dropPointers(db: Db, actor: Actor, id: string, pointers: Pointers): Promise<void> {
  if (pointers.themeIds) await db.deleteFrom("contribution_theme").where("contribution_id", "=", id).execute();
  if (pointers.targetGroups) {
    await db.deleteFrom("contribution_target_group").where("contribution_id", "=", id).execute();
  }
  if (pointers.references) await db.deleteFrom("contribution_reference").where("contribution_id", "=", id).execute();
  if (pointers.links) {
    // Links to contributions that this actor does not see were not in the form and stay.
    await db
      .deleteFrom("contribution_link")
      .where("from_id", "=", id)
      .where("to_id", "in", contributionsVisibleTo(db, actor).select("contribution.id"))
      .execute();
  }
}

/** Writes those that are given, of many contributions at once. */
export async function insertPointers(db: Db, pointing: readonly (readonly [id: string, Pointers])[]): Promise<void> {
  const rowsOf = <R>(rows: (pointers: Pointers, id: string) => readonly R[] | undefined) =>
    pointing.flatMap(([id, pointers]) => rows(pointers, id) ?? []);
  await insertMany(
    db,
    "contribution_theme",
    rowsOf(({ themeIds }, contribution_id) => themeIds?.map((theme_id) => ({ contribution_id, theme_id }))),
  );
  await insertMany(
    db,
    "contribution_target_group",
    rowsOf(({ targetGroups }, contribution_id) =>
      targetGroups?.map((target_group) => ({ contribution_id, target_group })),
    ),
  );
  await insertMany(
    db,
    "contribution_reference",
    rowsOf(({ references }, contribution_id) =>
      references?.map(({ id, rule }) => ({ contribution_id, reference_id: id, rule })),
    ),
  );
  const links = rowsOf(({ links }, from_id) => links?.map(({ id, relation }) => ({ from_id, to_id: id, relation })));
  // One to a contribution that the actor does not see may be there already.
  await insertMany(db, "contribution_link", links, { skipExisting: true });
}
