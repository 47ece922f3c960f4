import { expressionBuilder, sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { sharedRounds, sourceIsVisible } from "#app/domain/access/attribution.server.ts";
import { disclosesRound, disclosure, seesSource } from "#app/domain/access/attribution.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { type ContributionAccess, seesContribution } from "#app/domain/access/contribution.ts";
import { isSubmitted, submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { seesSession } from "#app/domain/access/session.ts";
import type { Attribution, Kind, SharingLevel } from "#app/domain/codes.ts";
import type { NameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { findRoundTitles } from "#app/domain/rounds/round-titles.server.ts";
import { reviewWeights } from "#app/domain/search/answer/record-weight.ts";
import type { Hit } from "#app/domain/search/results/hit.ts";
import type { HitMarker } from "#app/domain/search/results/mark-hit.ts";
import type { DisclosedValues, Profile, SearchSource, SourceView } from "#app/domain/search/sources.ts";
import { findSessionNames } from "#app/domain/sessions/session-names.server.ts";
import { plainText } from "#app/domain/text/plain-text.ts";
import { yieldEvery } from "#app/domain/yield-every.ts";
import type { Message } from "#app/i18n/message.ts";
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

/** What decides who sees a contribution and what of it: in every profile, under these names. */
interface Access extends Record<string, string | null> {
  programmeId: string;
  sharing: string;
  attribution: string;
  authorId: string;
  delegationId: string | null;
  beneficiary: string;
  institutionId: string | null;
  /** Where it is told without an institution, as by an import. */
  institutionType: string | null;
  roundId: string | null;
  sessionId: string | null;
}

/** Submitted contributions, each found by whoever sees it, and counted under what its attribution discloses. */
export const contributionSource: SearchSource = {
  type: "contribution",

  async idsAfter(db, id, limit) {
    const rows = await db
      .selectFrom("contribution")
      .select("id")
      .where("id", ">", id)
      .orderBy("id")
      .limit(limit)
      .execute();
    return rows.map((row) => row.id);
  },

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
        ...(cited.get(version.contribution_id) ?? []).map(({ identifier }) => identifier),
      ].join("\n"),
      own: [],
      isOriginal: version.provenance === "original",
      isSummarised: version.summary !== "",
    }));
  },

  async factsOf(db, ids) {
    const rows = await factRows(db, ids);
    const themes = grouped(
      await db
        .selectFrom("contribution_theme")
        .select(["contribution_id", "theme_id as value"])
        .where("contribution_id", "in", ids)
        .orderBy("theme_id")
        .execute(),
    );
    const cites = grouped(
      await db
        .selectFrom("contribution_reference")
        .select(["contribution_id", "reference_id as value"])
        .where("contribution_id", "in", ids)
        .orderBy("reference_id")
        .execute(),
    );
    return rows.map((row) => ({
      id: row.id,
      profile: profileOf(row, themes.get(row.id) ?? []),
      at: row.submitted_at ?? "",
      cites: cites.get(row.id) ?? [],
    }));
  },

  contexts: { rounds: findRoundTitles, sessions: findSessionNames },

  async viewedBy(db, actor) {
    return new ContributionView(actor, await relationsOf(db, actor));
  },

  async describe(db, actor, matches, marker) {
    const ids = matches.map(({ id }) => id);
    const versions = await versionRows(db, actor, ids);
    const cited = await citationsOf(db, ids);
    const hits: Hit[] = [];
    const pause = yieldEvery();
    for (const { id, language, rank } of matches) {
      // Texts may be long, and pages of a hundred are asked for.
      await pause();
      const row = versions.find((version) => version.id === id && version.language === language);
      if (row) hits.push(hitOf(row, cited.get(id) ?? [], rank, marker));
    }
    return hits;
  },

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

/** A number as it stands in the table: "rel2020k7q4" is REL-2020-K7Q4. */
function asWritten(squeezed: string): string {
  return squeezed.toUpperCase().replace(/^([A-Z]+)(\d{4})/, "$1-$2-");
}

/** The text behind the summary as plain passages. */
function passagesOf({ body, details }: { body: string; details: string }): string[] {
  const sections = Object.values(JSON.parse(details) as Record<string, unknown>);
  const texts = sections.filter((section): section is string => typeof section === "string" && section !== "");
  return [body, ...texts].map(plainText);
}

async function citationsOf(db: Db, ids: readonly string[]) {
  const rows = await db
    .selectFrom("contribution_reference")
    .innerJoin("reference", "reference.id", "contribution_reference.reference_id")
    .select(["contribution_id", "rule", "identifier"])
    .where("contribution_id", "in", ids)
    .orderBy("identifier")
    .orderBy("reference.id")
    .execute();
  const cited = new Map<string, { identifier: string; rule: string }[]>();
  for (const { contribution_id, identifier, rule } of rows) {
    const known = cited.get(contribution_id);
    if (known) known.push({ identifier, rule });
    else cited.set(contribution_id, [{ identifier, rule }]);
  }
  return cited;
}

function grouped(rows: readonly { contribution_id: string; value: string }[]): Map<string, string[]> {
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
      ...(["round_id", "session_id", "evidence_stage", "submitted_at"] as const),
    ])
    .where("contribution.id", "in", ids)
    .where("status", "in", submittedStatuses)
    .orderBy("contribution.id")
    .execute();
}

function profileOf(row: Awaited<ReturnType<typeof factRows>>[number], themes: readonly string[]): Profile {
  const access: Access = {
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
    access,
  };
}

/** What a viewer is to sessions and rounds, and what is the same for everybody. */
interface Relations {
  /** Sessions the viewer is in the audience of. */
  readonly attended: readonly string[];
  /** All sessions of the viewer's groups, with the group of each. */
  readonly sessions: readonly (readonly [session: string, group: string])[];
  /** Rounds that enough delegations may have spoken in. */
  readonly sharedRounds: readonly string[];
  readonly institutions: readonly (readonly [institution: string, type: string])[];
}

