import type { ReactNode } from "react";
import { wideName } from "#app/domain/programme/beneficiary-name.ts";
import type { Text } from "#app/i18n/text.ts";
import { Words } from "#app/ui/base/Words.tsx";
import type { AwaitedContributionView } from "#app/views/home/awaited-view.ts";

/**
 * From whom, since when and in which group: what one chooses by which of several to take first. No component: a line of
 * facts parts what it is given, and does not look into components.
 */
export function awaitedFacts(t: Text, { beneficiary, since, group, status }: AwaitedContributionView): ReactNode {
  return (
    <>
      {group ? <Words {...group} /> : null}
      {beneficiary ? (beneficiary.name ?? wideName(t, beneficiary.code)) : null}
      {since ? t(status === "captured" ? "home.captured" : "home.changed", { when: since }) : null}
    </>
  );
}
