import { disclosure } from "#app/domain/access/attribution.ts";
import { toldVersions, type VersionTelling } from "#app/domain/access/told-versions.ts";
import type { Attribution, SharingLevel } from "#app/domain/codes.ts";
import { isHigher } from "#app/domain/knowledge/sharing-level.ts";
import type { DisclosedVersions } from "#app/domain/search/sources.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";
import { isNamed } from "#app/i18n/told-language.ts";
import type { Db } from "#db/store.ts";

/** A language version as the search keeps it. */
interface DecidedVersion {
  language: LanguageCode;
  provenance: string;
  isSummarised: boolean;
  isSeconded: boolean;
}

/**
 * The language versions of those contributions whose versions not everybody is told of who sees them, by id, as the
 * search keeps them. Few are, so that most contributions go on sharing what is worked out for them.
 */
export async function findDecidedVersions(
  db: Db,
  rows: readonly { id: string; attribution: Attribution; sharing: SharingLevel }[],
): Promise<Map<string, string>> {
  const hiding = rows.filter(({ attribution }) => !disclosure(attribution, false).language).map(({ id }) => id);
  // What is not heard beyond its group is read by those alone who read versions without a second reader as well.
  const heard = rows.filter(({ sharing }) => isHigher(sharing, "group")).map(({ id }) => id);
  const versions = new Map<string, DecidedVersion[]>();
  const asked = [...new Set([...hiding, ...heard])];
  if (asked.length === 0) return new Map();
  const found = await db
    .selectFrom("contribution_version")
    .select(["contribution_id", "language", "provenance", "summary", "seconded_at"])
    .where("contribution_id", "in", asked)
    .execute();
  for (const { contribution_id, language, provenance, summary, seconded_at } of found) {
    const version: DecidedVersion = {
      ...{ language: language as LanguageCode, provenance },
      ...{ isSummarised: summary !== "", isSeconded: seconded_at !== null },
    };
    versions.set(contribution_id, [...(versions.get(contribution_id) ?? []), version]);
  }
  const isHiding = new Set(hiding);
  const waits = ({ provenance, isSeconded }: DecidedVersion) => provenance !== "original" && !isSeconded;
  const decided = [...versions].filter(([id, all]) => isHiding.has(id) || all.some(waits));
  return new Map(decided.map(([id, all]) => [id, JSON.stringify(all.sort(byCode))]));
}

/** What of the versions that `findDecidedVersions` wrote somebody is told; null where that is everything. */
export function discloseVersions(decided: string, telling: VersionTelling): DisclosedVersions | null {
  const versions = JSON.parse(decided) as DecidedVersion[];
  const told = toldVersions(versions, telling);
  const named = told.every(({ language }) => isNamed(language));
  if (named && told.length === versions.length) return null;
  const first = versions.find(({ provenance }) => provenance === "original");
  return {
    languages: told.map(({ language }) => (isNamed(language) ? language : (first?.language ?? ""))),
    named,
    translated: told.some(({ provenance }) => provenance !== "original"),
    summarised: told.some(({ isSummarised }) => isSummarised),
  };
}

function byCode(one: DecidedVersion, other: DecidedVersion): number {
  return languageCodes.indexOf(one.language) - languageCodes.indexOf(other.language);
}
