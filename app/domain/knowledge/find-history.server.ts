import type { Actor } from "#app/domain/access/actor.ts";
import { seesContribution } from "#app/domain/access/contribution.ts";
import { isFrozen } from "#app/domain/access/contribution-status.ts";
import { can } from "#app/domain/access/policy.ts";
import type { VersionTelling } from "#app/domain/access/told-versions.ts";
import type { Attribution, SharingLevel } from "#app/domain/codes.ts";
import type { ContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { subjectOf } from "#app/domain/knowledge/contribution-row.server.ts";
import {
  findContributionFacts,
  findVersionTexts,
  type SectionTerms,
  type VersionText,
} from "#app/domain/knowledge/find-contribution.server.ts";
import type { KeptContent } from "#app/domain/knowledge/keep-revisions.server.ts";
import { narrower } from "#app/domain/knowledge/sharing-level.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import { type ToldLanguage, unnamed } from "#app/i18n/told-language.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { Db } from "#db/store.ts";

/** What a contribution once said. */
export interface RevisionFacts {
  content: Omit<KeptContent, "language"> & { language: ToldLanguage };
  /** As it had then. */
  attribution: Attribution;
  replacedAt: Instant;
  replacedBy: { id: string; name: string };
}

/** What a contribution said before, oldest first, as far as the actor reads it. */
export interface History {
  contribution: ContributionFacts;
  revisions: RevisionFacts[];
  /** What it says now. */
  versions: readonly VersionText[];
  sectionTerms: SectionTerms;
  /** Whether the actor may take up again what it said. */
  mayRestore: boolean;
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
    versions: await findVersionTexts(db, contribution),
    sectionTerms: await findVocabulary(db),
    mayRestore: !isFrozen(contribution.status) && can(actor, "contribution.edit", subjectOf(actor, contribution)),
    revisions: seen.map((row) => ({
      content: toldContent(JSON.parse(row.content) as KeptContent, contribution.telling),
      attribution: row.attribution as Attribution,
      replacedAt: row.changed_at,
      replacedBy: { id: row.changed_by, name: row.name },
    })),
  };
}

/** What was once said, with the name of its language only where that is told. */
function toldContent(content: KeptContent, { language, shared }: VersionTelling): RevisionFacts["content"] {
  const isTold = language || shared.has(content.language);
  return isTold ? content : { ...content, language: unnamed(content.language) };
}
