import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import type { Kind } from "#app/domain/codes.ts";
import { readContributionFacts, type VersionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { contributionSource } from "#app/domain/knowledge/contribution-source.server.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import { unlessNotReady } from "#app/domain/search/search-not-ready.ts";
import type { Db } from "#db/store.ts";

/** A contribution that says much of what another one says, in every language in which the actor may read it. */
export interface SimilarContribution {
  number: string;
  kind: Kind;
  versions: readonly VersionFacts[];
}

/** As many as help to go on reading. */
const MAX_SIMILAR = 5;

/**
 * Contributions that the actor sees and that have much in common with one, the nearest first.
 * @param known numbers of those that are shown already, since somebody tied them together
 */
export async function findSimilar(
  db: Db,
  actor: Actor,
  matcher: Matcher,
  number: string,
  known: readonly string[] = [],
): Promise<SimilarContribution[]> {
  const contribution = await contributionsVisibleTo(db, actor)
    .select("contribution.id")
    .where("contribution.number", "=", number)
    .executeTakeFirst();
  if (!contribution) return [];
  // None while the index is loaded: the page says enough without them.
  const matches = await unlessNotReady(
    matcher.similar(actor, contributionSource.type, contribution.id, MAX_SIMILAR + known.length),
  );
  if (matches === null || matches.length === 0) return [];
  const similar = contributionsVisibleTo(db, actor).where(
    "contribution.id",
    "in",
    matches.map(({ id }) => id),
  );
  const facts = await readContributionFacts(db, actor, similar);
  const others = matches.flatMap(({ id }) => facts.find((one) => one.id === id && !known.includes(one.number)) ?? []);
  return others.slice(0, MAX_SIMILAR).map(({ number: other, kind, versions }) => ({ number: other, kind, versions }));
}
