import type { Actor } from "#app/domain/access/actor.ts";
import { sourceIsVisible } from "#app/domain/access/attribution.server.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import type { Kind } from "#app/domain/codes.ts";
import { findTellings, readVersions, type VersionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import type { LinkRelation } from "#app/domain/knowledge/contribution-input.ts";
import type { Db } from "#db/store.ts";

/** Another contribution that one is tied to. */
export interface LinkFacts {
  relation: LinkRelation;
  /** `to`: this one points there; `from`: the other points here. */
  direction: "to" | "from";
  number: string;
  kind: Kind;
  versions: readonly VersionFacts[];
}

/** Contributions that one points to or is pointed to by, as far as the actor sees them; nothing tells of others. */
export async function findLinks(db: Db, actor: Actor, contributionId: string): Promise<LinkFacts[]> {
  const rows = await contributionsVisibleTo(db, actor)
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
    .where("contribution.status", "in", submittedStatuses)
    .select((eb) => [
      ...(["contribution.id", "contribution.number", "contribution.kind"] as const),
      ...(["contribution.group_id", "contribution.attribution"] as const),
      ...(["contribution_link.from_id", "contribution_link.relation"] as const),
      eb.and([sourceIsVisible(eb, actor)]).as("sees_source"),
    ])
    .orderBy("contribution.number")
    .orderBy("contribution_link.relation")
    .execute();
  const versions = await readVersions(db, await findTellings(db, actor, rows));
  return rows.map((row) => ({
    relation: row.relation,
    direction: row.from_id === contributionId ? "to" : "from",
    number: row.number,
    kind: row.kind,
    versions: versions.get(row.id) ?? [],
  }));
}
