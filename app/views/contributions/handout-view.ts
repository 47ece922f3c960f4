import { type ContributionView, contributionView } from "#app/views/contributions/contribution-view.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** What of a contribution is printed. */
export type HandoutView = Pick<ContributionView, (typeof printed)[number]>;

const printed = [
  ...(["number", "kind", "status", "sharing", "attribution", "group", "title", "summary", "bodyHtml"] as const),
  ...([
    "bodyIn",
    "sections",
    "language",
    "versions",
    "source",
    "seesHiddenSource",
    "submittedOn",
    "updatedOn",
  ] as const),
  ...(["round", "session", "item", "themes", "targetGroups", "phase", "evidenceStage", "transferability"] as const),
  ...(["reviewBy", "references", "links", "citation", "unreadReason", "review"] as const),
] as const satisfies readonly (keyof ContributionView)[];

/**
 * Writes what is printed of a contribution to hand it on: null where the page tells no more.
 * @param page what the viewer is told
 */
export function handoutView(
  handout: Parameters<typeof contributionView>[0] | null,
  page: ContributionView,
  viewer: Pick<Viewer, "locale" | "formats">,
): HandoutView | null {
  if (!handout) return null;
  const others = toPrint(contributionView(handout, viewer, page.language.language));
  return JSON.stringify(others) === JSON.stringify(toPrint({ ...page, review: null })) ? null : others;
}

function toPrint(view: ContributionView): HandoutView {
  return Object.fromEntries(printed.map((name) => [name, view[name]])) as HandoutView;
}
