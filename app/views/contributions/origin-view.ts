import { type Disclosure, disclosesRound } from "#app/domain/access/attribution.ts";
import type { WholeContribution } from "#app/domain/knowledge/find-contribution.server.ts";
import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { label } from "#app/i18n/labels.ts";
import { paths } from "#app/paths.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** The links of the chain before a contribution; without an address where the viewer has no page to go to. */
export interface OriginView {
  round: { title: string; href: string | null } | null;
  session: { beneficiary: NameWithMark | null; date: string; href: string } | null;
  item: { title: string; href: string } | null;
}

/**
 * Writes where a contribution comes from: the round for everybody, session and agenda item for those who see the
 * session. Where nobody is to be named, a round that too few delegations share is left out.
 */
export function originView(
  { origin, round, inGroup }: Pick<WholeContribution, "origin" | "round" | "inGroup">,
  disclosed: Disclosure,
  { locale, formats }: Pick<Viewer, "locale" | "formats">,
): OriginView {
  const { session, item } = origin;
  const href = session ? paths.session(session.id) : "";
  return {
    round:
      round && disclosesRound(disclosed, origin.roundIsShared)
        ? { title: label(round.titles, locale), href: inGroup ? paths.round(round.id) : null }
        : null,
    session: session && {
      beneficiary: session.beneficiary && nameWithMark(session.beneficiary, locale),
      date: formats.dateShort(session.startsAt),
      href,
    },
    item: item && { title: item.title, href: `${href}#item-${item.id}` },
  };
}
