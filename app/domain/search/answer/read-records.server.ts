import type BetterSqlite from "better-sqlite3";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import type { RecordType } from "#app/domain/search/answer/matcher.ts";
import type { RecordFacts } from "#app/domain/search/answer/records.ts";

/** A document as it is read from the disk. */
export interface DocumentRow {
  id: number;
  recordType: RecordType;
  recordId: string;
  language: string;
  isOriginal: 0 | 1;
  isSummarised: 0 | 1;
  words: Uint8Array;
}

const contributionColumns = /* sql */ `
  contribution.rowid as place, contribution.id, kind, status, group_id as groupId, programme_id as programmeId, sharing,
  attribution, author_id as authorId, delegation_id as delegationId, beneficiary,
  coalesce((select type from institution where id = institution_id), institution_type) as institution,
  round_id as roundId, session_id as sessionId, evidence_stage as evidenceStage,
  (select group_concat(theme_id) from contribution_theme where contribution_id = contribution.id) as themes,
  (select group_concat(reference_id) from contribution_reference where contribution_id = contribution.id) as cited,
  submitted_at as at
  from contribution join working_group on working_group.id = group_id
  where status in (${submittedStatuses.map((status) => `'${status}'`).join()})`;

const documentColumns = /* sql */ `
  document.id, record_type as recordType, record_id as recordId, document.language, words,
  coalesce(provenance = 'original', 0) as isOriginal, coalesce(summary <> '', 0) as isSummarised
  from search_document as document
  left join contribution_version as version on record_type = 'contribution' and contribution_id = record_id
    and version.language = document.language`;

type ContributionRow = Omit<RecordFacts, "type" | "cites" | "citing" | "themes" | "translated" | "summarised"> & {
  place: number;
  themes: string | null;
  cited: string | null;
};

/** Of a record, what its documents tell. */
export interface Versions {
  translated: number;
  summarised: number;
}

/** Statements that read what memory holds from the disk, prepared once. */
export function recordReader(raw: BetterSqlite.Database) {
  const contributions = raw.prepare<[number, number], ContributionRow>(
    `select ${contributionColumns} and contribution.rowid > ? order by contribution.rowid limit ?`,
  );
  const contributionsNamed = raw.prepare<[string], ContributionRow>(
    `select ${contributionColumns} and contribution.id in (select value from json_each(?))`,
  );
  const documents = raw.prepare<[number, number, number], DocumentRow>(
    `select ${documentColumns} where document.id > ? and document.id <= ? order by document.id limit ?`,
  );
  const documentsNamed = raw.prepare<[string], DocumentRow>(
    `select ${documentColumns} where record_type in ('contribution', 'reference')
      and record_id in (select value from json_each(?))`,
  );
  const references = raw.prepare<[], string>("select id from reference").pluck();
  return {
    /** Contributions by place in the table, so many behind a place. */
    contributions: (after: number, limit: number) => contributions.all(after, limit),
    contributionsNamed: (ids: readonly string[]) => contributionsNamed.all(JSON.stringify(ids)),
    references: () => references.all().map(referenceFacts),
    documents: (after: number, upTo: number, limit: number) => documents.all(after, upTo, limit),
    documentsNamed: (ids: readonly string[]) => documentsNamed.all(JSON.stringify(ids)),
  };
}

/** A contribution as memory keeps it. */
export function factsOf(row: ContributionRow, { translated, summarised }: Versions): RecordFacts {
  const cites = row.cited === null ? [] : row.cited.split(",").sort();
  const themes = row.themes ?? "";
  return {
    id: row.id,
    type: "contribution",
    kind: row.kind,
    status: row.status,
    groupId: row.groupId,
    programmeId: row.programmeId,
    sharing: row.sharing,
    attribution: row.attribution,
    authorId: row.authorId,
    delegationId: row.delegationId,
    beneficiary: row.beneficiary,
    institution: row.institution,
    roundId: row.roundId,
    sessionId: row.sessionId,
    evidenceStage: row.evidenceStage,
    translated,
    summarised,
    citing: cites.length > 0 ? 1 : 0,
    themes: themes.includes(",") ? themes.split(",").sort().join() : themes,
    at: row.at ?? "",
    cites,
  };
}

/** A reference as a record that everybody sees. */
export function referenceFacts(id: string): RecordFacts {
  return {
    id,
    type: "reference",
    kind: "reference",
    status: "reference",
    groupId: "",
    programmeId: "",
    sharing: "public",
    attribution: "",
    authorId: "",
    delegationId: null,
    beneficiary: "",
    institution: null,
    roundId: null,
    sessionId: null,
    evidenceStage: null,
    translated: 0,
    summarised: 0,
    citing: 0,
    themes: "",
    at: "",
    cites: [],
  };
}
