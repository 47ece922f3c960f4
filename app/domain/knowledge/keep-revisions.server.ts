import type { Selectable } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { newId } from "#app/domain/identity.server.ts";
import type { Decision } from "#app/domain/knowledge/review-rules.ts";
import { narrower } from "#app/domain/knowledge/sharing-level.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import type { ContributionTable } from "#db/schema/contribution.ts";
import { type Db, insertMany } from "#db/store.ts";

/** What made a new revision of a contribution. */
export type RevisionCause = "edited" | "completed" | "raised" | "lowered" | "translated" | "withdrawn" | Decision;

/** What a contribution said, as `contribution_revision.content` holds it. Never who it came from. */
export interface KeptContent {
  /** What replaced it. */
  cause: RevisionCause;
  language: LanguageCode;
  title: string;
  summary: string;
  /** Its Markdown; missing where it was kept before texts were kept as they were written. */
  body?: string;
  bodyHtml: string;
  details: Record<string, string>;
  detailsHtml: Record<string, string>;
  kind: ContributionTable["kind"];
  depth: ContributionTable["depth"];
}

/** A contribution as it is before a change: what is kept of its row. */
export type KeptRow = Pick<
  Selectable<ContributionTable>,
  "id" | "group_id" | "revision" | "kind" | "depth" | "sharing" | "attribution"
>;

/** A change that replaces what a contribution says or how far it is heard. */
export interface Replacing {
  row: KeptRow;
  /** Null keeps nothing. */
  cause: RevisionCause | null;
  /** The version that is replaced, where it is not the original. */
  language?: string;
}

/** Keeps what contributions say at the level they have now, before they are changed and their revision is raised. */
export async function keepRevisions(db: Db, actor: Actor, changes: readonly Replacing[], now: Date): Promise<void> {
  const kept = changes.filter(({ cause }) => cause !== null);
  const versions = await db
    .selectFrom("contribution_version")
    .select([
      "contribution_id",
      "language",
      "provenance",
      "title",
      "summary",
      "body",
      "body_html",
      "details",
      "details_html",
      "seconded_at",
    ])
    .where(
      "contribution_id",
      "in",
      kept.map(({ row }) => row.id),
    )
    .execute();
  const originals = new Map(
    versions.flatMap((one) => (one.provenance === "original" ? [[one.contribution_id, one]] : [])),
  );
  const rows = kept.map(({ row, cause, language }) => {
    const version = language
      ? versions.find((one) => one.contribution_id === row.id && one.language === language)
      : originals.get(row.id);
    if (!version || !cause) throw new Error(`Contribution ${row.id} has no text to keep`);
    const content: KeptContent = {
      cause,
      language: version.language as LanguageCode,
      title: version.title,
      summary: version.summary,
      body: version.body,
      bodyHtml: version.body_html,
      details: JSON.parse(version.details) as KeptContent["details"],
      detailsHtml: JSON.parse(version.details_html) as KeptContent["detailsHtml"],
      kind: row.kind,
      depth: row.depth,
    };
    return {
      id: newId(),
      contribution_id: row.id,
      revision: row.revision,
      content: JSON.stringify(content),
      // A translation that nobody else had read was not heard beyond the group, whatever the level was.
      sharing: version.provenance === "original" || version.seconded_at ? row.sharing : narrower(row.sharing, "group"),
      attribution: row.attribution,
      changed_by: actor.accountId ?? "",
      changed_at: now.toISOString(),
    };
  });
  await insertMany(db, "contribution_revision", rows);
}