async function relationsOf(db: Db, { accountId, memberships }: Actor): Promise<Relations> {
  const attended = await db
    .selectFrom("session_person")
    .select("session_id")
    .where("account_id", "=", accountId ?? "")
    .where("removed_at", "is", null)
    .orderBy("session_id")
    .execute();
  const sessions = await db
    .selectFrom("session")
    .select(["id", "group_id"])
    .where(
      "group_id",
      "in",
      memberships.map(({ groupId }) => groupId),
    )
    .orderBy("id")
    .execute();
  const institutions = await db.selectFrom("institution").select(["id", "type"]).orderBy("id").execute();
  return {
    attended: attended.map((row) => row.session_id),
    sessions: sessions.map((row) => [row.id, row.group_id] as const),
    sharedRounds: (await sharedRounds(db).orderBy("round.id").execute()).map((row) => row.id),
    institutions: institutions.map((row) => [row.id, row.type] as const),
  };
}

class ContributionView implements SourceView {
  readonly key: string;
  private readonly actor: Actor;
  private readonly attended: ReadonlySet<string>;
  private readonly sessions: ReadonlyMap<string, string>;
  private readonly sharedRounds: ReadonlySet<string>;
  private readonly institutions: ReadonlyMap<string, string>;

  constructor(actor: Actor, relations: Relations) {
    this.key = JSON.stringify(relations);
    this.actor = actor;
    this.attended = new Set(relations.attended);
    this.sessions = new Map(relations.sessions);
    this.sharedRounds = new Set(relations.sharedRounds);
    this.institutions = new Map(relations.institutions);
  }

  sees(profile: Profile): boolean {
    // Drafts and what was withdrawn are not searched, not even by those who see them.
    return isSubmitted(profile.status ?? "") && seesContribution(this.actor, this.accessTo(profile));
  }

  disclosed(profile: Profile): DisclosedValues {
    const { attribution, beneficiary, institutionId, institutionType, roundId, sessionId } = profile.access as Access;
    const source = seesSource(this.actor, this.accessTo(profile));
    const disclosed = disclosure(attribution as Attribution, source);
    const isShared = roundId !== null && this.sharedRounds.has(roundId);
    const type = institutionId === null ? institutionType : (this.institutions.get(institutionId) ?? null);
    return {
      beneficiary: disclosed.beneficiary ? beneficiary : null,
      institution: disclosed.institutionType ? type : null,
      round: disclosesRound(disclosed, isShared) ? roundId : null,
      session: sessionId !== null && this.seesSession(sessionId) ? sessionId : null,
    };
  }

  private seesSession(id: string): boolean {
    const groupId = this.sessions.get(id);
    return groupId !== undefined && seesSession(this.actor, { groupId, audience: this.audienceOf(id) });
  }

  private accessTo({ groupId, status, access }: Profile): ContributionAccess {
    const { programmeId, sharing, authorId, delegationId, sessionId } = access as Access;
    return {
      groupId: groupId ?? "",
      status: status ?? "",
      programmeId,
      sharing: sharing as SharingLevel,
      authorId,
      delegationId,
      sessionAudience: this.audienceOf(sessionId),
    };
  }

  /** Of a session's audience only whether the viewer is in it. */
  private audienceOf(sessionId: string | null): string[] {
    const { accountId } = this.actor;
    return sessionId !== null && accountId !== null && this.attended.has(sessionId) ? [accountId] : [];
  }
}

/**
 * All language versions of contributions, and whether the viewer sees their true source. As they are now: one may have
 * been hidden since it was matched in memory.
 */
async function versionRows(db: Db, actor: Actor, ids: readonly string[]) {
  return contributionsVisibleTo(db, actor)
    .innerJoin("contribution_version as version", "version.contribution_id", "contribution.id")
    .select([
      ...(["contribution.id", "number", "external_id", "kind", "status", "sharing", "attribution"] as const),
      ...(["beneficiary", "evidence_stage", "version.language", "provenance", "title", "summary"] as const),
      ...(["body", "details"] as const),
    ])
    .select(sql<0 | 1>`${sourceIsVisible(expressionBuilder<Schema, "contribution">(), actor)}`.as("sees_source"))
    .where("contribution.id", "in", ids)
    .where("contribution.status", "in", submittedStatuses)
    .orderBy("contribution.id")
    .execute();
}

function hitOf(
  row: Awaited<ReturnType<typeof versionRows>>[number],
  cited: readonly { identifier: string; rule: string }[],
  rank: number,
  marker: HitMarker,
): ContributionHit {
  const { id, number, kind, language, provenance, status, sharing, title, summary } = row;
  const disclosed = disclosure(row.attribution, row.sees_source === 1);
  const cites = cited.map(({ identifier }) => identifier);
  const marked = marker.mark({ number, language, title, summary, further: () => passagesOf(row), cites });
  const beneficiary = marker.vocabulary.beneficiaries.find(({ code }) => code === row.beneficiary);
  return {
    recordType: "contribution",
    ...{ id, number, kind, language, provenance, status, sharing, rank },
    ...marked,
    why: [...marked.why, ...cited.filter(({ identifier }) => marker.asksFor(identifier)).map(citationNote)],
    beneficiary: disclosed.beneficiary ? (beneficiary?.label ?? null) : null,
    evidenceStage: row.evidence_stage,
    externalId: disclosed.externalId ? row.external_id : null,
  };
}

function citationNote({ identifier, rule }: { identifier: string; rule: string }): Message {
  return { key: rule === "" ? "search.why.cites" : "search.why.citesRule", params: { identifier, rule } };
}
