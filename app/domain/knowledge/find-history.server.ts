import type { Actor } from "#app/domain/access/actor.ts";
import { seesContribution } from "#app/domain/access/contribution.ts";
import type { Attribution, SharingLevel } from "#app/domain/codes.ts";
import type { ContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { findContributionFacts, type SectionTerms } from "#app/domain/knowledge/find-contribution.server.ts";
import type { KeptContent } from "#app/domain/knowledge/keep-revisions.server.ts";
import { narrower } from "#app/domain/knowledge/sharing-level.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** What a contribution once said. */
export interface RevisionFacts {
  content: KeptContent;
  /** As it had then. */
  attribution: Attribution;
  replacedAt: Instant;
  replacedBy: { id: string; name: string };
}

/** What a contribution said before, oldest first, as far as the actor reads it. */
export interface History {
  contribution: ContributionFacts;
  revisions: RevisionFacts[];
  sectionTerms: SectionTerms;
}

/**
 * What a contribution said before, oldest first: only what the actor could read at the level it had, and can still read
 * at the level it has now.
 * @throws NotFound
 */
export async function findHistory(db: Db, actor: Actor, number: string): Promise<History> {
  const contribution = await findContributionFacts(db, actor, number);
  const rows = await db
    .selectFrom("contribution_revision")
    .innerJoin("account", "account.id", "contribution_revision.changed_by")
    .selectAll("contribution_revision")
    .select("account.name")
    .where("contribution_id", "=", contribution.id)
    .orderBy("revision")
    .execute();
  const seen = rows.filter((row) => {
    const sharing = narrower(row.sharing as SharingLevel, contribution.sharing);
    return seesContribution(actor, { ...contribution, sharing });
  });
  return {
    contribution,
    sectionTerms: await findVocabulary(db),
    revisions: seen.map((row) => ({
      content: JSON.parse(row.content) as KeptContent,
      attribution: row.attribution as Attribution,
      replacedAt: row.changed_at,
      replacedBy: { id: row.changed_by, name: row.name },
    })),
  };
}
