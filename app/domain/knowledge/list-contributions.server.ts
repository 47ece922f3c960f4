import type { Actor } from "#app/domain/access/actor.ts";
import { sourceIsVisible } from "#app/domain/access/attribution.server.ts";
import { disclosure } from "#app/domain/access/attribution.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import type { Kind, SharingLevel } from "#app/domain/codes.ts";
import { formatsOf, localeOf, type ReadingOptions } from "#app/domain/knowledge/reading-options.server.ts";
import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

export interface ContributionInList {
  number: string;
  kind: Kind;
  depth: "snapshot" | "full";
  status: string;
  sharing: SharingLevel;
  title: string;
  summary: string;
  /** `lang` and own name of the text's language, where it is not the page's. */
  tag: string | null;
  selfName: string | null;
  /** Null where attribution hides it, and for wide ones, which have a code alone. */
  beneficiary: { code: string; name: NameWithMark | null } | null;
  itemId: string | null;
  /** Null where the day would tell the session. */
  updatedOn: string | null;
}

export interface ListFilter {
  /** Records of the actor in this group: drafts and withdrawn ones too. */
  mineInGroup?: string;
  /** Records captured in a session that the actor sees, perhaps under one item; drafts are not among them. */
  sessionId?: string;
  itemId?: string;
}

/** Records in a list, newest first, in one query however many there are. */
export async function listContributions(
  db: Db,
  actor: Actor,
  filter: ListFilter,
  options: ReadingOptions,
): Promise<ContributionInList[]> {
  const locale = localeOf(options);
  const formats = formatsOf(options);
  let query = contributionsVisibleTo(db, actor)
    .innerJoin("working_group", "working_group.id", "contribution.group_id")
    .innerJoin("contribution_version as original", (join) =>
      join.onRef("original.contribution_id", "=", "contribution.id").on("original.provenance", "=", "original"),
    )
    .leftJoin("contribution_version as own", (join) =>
      join.onRef("own.contribution_id", "=", "contribution.id").on("own.language", "=", locale),
    )
    .leftJoin("beneficiary", (join) =>
      join
        .onRef("beneficiary.programme_id", "=", "working_group.programme_id")
        .onRef("beneficiary.code", "=", "contribution.beneficiary"),
    );
  if (filter.mineInGroup) {
    query = query
      .where("contribution.author_id", "=", actor.accountId)
      .where("contribution.group_id", "=", filter.mineInGroup);
  } else {
    // Only those who see a session are told what came from it.
    query = query
      .where("contribution.status", "in", submittedStatuses)
      .where("contribution.session_id", "in", sessionsVisibleTo(db, actor).select("session.id"))
      .where("contribution.session_id", "=", filter.sessionId ?? "");
    if (filter.itemId) query = query.where("contribution.agenda_item_id", "=", filter.itemId);
  }
  const rows = await query
    .select((eb) => [
      "contribution.number",
      "contribution.kind",
      "contribution.depth",
      "contribution.status",
      "contribution.sharing",
      "contribution.attribution",
      "contribution.beneficiary",
      "contribution.agenda_item_id",
      "contribution.updated_at",
      "beneficiary.names",
      "beneficiary.mark",
      "original.title as originalTitle",
      "original.summary as originalSummary",
      "original.language as originalLanguage",
      "own.title as ownTitle",
      "own.summary as ownSummary",
      eb.and([sourceIsVisible(eb, actor)]).as("seesSource"),
    ])
    .orderBy("contribution.updated_at", "desc")
    .orderBy("contribution.number")
    .limit(500)
    .execute();
  return rows.map((row) => {
    const foreign = row.ownTitle === null ? languages[row.originalLanguage as LanguageCode] : null;
    const disclosed = disclosure(row.attribution, Boolean(row.seesSource));
    return {
      number: row.number,
      kind: row.kind,
      depth: row.depth,
      status: row.status,
      sharing: row.sharing,
      title: row.ownTitle ?? row.originalTitle,
      summary: row.ownSummary ?? row.originalSummary,
      tag: foreign && foreign.tag !== languages[locale].tag ? foreign.tag : null,
      selfName: foreign?.selfName ?? null,
      beneficiary:
        disclosed.beneficiary && row.beneficiary !== ""
          ? { code: row.beneficiary, name: nameWithMark(row, locale) }
          : null,
      itemId: row.agenda_item_id,
      updatedOn: disclosed.day ? formats.dateShort(row.updated_at) : null,
    };
  });
}
