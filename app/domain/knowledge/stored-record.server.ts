import type { Actor } from "#app/domain/access/actor.ts";
import { contributionIsVisible } from "#app/domain/access/contribution.server.ts";
import type { LinkRelation } from "#app/domain/knowledge/contribution-input.ts";
import type { ContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import type { SectionCode } from "#app/domain/knowledge/templates.ts";
import type { Db } from "#db/store.ts";

/** What a record says now, in its original language, with what it points to as far as the actor sees it. */
export interface StoredRecord {
  id: string;
  number: string;
  status: ContributionRow["status"];
  kind: ContributionRow["kind"];
  depth: ContributionRow["depth"];
  language: string;
  title: string;
  summary: string;
  body: string;
  details: Partial<Record<SectionCode, string>>;
  phase: string | null;
  evidenceStage: number | null;
  transferability: string | null;
  reviewBy: string | null;
  /** Codes. */
  themes: string[];
  targetGroups: string[];
  references: { id: string; rule: string }[];
  links: { number: string; relation: LinkRelation }[];
}

/** Reads the original of a record for the edit form, for conflicts and for the history. */
export async function readStoredRecord(db: Db, actor: Actor, row: ContributionRow): Promise<StoredRecord> {
  const original = await db
    .selectFrom("contribution_version")
    .selectAll()
    .where("contribution_id", "=", row.id)
    .where("provenance", "=", "original")
    .executeTakeFirstOrThrow();
  const themes = await db
    .selectFrom("contribution_theme")
    .innerJoin("theme", "theme.id", "contribution_theme.theme_id")
    .select("theme.code")
    .where("contribution_theme.contribution_id", "=", row.id)
    .orderBy("theme.position")
    .execute();
  const targetGroups = await db
    .selectFrom("contribution_target_group")
    .select("target_group")
    .where("contribution_id", "=", row.id)
    .orderBy("target_group")
    .execute();
  const references = await db
    .selectFrom("contribution_reference")
    .select(["reference_id", "rule"])
    .where("contribution_id", "=", row.id)
    .orderBy("reference_id")
    .execute();
  const links = await db
    .selectFrom("contribution_link")
    .innerJoin("contribution", "contribution.id", "contribution_link.to_id")
    .where((eb) => contributionIsVisible(eb as never, actor))
    .select(["contribution.number", "contribution_link.relation"])
    .where("contribution_link.from_id", "=", row.id)
    .orderBy("contribution.number")
    .execute();
  return {
    id: row.id,
    number: row.number,
    status: row.status,
    kind: row.kind,
    depth: row.depth,
    language: original.language,
    title: original.title,
    summary: original.summary,
    body: original.body,
    details: JSON.parse(original.details) as StoredRecord["details"],
    phase: row.phase,
    evidenceStage: row.evidence_stage,
    transferability: row.transferability,
    reviewBy: row.review_by,
    themes: themes.map(({ code }) => code),
    targetGroups: targetGroups.map(({ target_group }) => target_group),
    references: references.map(({ reference_id, rule }) => ({ id: reference_id, rule })),
    links,
  };
}
