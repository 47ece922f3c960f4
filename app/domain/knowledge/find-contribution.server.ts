import type { Actor } from "#app/domain/access/actor.ts";
import { sourceIsVisible } from "#app/domain/access/attribution.server.ts";
import { disclosure } from "#app/domain/access/attribution.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { isFrozen, isIncomplete, isOpen, isSubmitted } from "#app/domain/access/contribution-status.ts";
import { can } from "#app/domain/access/policy.ts";
import type { SharingLevel } from "#app/domain/codes.ts";
import { NotFound } from "#app/domain/errors.ts";
import { type ContributionRow, contributionSubject } from "#app/domain/knowledge/contribution-row.server.ts";
import { findLinks } from "#app/domain/knowledge/find-links.server.ts";
import { findOrigin } from "#app/domain/knowledge/find-origin.server.ts";
import { disclosedSource, findTrueSource } from "#app/domain/knowledge/find-source-view.server.ts";
import { findVersions } from "#app/domain/knowledge/find-versions.server.ts";
import { formatsOf, localeOf, type ReadingOptions } from "#app/domain/knowledge/reading-options.server.ts";
import type { ContributionView, SourceView } from "#app/domain/knowledge/record-view.ts";
import { decisionsOpenTo } from "#app/domain/knowledge/review-rules.ts";
import { capitalised, label, parseLabels } from "#app/i18n/labels.ts";
import { isLanguageCode } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

/**
 * A record as one reader sees it.
 * @param options.language asks for a language version; without it the page's language is tried
 * @throws NotFound when there is none, or the actor may not know of it
 */
export async function findContribution(
  db: Db,
  actor: Actor,
  number: string,
  options: ReadingOptions,
): Promise<ContributionView> {
  const locale = localeOf(options);
  const formats = formatsOf(options);
  const found = await contributionsVisibleTo(db, actor)
    .selectAll("contribution")
    .select((eb) => eb.and([sourceIsVisible(eb, actor)]).as("seesSource"))
    .where("contribution.number", "=", number)
    .executeTakeFirst();
  if (!found) throw new NotFound("record");
  const { seesSource: flag, ...row } = found;
  const seesSource = Boolean(flag);

  const wanted = isLanguageCode(options.language) ? options.language : locale;
  const { versions, current, text, found: hasWanted } = await findVersions(db, row, wanted);
  const trueSource = await findTrueSource(db, row, locale);
  const disclosed = disclosure(row.attribution, seesSource);
  const told = disclosedSource(disclosure(row.attribution, false), trueSource);
  const group = await db
    .selectFrom("working_group")
    .select("names")
    .where("id", "=", row.group_id)
    .executeTakeFirstOrThrow();
  const groupName = label(parseLabels(group.names), locale);
  const subject = contributionSubject(actor, row);
  const asking = can(actor, "sharing.ask", subject) || can(actor, "sharing.decide", subject);
  const request = asking ? await findOpenRequest(db, row.id) : null;
  const year = (row.submitted_at ?? row.created_at).slice(0, 4);
  return {
    number: row.number,
    kind: row.kind,
    depth: row.depth,
    status: row.status,
    sharing: row.sharing,
    attribution: row.attribution,
    groupName,
    ...text,
    language: current,
    versions,
    missingLanguage: hasWanted ? null : formats.languageName(wanted),
    source: disclosedSource(disclosed, trueSource),
    seesHiddenSource: seesSource && JSON.stringify(trueSource) !== JSON.stringify(told),
    submittedOn: disclosed.day && row.submitted_at ? formats.dateShort(row.submitted_at) : null,
    updatedOn: disclosed.day ? formats.dateShort(row.updated_at) : null,
    year,
    ...(await findOrigin(db, actor, row, { disclosed, locale, formats })),
    ...(await findClassification(db, row, locale)),
    phase: row.phase,
    evidenceStage: row.evidence_stage as ContributionView["evidenceStage"],
    transferability: row.transferability,
    reviewBy: row.review_by ? formats.dateShort(`${row.review_by}T12:00:00.000Z`) : null,
    links: await findLinks(db, actor, row.id, locale),
    citation: { authors: authorsOf(told), group: groupName, year, title: text.title, number: row.number },
    reviewReason: disclosed.proceedings || reviews(actor, row) ? row.review_reason : null,
    review: reviewOf(actor, row),
    withdrawalReason: row.status === "withdrawn" ? row.withdrawal_reason : null,
    guardStated: row.guard_stated === 1 && actor.accountId !== row.author_id && asking,
    request,
    may: mayDo(actor, row, request !== null),
  };
}

/** Names for a citation; a code without a name is left to the page's words. */
function authorsOf(told: SourceView): string[] {
  return [told.person, told.institution, told.beneficiary?.name ?? null].filter((name) => name !== null);
}

/** Reasons may tell of the source, so they are for those who know it and for those who review. */
function reviews(actor: Actor, row: ContributionRow): boolean {
  const subject = { groupId: row.group_id };
  return can(actor, "contribution.check", subject) || can(actor, "contribution.validate", subject);
}

/** The revision goes to reviewers alone: it would tell others of changes they may not see. */
function reviewOf(actor: Actor, row: ContributionRow): ContributionView["review"] {
  return reviews(actor, row) ? { revision: row.revision, decisions: decisionsOpenTo(actor, row) } : null;
}

function mayDo(actor: Actor, row: ContributionRow, asked: boolean): ContributionView["may"] {
  const subject = contributionSubject(actor, row);
  const editable = !isFrozen(row.status) && can(actor, "contribution.edit", subject);
  const open = isOpen(row.status);
  return {
    edit: editable,
    complete: editable && isIncomplete(row.status),
    withdraw: row.status !== "withdrawn" && can(actor, "contribution.withdraw", subject),
    ask: open && !asked && row.sharing !== "public" && can(actor, "sharing.ask", subject),
    decide: open && asked && can(actor, "sharing.decide", subject),
    lower: isSubmitted(row.status) && row.sharing !== "bilateral" && can(actor, "sharing.lower", subject),
  };
}

async function findOpenRequest(db: Db, contributionId: string): Promise<ContributionView["request"]> {
  const request = await db
    .selectFrom("sharing_request")
    .select(["id", "to_level"])
    .where("contribution_id", "=", contributionId)
    .where("decision", "is", null)
    .executeTakeFirst();
  return request ? { id: request.id, toLevel: request.to_level as SharingLevel } : null;
}

async function findClassification(db: Db, row: ContributionRow, locale: string) {
  const themes = await db
    .selectFrom("contribution_theme")
    .innerJoin("theme", "theme.id", "contribution_theme.theme_id")
    .select(["theme.code", "theme.labels"])
    .where("contribution_theme.contribution_id", "=", row.id)
    .orderBy("theme.position")
    .execute();
  const targetGroups = await db
    .selectFrom("contribution_target_group")
    .select("target_group")
    .where("contribution_id", "=", row.id)
    .orderBy("target_group")
    .execute();
  const references = await db
    .selectFrom("contribution_reference")
    .innerJoin("reference", "reference.id", "contribution_reference.reference_id")
    .select(["reference.id", "reference.identifier", "reference.title", "contribution_reference.rule"])
    .where("contribution_reference.contribution_id", "=", row.id)
    .orderBy("reference.identifier")
    .orderBy("reference.id")
    .execute();
  return {
    themes: themes.map(({ code, labels }) => ({
      code,
      label: capitalised(label(parseLabels(labels), locale), locale),
    })),
    targetGroups: targetGroups.map(({ target_group }) => target_group),
    references,
  };
}
