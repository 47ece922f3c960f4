import type { Actor } from "#app/domain/access/actor.ts";
import { sourceIsVisible } from "#app/domain/access/attribution.server.ts";
import { disclosure, stricter } from "#app/domain/access/attribution.ts";
import { contributionsVisibleTo, findContributionAccess } from "#app/domain/access/contribution.server.ts";
import { seesContribution } from "#app/domain/access/contribution.ts";
import type { Attribution, Kind, SharingLevel } from "#app/domain/codes.ts";
import { NotFound } from "#app/domain/errors.ts";
import { sectionsOf } from "#app/domain/knowledge/find-versions.server.ts";
import type { KeptContent, RevisionCause } from "#app/domain/knowledge/keep-revision.server.ts";
import { formatsOf, type ReadingOptions } from "#app/domain/knowledge/reading-options.server.ts";
import type { SectionView } from "#app/domain/knowledge/record-view.ts";
import { narrower } from "#app/domain/knowledge/sharing-level.ts";
import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

/** What a record once said. */
export interface PastVersion {
  /** Counted among those this reader sees: the true count would tell of hidden ones. */
  position: number;
  /** Why it was replaced. */
  cause: RevisionCause;
  /** When and by whom it was replaced; null where attribution hides it. */
  replacedOn: string | null;
  replacedBy: string | null;
  title: string;
  summary: string;
  bodyHtml: string;
  sections: SectionView[];
  kind: Kind;
  tag: string;
  selfName: string;
}

/**
 * What a record said before, newest first: only versions that the reader could read at the level they had, and can
 * still read at the record's level now.
 * @throws NotFound
 */
export async function findHistory(
  db: Db,
  actor: Actor,
  number: string,
  options: ReadingOptions,
): Promise<{ number: string; versions: PastVersion[] }> {
  const formats = formatsOf(options);
  const record = await contributionsVisibleTo(db, actor)
    .selectAll("contribution")
    .select((eb) => eb.and([sourceIsVisible(eb, actor)]).as("seesSource"))
    .where("contribution.number", "=", number)
    .executeTakeFirst();
  if (!record) throw new NotFound("record");
  const facts = await findContributionAccess(db, record.id);
  const rows = await db
    .selectFrom("contribution_revision")
    .innerJoin("account", "account.id", "contribution_revision.changed_by")
    .selectAll("contribution_revision")
    .select("account.name")
    .where("contribution_id", "=", record.id)
    .orderBy("revision")
    .execute();
  const seen = rows.filter((row) => {
    const sharing = narrower(row.sharing as SharingLevel, record.sharing);
    return facts !== null && seesContribution(actor, { ...facts, sharing });
  });
  const seesSource = Boolean(record.seesSource);
  const versions = seen.map((row, at): PastVersion => {
    const content = JSON.parse(row.content) as KeptContent;
    const disclosed = disclosure(stricter(row.attribution as Attribution, record.attribution), seesSource);
    const language = languages[content.language as LanguageCode];
    return {
      position: at + 1,
      cause: content.cause,
      replacedOn: disclosed.day ? formats.dateShort(row.changed_at) : null,
      // Who is named as the person of a record may be named as who changed it; nobody else is.
      replacedBy: disclosed.proceedings || (disclosed.person && row.changed_by === record.author_id) ? row.name : null,
      title: content.title,
      summary: content.summary,
      bodyHtml: content.bodyHtml,
      sections: sectionsOf(content.kind, content.details, content.detailsHtml),
      kind: content.kind,
      tag: language.tag,
      selfName: language.selfName,
    };
  });
  return { number: record.number, versions: versions.reverse() };
}
