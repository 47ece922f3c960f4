import { type Actor, membershipIn } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { isFrozen, isIncomplete, isOpen, isSubmitted } from "#app/domain/access/contribution-status.ts";
import { can } from "#app/domain/access/policy.ts";
import { toldVersions } from "#app/domain/access/told-versions.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import { NotFound } from "#app/domain/errors.ts";
import {
  byLanguage,
  type ContributionFacts,
  readContributionFacts,
  type VersionFacts,
} from "#app/domain/knowledge/contribution-facts.server.ts";
import { type Citation, citationsOf } from "#app/domain/knowledge/contribution-passages.server.ts";
import { subjectOf } from "#app/domain/knowledge/contribution-row.server.ts";
import { findLinks, type LinkFacts } from "#app/domain/knowledge/find-links.server.ts";
import { findOrigin, type OriginFacts } from "#app/domain/knowledge/find-origin.server.ts";
import { findWaitingRequest } from "#app/domain/knowledge/raise-sharing.server.ts";
import { type Decision, decisionsOpenTo } from "#app/domain/knowledge/review-rules.ts";
import { isHigher } from "#app/domain/knowledge/sharing-level.ts";
import type { ChosenSection, SectionCode } from "#app/domain/knowledge/templates.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import type { Term, Vocabulary } from "#app/domain/vocabulary/vocabulary.ts";
import { type Labels, parseLabels } from "#app/i18n/labels.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import { isNamed } from "#app/i18n/told-language.ts";
import type { Db } from "#db/store.ts";

/** A language version with all its text. */
export interface VersionText extends VersionFacts {
  /** Who wrote what it says now; for deciding, never shown. */
  writtenBy: string | null;
  /** The writer of a translation stated, after a warning, that it is not about a prisoner. */
  guardStated: boolean;
  body: string;
  bodyHtml: string;
  details: Partial<Record<SectionCode, string>>;
  detailsHtml: Partial<Record<SectionCode, string>>;
}

/** The lists that sections choose from. */
export type SectionTerms = Pick<Vocabulary, ChosenSection>;

/** What a contribution is about, the same for everybody who sees it. */
interface Classification {
  themes: { code: string; labels: Labels }[];
  targetGroups: Term[];
  sectionTerms: SectionTerms;
  references: Citation[];
}

/** A contribution with everything that hangs on it, as far as the actor sees that. */
export interface WholeContribution extends ContributionFacts, Classification {
  versions: readonly VersionText[];
  origin: OriginFacts;
  /** Whether the actor is a member of its group, and has a page of the round to go to. */
  inGroup: boolean;
  links: LinkFacts[];
  /** An open wish to share it more widely, for those who ask or decide. */
  request: { id: string; toLevel: SharingLevel } | null;
  /** A wish that was consented to and waits for a second reader, for the same people. */
  waiting: { id: string; toLevel: SharingLevel } | null;
  /** Languages of versions that wait for a second reader, whom the actor could be. */
  toSecond: LanguageCode[];
  /** For those who review in the group: what may be decided now, perhaps nothing. */
  decisions: Decision[] | null;
  /** To be told to the actor, who checks or decides and did not write it. */
  guardStated: boolean;
  may: {
    edit: boolean;
    complete: boolean;
    withdraw: boolean;
    ask: boolean;
    decide: boolean;
    lower: boolean;
    raiseUnread: boolean;
  };
}

/**
 * A contribution by its number.
 * @param known what was found of it for another reader and is the same for all
 * @throws NotFound when there is none, or the actor may not know of it
 */
export async function findContribution(
  db: Db,
  actor: Actor,
  number: string,
  known?: Classification,
): Promise<WholeContribution> {
  const facts = await findContributionFacts(db, actor, number);
  const subject = subjectOf(actor, facts);
  const isAsking = can(actor, "sharing.ask", subject) || can(actor, "sharing.decide", subject);
  const request = isAsking ? await findOpenRequest(db, facts.id) : null;
  const waiting = isAsking ? await findWaitingRequest(db, facts.id) : null;
  const versions = await findVersionTexts(db, facts);
  return {
    ...facts,
    versions,
    origin: await findOrigin(db, actor, facts),
    inGroup: membershipIn(actor, facts.groupId) !== undefined,
    ...(known ?? (await findClassification(db, facts.id))),
    links: await findLinks(db, actor, facts.id),
    request,
    waiting,
    toSecond: versionsToSecond(actor, facts, versions, waiting !== null),
    decisions: reviews(actor, facts) ? decisionsOpenTo(actor, facts) : null,
    guardStated: facts.guardStated && actor.accountId !== facts.authorId && isAsking,
    may: {
      ...mayDo(actor, facts, request !== null || waiting !== null),
      decide: isOpen(facts.status) && request !== null && can(actor, "sharing.decide", subject),
      raiseUnread: isOpen(facts.status) && waiting !== null && can(actor, "sharing.raise-unread", subject),
    },
  };
}

