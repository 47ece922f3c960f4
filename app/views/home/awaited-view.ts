import { disclosure } from "#app/domain/access/attribution.ts";
import type { AwaitedRequest } from "#app/domain/home/what-awaits.server.ts";
import type { ContributionFacts } from "#app/domain/knowledge/contribution-facts.server.ts";
import type { ThemesOf } from "#app/domain/knowledge/find-themes.server.ts";
import { capitalised, label, type ShownLabel, shownLabel } from "#app/i18n/labels.ts";
import { wordsOfLanguage } from "#app/i18n/told-language.ts";
import { type BeneficiaryView, beneficiaryView } from "#app/views/contributions/source-view.ts";
import { originalOf } from "#app/views/contributions/version-view.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** A contribution in a list of things to do. */
export interface AwaitedContributionView extends Pick<ContributionFacts, "number" | "kind" | "status"> {
  title: string;
  /** Value of `lang` for the title, which is as it was written. */
  lang: string;
  /** The name of that language in itself, where it is told. */
  language: string | null;
  /** Null where it is not disclosed. */
  beneficiary: BeneficiaryView | null;
  /** "three weeks ago": when a snapshot was captured, others changed. Null where the day would tell the session. */
  since: string | null;
  themes: string[];
  /** Name of the working group; null for whoever is in one alone. */
  group: ShownLabel | null;
}

/** A wish to share a contribution more widely that the viewer may decide on. */
export interface AwaitedRequestView extends AwaitedContributionView {
  requestId: string;
  toLevel: string;
  /** "yesterday" */
  asked: string;
}

/** What of a list all its rows are written with. */
export interface AwaitedContext {
  inSeveral: boolean;
  themes: ThemesOf;
}

/** Writes a contribution that waits for the viewer. */
export function awaitedContribution(
  facts: ContributionFacts,
  { inSeveral, themes }: AwaitedContext,
  { formats, locale, now }: Viewer,
): AwaitedContributionView {
  const { number, kind, status, versions, attribution, seesSource } = facts;
  const { title, language } = originalOf(versions);
  const { tag, selfName } = wordsOfLanguage(language);
  const disclosed = disclosure(attribution, seesSource);
  const isSnapshot = status === "captured";
  const capturedAt = facts.submittedAt ?? facts.updatedAt;
  return {
    ...{ number, kind, status, title },
    lang: tag,
    language: selfName,
    beneficiary: beneficiaryView(facts, disclosed, locale),
    since: disclosed.day ? formats.relative(isSnapshot ? capturedAt : facts.updatedAt, now) : null,
    themes: (themes.get(facts.id) ?? []).map((labels) => capitalised(label(labels, locale), locale)),
    group: inSeveral ? shownLabel(facts.group, locale) : null,
  };
}

/** Writes a wish that the viewer decides on. */
export function awaitedRequest(
  { contribution, requestId, toLevel, askedAt }: AwaitedRequest,
  context: AwaitedContext,
  viewer: Viewer,
): AwaitedRequestView {
  const asked = viewer.formats.relative(askedAt, viewer.now);
  return { ...awaitedContribution(contribution, context, viewer), requestId, toLevel, asked };
}
