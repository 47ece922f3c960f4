import type { Actor } from "#app/domain/access/actor.ts";
import { isUnfinished } from "#app/domain/access/contribution-status.ts";
import type { ContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import type { Agenda } from "#app/domain/sessions/find-agenda.server.ts";
import { originalOf, type TitleView, titleView } from "#app/views/contributions/version-view.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What was captured in a session, as its page lists it: the title as it was written. */
export interface CaptureView extends Omit<TitleView, "summary"> {
  number: string;
  kind: ContributionFacts["kind"];
  status: ContributionFacts["status"];
  /** The agenda item it was captured under. */
  item: string | null;
  /** The viewer has still to complete it. */
  toComplete: boolean;
}

/**
 * Writes what was captured in a session, in the order of its agenda, and then what belongs to no item. An item that the
 * viewer's agenda does not show leaves no trace here either, not even by the place of what was captured under it.
 */
export function captureViews(
  captures: readonly ContributionFacts[],
  agenda: Pick<Agenda, "items">,
  actor: Actor,
  { locale }: Pick<Viewer, "locale">,
): CaptureView[] {
  const placeOf = ({ itemId }: ContributionFacts) => {
    const place = agenda.items.findIndex(({ id }) => id === itemId);
    return place === -1 ? agenda.items.length : place;
  };
  const inOrder = [...captures].sort((one, other) => placeOf(one) - placeOf(other));
  return inOrder.map(({ number, kind, status, versions, itemId, authorId }) => {
    const { title, tag, selfName } = titleView([originalOf(versions)], locale);
    const item = agenda.items.find(({ id }) => id === itemId)?.title ?? null;
    const toComplete = authorId === actor.accountId && isUnfinished(status);
    return { number, kind, status, title, tag, selfName, item, toComplete };
  });
}