/**
 * The facts of a contribution by its number.
 * @throws NotFound when there is none, or the actor may not know of it
 */
export async function findContributionFacts(db: Db, actor: Actor, number: string): Promise<ContributionFacts> {
  const named = contributionsVisibleTo(db, actor).where("contribution.number", "=", number);
  const [facts] = await readContributionFacts(db, actor, named);
  if (!facts) throw new NotFound("record");
  return facts;
}

function reviews(actor: Actor, { groupId }: ContributionFacts): boolean {
  return can(actor, "contribution.check", { groupId }) || can(actor, "contribution.validate", { groupId });
}

function mayDo(actor: Actor, facts: ContributionFacts, asked: boolean) {
  const subject = subjectOf(actor, facts);
  const { status, sharing } = facts;
  const edit = !isFrozen(status) && can(actor, "contribution.edit", subject);
  return {
    edit,
    complete: edit && isIncomplete(status),
    withdraw: status !== "withdrawn" && can(actor, "contribution.withdraw", subject),
    ask: isOpen(status) && !asked && sharing !== "public" && can(actor, "sharing.ask", subject),
    lower: isSubmitted(status) && sharing !== "bilateral" && can(actor, "sharing.lower", subject),
  };
}

/** Translations that are to be heard beyond the group, and the original where consent waits for its second reader. */
function versionsToSecond(
  actor: Actor,
  facts: ContributionFacts,
  versions: readonly VersionText[],
  waits: boolean,
): LanguageCode[] {
  const { status, sharing, authorId } = facts;
  if (!isOpen(status) || authorId === actor.accountId) return [];
  if (!can(actor, "contribution.second", subjectOf(actor, facts))) return [];
  const isHeard = waits || isHigher(sharing, "group");
  return versions.flatMap(({ language, provenance, isSeconded, writtenBy }) =>
    isNamed(language) && !isSeconded && writtenBy !== actor.accountId && (provenance === "original" ? waits : isHeard)
      ? language
      : [],
  );
}

async function findOpenRequest(db: Db, contributionId: string): Promise<WholeContribution["request"]> {
  const request = await db
    .selectFrom("sharing_request")
    .select(["id", "to_level"])
    .where("contribution_id", "=", contributionId)
    .where("decision", "is", null)
    .executeTakeFirst();
  return request ? { id: request.id, toLevel: request.to_level as SharingLevel } : null;
}

/** The language versions of a contribution with all their text, as far as whoever found it is told of them. */
export async function findVersionTexts(db: Db, { id, telling }: ContributionFacts): Promise<VersionText[]> {
  const rows = await db.selectFrom("contribution_version").selectAll().where("contribution_id", "=", id).execute();
  const versions = rows.sort(byLanguage).map((row) => ({
    language: row.language as LanguageCode,
    provenance: row.provenance,
    isSeconded: row.seconded_at !== null,
    writtenBy: row.written_by,
    guardStated: row.guard_stated === 1,
    title: row.title,
    summary: row.summary,
    body: row.body,
    bodyHtml: row.body_html,
    details: JSON.parse(row.details) as VersionText["details"],
    detailsHtml: JSON.parse(row.details_html) as VersionText["detailsHtml"],
  }));
  return toldVersions(versions, telling);
}

async function findClassification(db: Db, contributionId: string): Promise<Classification> {
  const themes = await db
    .selectFrom("contribution_theme")
    .innerJoin("theme", "theme.id", "contribution_theme.theme_id")
    .select(["theme.code", "theme.labels"])
    .where("contribution_theme.contribution_id", "=", contributionId)
    .orderBy("theme.position")
    .execute();
  const targetGroups = await db
    .selectFrom("contribution_target_group")
    .innerJoin("target_group", "target_group.code", "contribution_target_group.target_group")
    .select(["target_group.code", "target_group.labels"])
    .where("contribution_id", "=", contributionId)
    .orderBy("target_group.position")
    .orderBy("target_group.code")
    .execute();
  const cited = await citationsOf(db, [contributionId]);
  return {
    themes: themes.map(({ code, labels }) => ({ code, labels: parseLabels(labels) })),
    targetGroups: targetGroups.map(({ code, labels }) => ({ code, labels: parseLabels(labels) })),
    references: cited.get(contributionId) ?? [],
    sectionTerms: await findVocabulary(db),
  };
}
