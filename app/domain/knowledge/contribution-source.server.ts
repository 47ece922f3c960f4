import type { SelectQueryBuilder } from "kysely";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { describeContributions } from "#app/domain/knowledge/contribution-hits.server.ts";
import { citationsOf, passagesOf } from "#app/domain/knowledge/contribution-passages.server.ts";
import {
  ContributionView,
  type ProfileAccess,
  relationsOf,
} from "#app/domain/knowledge/contribution-visibility.server.ts";
import { findDecidedVersions } from "#app/domain/knowledge/decided-versions.server.ts";
import { yearOfNumber } from "#app/domain/knowledge/number-year.ts";
import { findRoundTitles } from "#app/domain/rounds/round-titles.server.ts";
import { reviewWeights } from "#app/domain/search/answer/record-weight.ts";
import { idsAfter } from "#app/domain/search/ids-after.server.ts";
import type { Profile, SearchSource } from "#app/domain/search/sources.ts";
import { findSessionNames } from "#app/domain/sessions/session-names.server.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/** Submitted contributions, each found by whoever sees it, and counted under what its attribution discloses. */
export const contributionSource: SearchSource = {
  type: "contribution",

  idsAfter: (db, id, limit) => idsAfter(db, "contribution", id, limit),

  // Neither institutions nor people by name: attribution may hide them. Nor numbers, which `named` looks up.
  async textsOf(db, ids) {
    const versions = await db
      .selectFrom("contribution_version as version")
      .innerJoin("contribution", "contribution.id", "version.contribution_id")
      .select(["contribution_id", "version.language", "provenance", "title", "summary", "body", "details"])
      .where("contribution_id", "in", ids)
      .where("contribution.status", "in", submittedStatuses)
      .orderBy("contribution_id")
      .orderBy("version.language")
      .execute();
    const cited = await citationsOf(db, ids);
    return versions.map((version) => ({
      recordId: version.contribution_id,
      language: version.language,
      title: version.title,
      body: [
        version.summary,
        ...passagesOf(version),
        ...(cited.get(version.contribution_id) ?? []).map(({ identifier, rule }) => `${identifier} ${rulesIn(rule)}`),
      ].join("\n"),
      own: [],
      isOriginal: version.provenance === "original",
      isSummarised: version.summary !== "",
    }));
  },

  async factsOf(db, ids) {
    const rows = await factRows(db, ids);
    const themes = await listed(db.selectFrom("contribution_theme").select("theme_id as value"), ids);
    const cites = await listed(db.selectFrom("contribution_reference").select("reference_id as value"), ids);
    const targets = await listed(db.selectFrom("contribution_target_group").select("target_group as value"), ids);
    const versions = await findDecidedVersions(db, rows);
    return rows.map((row) => ({
      id: row.id,
      profile: profileOf(row, themes.get(row.id) ?? [], versions.get(row.id) ?? null),
      at: row.submitted_at ?? "",
      year: yearOfNumber(row.number),
      cites: cites.get(row.id) ?? [],
      filed: [
        `attribution:${row.attribution}`,
        ...(row.phase === null ? [] : [`phase:${row.phase}`]),
        ...(targets.get(row.id) ?? []).map((code) => `target:${code}`),
      ],
    }));
  },

  contexts: { rounds: findRoundTitles, sessions: findSessionNames },

  async viewedBy(db, actor) {
    return new ContributionView(actor, await relationsOf(db, actor));
  },

  describe: describeContributions,

  async named(db, numbers) {
    const rows = await db
      .selectFrom("contribution")
      .select(["id", "number"])
      .where("number", "in", numbers.map(asWritten))
      .orderBy("id")
      .execute();
    return rows.map(({ id, number }) => ({ number: number.toLowerCase().replaceAll("-", ""), id }));
  },
};

/** Rules as they are cited, every one of a range by its number: "59-61" is "59 60 61". */
function rulesIn(rule: string): string {
  return rule.replace(/(\d{1,4})\s*[-–]\s*(\d{1,4})/g, (range, first: string, last: string) => {
    const length = Number(last) - Number(first) + 1;
    if (length < 1 || length > MOST_RULES) return range;
    return Array.from({ length }, (_, at) => Number(first) + at).join(" ");
  });
}

/** A longer range is of something else. */
const MOST_RULES = 100;

/** A number as it stands in the table: "rel2020k7q4" is REL-2020-K7Q4. */
function asWritten(squeezed: string): string {
  return squeezed.toUpperCase().replace(/^([A-Z]+)(\d{4})/, "$1-$2-");
}

type List = "contribution_theme" | "contribution_reference" | "contribution_target_group";

/** The values of a list that each contribution has, by contribution, in one order. */
async function listed(
  list: SelectQueryBuilder<Schema, List, { value: string }>,
  ids: readonly string[],
): Promise<Map<string, string[]>> {
  const rows = await list.select("contribution_id").where("contribution_id", "in", ids).orderBy("value").execute();
  const values = new Map<string, string[]>();
  for (const { contribution_id, value } of rows) {
    const known = values.get(contribution_id);
    if (known) known.push(value);
    else values.set(contribution_id, [value]);
  }
  return values;
}

async function factRows(db: Db, ids: readonly string[]) {
  return db
    .selectFrom("contribution")
    .innerJoin("working_group", "working_group.id", "contribution.group_id")
    .select([
      ...(["contribution.id", "kind", "status", "group_id", "programme_id", "sharing", "attribution"] as const),
      ...(["author_id", "delegation_id", "beneficiary", "institution_id", "institution_type"] as const),
      ...(["round_id", "session_id", "evidence_stage", "phase", "submitted_at", "number"] as const),
    ])
    .where("contribution.id", "in", ids)
    .where("status", "in", submittedStatuses)
    .orderBy("contribution.id")
    .execute();
}

function profileOf(
  row: Awaited<ReturnType<typeof factRows>>[number],
  themes: readonly string[],
  versions: string | null,
): Profile {
  const access: ProfileAccess = {
    programmeId: row.programme_id,
    sharing: row.sharing,
    attribution: row.attribution,
    authorId: row.author_id,
    delegationId: row.delegation_id,
    beneficiary: row.beneficiary,
    institutionId: row.institution_id,
    institutionType: row.institution_type,
    roundId: row.round_id,
    sessionId: row.session_id,
  };
  return {
    type: "contribution",
    kind: row.kind,
    status: row.status,
    groupId: row.group_id,
    evidenceStage: row.evidence_stage,
    themes: themes.join(),
    weight: (reviewWeights as Readonly<Record<string, number>>)[row.status] ?? reviewWeights.none,
    versions,
    access,
  };
}
