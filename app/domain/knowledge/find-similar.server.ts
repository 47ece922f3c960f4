import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import type { Kind } from "#app/domain/codes.ts";
import { isIn, readContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import { contributionSource } from "#app/domain/knowledge/contribution-source.server.ts";
import type { Matcher } from "#app/domain/search/answer/matcher.ts";
import { unlessNotReady } from "#app/domain/search/search-not-ready.ts";
import type { LanguageCode } from "#app/i18n/languages.ts";
import type { ToldLanguage } from "#app/i18n/told-language.ts";
import type { Db } from "#db/store.ts";

/** A contribution that says much of what another one says, in the language version that does. */
export interface SimilarContribution {
  number: string;
  kind: Kind;
  title: string;
  language: ToldLanguage;
}

/** As many as help to go on reading. */
const MAX_SIMILAR = 5;

/** Contributions that the actor sees and that have much in common with one, the nearest first. */
export async function findSimilar(
  db: Db,
  actor: Actor,
  matcher: Matcher,
  number: string,
): Promise<SimilarContribution[]> {
  const contribution = await contributionsVisibleTo(db, actor)
    .select("contribution.id")
    .where("contribution.number", "=", number)
    .executeTakeFirst();
  if (!contribution) return [];
  // None while the index is loaded: the page says enough without them.
  const matches = await unlessNotReady(matcher.similar(actor, contributionSource.type, contribution.id, MAX_SIMILAR));
  if (matches === null || matches.length === 0) return [];
  const similar = contributionsVisibleTo(db, actor).where(
    "contribution.id",
    "in",
    matches.map(({ id }) => id),
  );
  const facts = await readContributionFacts(db, actor, similar);
  return matches.flatMap(({ id, language }) => {
    const found = facts.find((one) => one.id === id);
    const version = found?.versions.find((one) => isIn(one, language as LanguageCode));
    return found && version
      ? [{ number: found.number, kind: found.kind, title: version.title, language: version.language }]
      : [];
  });
}
