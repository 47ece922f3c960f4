import type { Selectable } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { newId } from "#app/domain/identity.server.ts";
import type { ContributionRow } from "#app/domain/knowledge/contribution-row.server.ts";
import type { Decision } from "#app/domain/knowledge/review-rules.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import type { ContributionVersionTable } from "#db/schema/contribution.ts";
import type { Db } from "#db/store.ts";

/** What made a new revision of a record. */
export type RevisionCause = "edited" | "completed" | "raised" | "lowered" | "translated" | "withdrawn" | Decision;

/** What a record said, as `contribution_revision.content` holds it. Never who it came from. */
export interface KeptContent {
  /** What replaced it. */
  cause: RevisionCause;
  language: LanguageCode;
  title: string;
  summary: string;
  bodyHtml: string;
  details: Record<string, string>;
  detailsHtml: Record<string, string>;
  kind: ContributionRow["kind"];
  depth: ContributionRow["depth"];
}

/** The columns it is taken from. */
export type KeptVersion = Pick<
  Selectable<ContributionVersionTable>,
  "language" | "title" | "summary" | "body_html" | "details" | "details_html"
>;
type KeptRow = Pick<ContributionRow, "kind" | "depth">;

/** What a version of a record says. */
export function keptContent(cause: RevisionCause, version: KeptVersion, row: KeptRow): KeptContent {
  return {
    cause,
    language: version.language as LanguageCode,
    title: version.title,
    summary: version.summary,
    bodyHtml: version.body_html,
    details: JSON.parse(version.details) as Record<string, string>,
    detailsHtml: JSON.parse(version.details_html) as Record<string, string>,
    kind: row.kind,
    depth: row.depth,
  };
}

/**
 * Keeps what a record says at the level it has now, before it is changed. The change itself must raise the revision.
 * @param language the version that is about to be replaced, where it is not the original
 * @returns the number of the revision to come
 */
export async function keepRevision(
  db: Db,
  actor: Actor,
  row: ContributionRow,
  cause: RevisionCause,
  now: Date,
  language: string | null = null,
): Promise<number> {
  const versions = db.selectFrom("contribution_version").selectAll().where("contribution_id", "=", row.id);
  const version = await (language === null
    ? versions.where("provenance", "=", "original")
    : versions.where("language", "=", language)
  ).executeTakeFirstOrThrow();
  await db
    .insertInto("contribution_revision")
    .values({
      id: newId(),
      contribution_id: row.id,
      revision: row.revision,
      content: JSON.stringify(keptContent(cause, version, row)),
      sharing: row.sharing,
      attribution: row.attribution,
      changed_by: actor.accountId!,
      changed_at: now.toISOString(),
    })
    .execute();
  return row.revision + 1;
}
