import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import type { Fault } from "#app/domain/errors.ts";
import type { FullFields } from "#app/domain/knowledge/contribution-input.ts";
import type { Pointers } from "#app/domain/knowledge/write-pointers.server.ts";
import type { Db } from "#db/store.ts";

/**
 * Looks up themes, references and other contributions. A number nobody has and one the actor may not see get the same
 * answer, after the same queries.
 */
export async function findPointers(
  db: Db,
  actor: Actor,
  ownId: string | null,
  full: Pick<FullFields, "themes" | "targetGroups" | "references" | "links">,
): Promise<{ pointers: Pointers; faults: Fault[] }> {
  const faults: Fault[] = [];
  const codes = [...new Set(full.themes)];
  if (codes.length > 4)
    faults.push({ field: "themes", message: { key: "knowledge.themesAtMost", params: { count: 4 } } });
  const themes = await db.selectFrom("theme").select(["id", "code"]).where("code", "in", codes).execute();
  if (themes.length !== codes.length) faults.push({ field: "themes", message: { key: "errors.badValue" } });

  const references = joinRules(full.references);
  const ids = [...references.keys()];
  const known = await db.selectFrom("reference").select("id").where("id", "in", ids).execute();
  if (known.length !== ids.length)
    faults.push({ field: "referenceId", message: { key: "knowledge.referenceUnknown" } });

  const links: NonNullable<Pointers["links"]>[number][] = [];
  const numbers = [...new Set(full.links.map(({ number }) => number))];
  const targets = await contributionsVisibleTo(db, actor)
    .select(["contribution.id", "contribution.number"])
    .where("contribution.number", "in", numbers)
    .where("contribution.status", "in", submittedStatuses)
    .execute();
  for (const { number, relation } of full.links) {
    const target = targets.find((candidate) => candidate.number === number && candidate.id !== ownId);
    if (!target) faults.push({ field: "linkNumber", message: { key: "knowledge.linkUnknown", params: { number } } });
    else if (relation === null) {
      faults.push({ field: "linkRelation", message: { key: "knowledge.relationMissing", params: { number } } });
    } else if (!links.some((link) => link.id === target.id && link.relation === relation)) {
      links.push({ id: target.id, relation });
    }
  }
  return {
    pointers: {
      themeIds: themes.map(({ id }) => id),
      targetGroups: full.targetGroups,
      references: known.map(({ id }) => ({ id, rule: references.get(id) ?? "" })),
      links,
    },
    faults,
  };
}

/** A reference cited twice is one reference with both rules. */
function joinRules(references: FullFields["references"]): Map<string, string> {
  const rules = new Map<string, string>();
  for (const { id, rule } of references) {
    rules.set(id, [rules.get(id), rule].filter(Boolean).join("; "));
  }
  return rules;
}
