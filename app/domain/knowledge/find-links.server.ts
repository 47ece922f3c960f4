import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import type { LinkView } from "#app/domain/knowledge/record-view.ts";
import { type LanguageCode, languages } from "#app/i18n/languages.ts";
import type { Db } from "#db/store.ts";

/** Records that a record points to or is pointed to by, as far as the actor sees them; nothing tells of others. */
export async function findLinks(db: Db, actor: Actor, contributionId: string, locale: string): Promise<LinkView[]> {
  const seen = contributionsVisibleTo(db, actor)
    .innerJoin("contribution_link", (join) =>
      join.on((eb) =>
        eb.or([
          eb.and([
            eb("contribution_link.from_id", "=", contributionId),
            eb("contribution_link.to_id", "=", eb.ref("contribution.id")),
          ]),
          eb.and([
            eb("contribution_link.to_id", "=", contributionId),
            eb("contribution_link.from_id", "=", eb.ref("contribution.id")),
          ]),
        ]),
      ),
    )
    .innerJoin("contribution_version as original", (join) =>
      join.onRef("original.contribution_id", "=", "contribution.id").on("original.provenance", "=", "original"),
    )
    .leftJoin("contribution_version as own", (join) =>
      join.onRef("own.contribution_id", "=", "contribution.id").on("own.language", "=", locale),
    )
    .where("contribution.status", "in", submittedStatuses);
  const rows = await seen
    .select([
      "contribution_link.from_id",
      "contribution_link.relation",
      "contribution.number",
      "contribution.kind",
      "original.title as originalTitle",
      "original.language as originalLanguage",
      "own.title as ownTitle",
    ])
    .orderBy("contribution.number")
    .execute();
  return rows.map((row) => {
    const foreign = row.ownTitle === null ? languages[row.originalLanguage as LanguageCode] : null;
    return {
      relation: row.relation,
      direction: row.from_id === contributionId ? "to" : "from",
      number: row.number,
      kind: row.kind,
      title: row.ownTitle ?? row.originalTitle,
      tag: foreign?.tag ?? null,
      selfName: foreign?.selfName ?? null,
    };
  });
}
