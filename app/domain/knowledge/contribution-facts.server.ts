import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { findSharedLanguages, sourceIsVisible } from "#app/domain/access/attribution.server.ts";
import { checksTexts, disclosure } from "#app/domain/access/attribution.ts";
import type { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import type { ContributionStatus } from "#app/domain/access/contribution-status.ts";
import { toldVersions, type VersionTelling } from "#app/domain/access/told-versions.ts";
import type { Attribution, Kind, SharingLevel } from "#app/domain/codes.ts";
import type { Designation } from "#app/domain/programme/beneficiary-name.ts";
import { type Term, termOf } from "#app/domain/vocabulary/vocabulary.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import { type LanguageCode, languageCodes } from "#app/i18n/languages.ts";
import { type ToldLanguage, unnamed } from "#app/i18n/told-language.ts";
import { sure } from "#app/sure.ts";
import type { Instant } from "#db/schema/columns.ts";
import type { ContributionTable, ContributionVersionTable } from "#db/schema/contribution.ts";
import type { Db } from "#db/store.ts";

/** A language version, as far as lists need it. */
export interface VersionFacts {
  language: ToldLanguage;
  provenance: ContributionVersionTable["provenance"];
  /** Whether somebody who wrote none of it has read it. */
  isSeconded: boolean;
  title: string;
  summary: string;
}

/**
 * Everything a contribution is, as stored: instants, ids, codes and labels. Pages, lists, history, mails and results
 * start from it. It holds the whole source: what a viewer reads is made in `views/`, from what is disclosed.
 */
export interface ContributionFacts {
  id: string;
  number: string;
  kind: Kind;
  depth: ContributionTable["depth"];
  status: ContributionStatus;
  sharing: SharingLevel;
  attribution: Attribution;
  /** Whether the actor it was read for sees the whole source. */
  seesSource: boolean;
  revision: number;
  groupId: string;
  programmeId: string;
  group: Labels;
  authorId: string;
  author: string;
  /** Of the author, where it is known by name. */
  institution: { id: string; names: Labels } | null;
  /** Of the institution, or of one that is known by its type alone. */
  institutionType: Term | null;
  delegationId: string | null;
  /** Null while a draft does not say; a wide one has a code and no designation. */
  beneficiary: { code: string; designation: Designation<Labels> | null } | null;
  round: { id: string; titles: Labels } | null;
  sessionId: string | null;
  itemId: string | null;
  phase: Term | null;
  evidenceStage: number | null;
  transferability: string | null;
  /** A day. */
  reviewBy: string | null;
  /** Why it was returned or archived. */
  reviewReason: string | null;
  withdrawalReason: string | null;
  /** Why it is shared beyond the group though nobody but who wrote it has read it; null where somebody has. */
  unreadReason: string | null;
  /** The author stated, after a warning, that it is not about a prisoner. */
  guardStated: boolean;
  createdAt: Instant;
  submittedAt: Instant | null;
  updatedAt: Instant;
  /** As the actor is told of them: the original first, the others as pickers list languages. */
  versions: readonly VersionFacts[];
  /** What decided which versions those are. */
  telling: VersionTelling;
}

/** A query that has chosen contributions and nothing of them yet: it decides who sees what. */
export type ContributionQuery = ReturnType<typeof contributionsVisibleTo>;

/** The facts of the contributions that a query finds, in its order: two statements, however many there are. */
export async function readContributionFacts(
  db: Db,
  actor: Actor,
  contributions: ContributionQuery,
): Promise<ContributionFacts[]> {
  const rows = await contributions
    .innerJoin("working_group", "working_group.id", "contribution.group_id")
    .innerJoin("account", "account.id", "contribution.author_id")
    .leftJoin("institution", "institution.id", "contribution.institution_id")
    .leftJoin("beneficiary", (join) =>
      join
        .onRef("beneficiary.programme_id", "=", "working_group.programme_id")
        .onRef("beneficiary.code", "=", "contribution.beneficiary"),
    )
    .leftJoin("institution_type", (join) =>
      join.on((eb) =>
        eb("institution_type.code", "=", eb.fn.coalesce("institution.type", "contribution.institution_type")),
      ),
    )
    .leftJoin("phase", "phase.code", "contribution.phase")
    .leftJoin("round", "round.id", "contribution.round_id")
    .selectAll("contribution")
    .select((eb) => [
      "working_group.programme_id",
      "working_group.names as group_names",
      "account.name as author_name",
      "institution.names as institution_names",
      "institution_type.code as type_code",
      "institution_type.labels as type_labels",
      "beneficiary.names as beneficiary_names",
      "beneficiary.mark",
      "phase.labels as phase_labels",
      "round.titles as round_titles",
      eb.and([sourceIsVisible(eb, actor)]).as("sees_source"),
    ])
    .execute();
  const tellings = await findTellings(db, actor, rows);
  const versions = await readVersions(db, tellings);
  return rows.map((row) => ({
    id: row.id,
    number: row.number,
    kind: row.kind,
    depth: row.depth,
    status: row.status,
    sharing: row.sharing,
    attribution: row.attribution,
    seesSource: Boolean(row.sees_source),
    revision: row.revision,
    groupId: row.group_id,
    programmeId: row.programme_id,
    group: parseLabels(row.group_names),
    authorId: row.author_id,
    author: row.author_name,
    institution: row.institution_id ? { id: row.institution_id, names: parseLabels(row.institution_names) } : null,
    institutionType: termOf(row.type_code, row.type_labels),
    delegationId: row.delegation_id,
    beneficiary:
      row.beneficiary === ""
        ? null
        : {
            code: row.beneficiary,
            designation:
              row.beneficiary_names === null ? null : { names: parseLabels(row.beneficiary_names), mark: row.mark },
          },
    round: row.round_id ? { id: row.round_id, titles: parseLabels(row.round_titles) } : null,
    sessionId: row.session_id,
    itemId: row.agenda_item_id,
    phase: termOf(row.phase, row.phase_labels),
    evidenceStage: row.evidence_stage,
    transferability: row.transferability,
    reviewBy: row.review_by,
    reviewReason: row.review_reason,
    withdrawalReason: row.withdrawal_reason,
    unreadReason: row.unread_reason,
    guardStated: row.guard_stated === 1,
    createdAt: row.created_at,
    submittedAt: row.submitted_at,
    updatedAt: row.updated_at,
    versions: sure(versions.get(row.id)),
    telling: sure(tellings.get(row.id)),
  }));
}

/** What of contributions decides which of their versions a viewer is told of. */
interface TellingRow {
  id: string;
  group_id: string;
  attribution: Attribution;
  sees_source: unknown;
}

/** What decides which versions of contributions the actor is told of, by id. */
export async function findTellings(
  db: Db,
  actor: Actor,
  rows: readonly TellingRow[],
): Promise<Map<string, VersionTelling>> {
  const tellsLanguage = ({ group_id, attribution, sees_source }: TellingRow) =>
    disclosure(attribution, Boolean(sees_source)).language || checksTexts(actor, group_id);
  const untold = rows.filter((row) => !tellsLanguage(row)).map(({ group_id }) => group_id);
  const shared = await findSharedLanguages(db, [...new Set(untold)]);
  return new Map(
    rows.map((row) => [
      row.id,
      {
        inGroup: membershipIn(actor, row.group_id) !== undefined,
        language: tellsLanguage(row),
        shared: shared.get(row.group_id) ?? new Set<string>(),
      },
    ]),
  );
}

/** The language versions of contributions that somebody is told of, by id, as far as lists need them. */
export async function readVersions(
  db: Db,
  tellings: ReadonlyMap<string, VersionTelling>,
): Promise<Map<string, VersionFacts[]>> {
  const rows = await db
    .selectFrom("contribution_version")
    .select(["contribution_id", "language", "provenance", "title", "summary", "seconded_at"])
    .where("contribution_id", "in", [...tellings.keys()])
    .execute();
  const versions = new Map<string, (VersionFacts & { language: LanguageCode })[]>();
  for (const { contribution_id, seconded_at, ...version } of rows.sort(byLanguage)) {
    const own = versions.get(contribution_id) ?? [];
    versions.set(contribution_id, own);
    own.push({ ...version, language: version.language as LanguageCode, isSeconded: seconded_at !== null });
  }
  return new Map([...tellings].map(([id, telling]) => [id, toldVersions(versions.get(id) ?? [], telling)]));
}

/** Whether a version is the one in a language, named or not. */
export function isIn({ language: told }: Pick<VersionFacts, "language">, language: LanguageCode): boolean {
  return told === language || told === unnamed(language);
}

type Ordered = Pick<ContributionVersionTable, "language" | "provenance">;

/** Orders versions: the original first, the others as pickers list languages. */
export function byLanguage(a: Ordered, b: Ordered): number {
  return placeOf(a) - placeOf(b);
}

function placeOf({ language, provenance }: Ordered): number {
  return provenance === "original" ? -1 : languageCodes.indexOf(language as LanguageCode);
}
