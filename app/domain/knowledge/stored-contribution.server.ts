import type { Actor } from "#app/domain/access/actor.ts";
import { contributionIsVisible } from "#app/domain/access/contribution.server.ts";
import { ORIGINAL } from "#app/domain/access/indexed-values.server.ts";
import type { LinkRelation } from "#app/domain/knowledge/contribution-input.ts";
import type { SectionCode } from "#app/domain/knowledge/templates.ts";
import type { ContributionTable } from "#db/schema/contribution.ts";
import type { Db } from "#db/store.ts";

/** What a contribution says now, in its original language, with what it points to as far as the actor sees it. */
export interface StoredContribution {
  id: string;
  number: string;
  status: ContributionTable["status"];
  kind: ContributionTable["kind"];
  revision: number;
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

/** Reads the original of a contribution that the actor may change, for its form and for conflicts. */
export async function readStoredContribution(db: Db, actor: Actor, id: string): Promise<StoredContribution> {
  const { details, ...stored } = await db
    .selectFrom("contribution")
    .innerJoin("contribution_version as original", (join) =>
      join.onRef("original.contribution_id", "=", "contribution.id").on("original.provenance", "=", ORIGINAL),
    )
    .select([
      "contribution.id",
      "contribution.number",
      "contribution.status",
      "contribution.kind",
      "contribution.revision",
      "contribution.phase",
      "contribution.evidence_stage as evidenceStage",
      "contribution.transferability",
      "contribution.review_by as reviewBy",
      "original.language",
      "original.title",
      "original.summary",
      "original.body",
      "original.details",
    ])
    .where("contribution.id", "=", id)
    .executeTakeFirstOrThrow();
  const themes = await db
    .selectFrom("contribution_theme")
    .innerJoin("theme", "theme.id", "contribution_theme.theme_id")
    .select("theme.code")
    .where("contribution_theme.contribution_id", "=", id)
    .orderBy("theme.position")
    .execute();
  const targetGroups = await db
    .selectFrom("contribution_target_group")
    .select("target_group")
    .where("contribution_id", "=", id)
    .orderBy("target_group")
    .execute();
  const references = await db
    .selectFrom("contribution_reference")
    .select(["reference_id as id", "rule"])
    .where("contribution_id", "=", id)
    .orderBy("reference_id")
    .execute();
  const links = await db
    .selectFrom("contribution_link")
    .innerJoin("contribution", "contribution.id", "contribution_link.to_id")
    .where((eb) => contributionIsVisible(eb as never, actor))
    .select(["contribution.number", "contribution_link.relation"])
    .where("contribution_link.from_id", "=", id)
    .orderBy("contribution.number")
    .orderBy("contribution_link.relation")
    .execute();
  return {
    ...stored,
    details: JSON.parse(details) as StoredContribution["details"],
    themes: themes.map(({ code }) => code),
    targetGroups: targetGroups.map(({ target_group }) => target_group),
    references,
    links,
  };
}
