import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import type { Kind } from "#app/domain/codes.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

/** A record that says much of what another one says. */
export interface SimilarRecord {
  number: string;
  kind: Kind;
  title: string;
  /** Language of the title, as in HTML, and its own name. */
  tag: string;
  selfName: string;
}

/** As many as help to go on reading. */
const MOST = 5;

/** Records that the reader sees and that have much in common with the one of a number, the nearest first. */
export async function findSimilar(db: Db, actor: Actor, matcher: Matcher, number: string): Promise<SimilarRecord[]> {
  const record = await contributionsVisibleTo(db, actor)
    .select("contribution.id")
    .where("contribution.number", "=", number)
    .executeTakeFirst();
  const matches = record ? await matcher.similar(actor, record.id, MOST) : [];
  if (matches.length === 0) return [];
  const rows = await contributionsVisibleTo(db, actor)
    .innerJoin("contribution_version as version", "version.contribution_id", "contribution.id")
    .select(["contribution.id", "contribution.number", "contribution.kind", "version.title", "version.language"])
    .where(
      "contribution.id",
      "in",
      matches.map(({ id }) => id),
    )
    .execute();
  return matches.flatMap(({ id, language }) => {
    const row = rows.find((one) => one.id === id && one.language === language);
    if (!row) return [];
    const { tag, selfName } = languages[row.language as LanguageCode];
    return [{ number: row.number, kind: row.kind, title: row.title, tag, selfName }];
  });
}
