import { nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { FeedChoice } from "#app/domain/tokens/find-feed-choices.server.ts";
import type { FeedFacts } from "#app/domain/tokens/find-feeds.server.ts";
import { label } from "#app/i18n/labels.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A feed in the list of its owner. */
export interface FeedInList {
  id: string;
  name: string;
  /** What it is of; null where its owner may not read that any more, so that calendars find nothing. */
  of: string | null;
  discloses: boolean;
  created: string;
  lastUsed: string | null;
}

/** Writes a feed for the list of its owner. */
export function feedInList(feed: FeedFacts, choices: readonly FeedChoice[], viewer: Viewer): FeedInList {
  const { id, name, discloses } = feed;
  const chosen = choices.find(({ value }) => value === feed.which);
  return {
    ...{ id, name, discloses },
    of: chosen ? feedChoiceLabel(chosen, viewer) : null,
    created: viewer.formats.dateShort(feed.createdAt),
    lastUsed: feed.lastUsedAt ? viewer.formats.dateTime(feed.lastUsedAt) : null,
  };
}

/** What a feed can be of, in words. */
export function feedChoiceLabel({ group, delegation }: FeedChoice, { text, locale }: Viewer): string {
  if (!group) return text("calendars.own");
  const params = { group: label(group, locale) };
  if (!delegation) return text("calendars.ofGroup", params);
  return text("calendars.ofDelegation", { ...params, beneficiary: nameWithMark(delegation, locale) });
}
