import { expressionBuilder, sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { sourceIsVisible } from "#app/domain/access/attribution.server.ts";
import { disclosure } from "#app/domain/access/attribution.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { toldVersions } from "#app/domain/access/told-versions.ts";
import type { Kind, SharingLevel } from "#app/domain/codes.ts";
import { findTellings, isIn } from "#app/domain/knowledge/contribution-facts.server.ts";
import { citationsOf, passagesOf } from "#app/domain/knowledge/contribution-passages.server.ts";
import type { NameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { Hit } from "#app/domain/search/results/hit.ts";
import type { HitMarker } from "#app/domain/search/results/mark-hit.ts";
import type { SearchSource } from "#app/domain/search/sources.ts";
import { yieldEvery } from "#app/domain/yield-every.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import type { Message } from "#app/i18n/message.ts";
import { isNamed, type ToldLanguage, wordsOfLanguage } from "#app/i18n/told-language.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/** A contribution among what was found. */
export interface ContributionHit extends Hit {
  recordType: "contribution";
  kind: Kind;
  provenance: "original" | "translated" | "machine" | "reviewed";
  /** Name with its mark; null where attribution hides it from the viewer. */
  beneficiary: NameWithMark | null;
  status: string;
  sharing: SharingLevel;
  evidenceStage: number | null;
}

/** What a search shows of contributions that it found: those that the actor sees now. */
export const describeContributions: SearchSource["describe"] = async (db, actor, matches, marker) => {
  const ids = matches.map(({ id }) => id);
  const versions = await versionRows(db, actor, ids);
  const tellings = await findTellings(db, actor, distinct(versions));
  const told = new Map([...tellings].map(([id, telling]) => [id, toldVersions(ofRecord(versions, id), telling)]));
  const cited = await citationsOf(db, ids);
  const hits: Hit[] = [];
  const pause = yieldEvery();
  for (const { id, language, rank } of matches) {
    // Texts may be long, and pages of a hundred are asked for.
    await pause();
    const row = told.get(id)?.find((version) => isIn(version, language as LanguageCode));
    if (row) hits.push(hitOf(row, cited.get(id) ?? [], rank, marker));
  }
  return hits;
};

/**
 * All language versions of contributions, and whether the viewer sees their true source. As they are now: one may have
 * been hidden since it was matched in memory.
 */
async function versionRows(db: Db, actor: Actor, ids: readonly string[]) {
  const rows = await contributionsVisibleTo(db, actor)
    .innerJoin("contribution_version as version", "version.contribution_id", "contribution.id")
    .select([
      ...([
        "contribution.id",
        "group_id",
        "number",
        "external_id",
        "kind",
        "status",
        "sharing",
        "attribution",
      ] as const),
      ...(["beneficiary", "evidence_stage", "version.language", "provenance", "seconded_at"] as const),
      ...(["title", "summary", "body", "details"] as const),
    ])
    .select(sql<0 | 1>`${sourceIsVisible(expressionBuilder<Schema, "contribution">(), actor)}`.as("sees_source"))
    .where("contribution.id", "in", ids)
    .where("contribution.status", "in", submittedStatuses)
    .orderBy("contribution.id")
    .execute();
  return rows.map((row) => ({
    ...row,
    language: row.language as LanguageCode,
    inLanguage: row.language,
    isSeconded: row.seconded_at !== null,
  }));
}

type VersionRow = Awaited<ReturnType<typeof versionRows>>[number];

function ofRecord(versions: readonly VersionRow[], id: string): VersionRow[] {
  return versions.filter((version) => version.id === id);
}

/** One version of each record. */
function distinct(versions: readonly VersionRow[]): VersionRow[] {
  return [...new Map(versions.map((version) => [version.id, version])).values()];
}

function hitOf(
  row: Omit<VersionRow, "language"> & { language: ToldLanguage },
  cited: readonly { id: string; identifier: string; rule: string }[],
  rank: number,
  marker: HitMarker,
): ContributionHit {
  const { id, number, kind, language: told, inLanguage, provenance, status, sharing, title, summary } = row;
  const disclosed = disclosure(row.attribution, row.sees_source === 1);
  const cites = cited.map(({ identifier }) => identifier);
  const marked = marker.mark({ number, language: inLanguage, title, summary, further: () => passagesOf(row), cites });
  const beneficiary = marker.vocabulary.beneficiaries.find(({ code }) => code === row.beneficiary);
  return {
    recordType: "contribution",
    ...{ id, number, kind, provenance, status, sharing, rank },
    language: isNamed(told) ? told : null,
    tag: wordsOfLanguage(told).tag,
    ...marked,
    why: [...marked.why, ...cited.filter((one) => marker.asksFor(one)).map(citationNote)],
    beneficiary: disclosed.beneficiary ? (beneficiary?.label ?? null) : null,
    evidenceStage: row.evidence_stage,
    externalId: disclosed.externalId ? row.external_id : null,
  };
}

function citationNote({ identifier, rule }: { identifier: string; rule: string }): Message {
  return { key: rule === "" ? "search.why.cites" : "search.why.citesRule", params: { identifier, rule } };
}
