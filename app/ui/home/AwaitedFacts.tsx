import { wideName } from "#app/domain/programme/beneficiary-name.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { Words } from "#app/ui/base/Words.tsx";
import type { AwaitedContributionView } from "#app/views/home/awaited-view.ts";

/** From whom, since when and in which group: what one chooses by which of several to take first. */
export function AwaitedFacts({ record }: { record: AwaitedContributionView }) {
  const t = useText();
  const { beneficiary, since, group, status } = record;
  return (
    <>
      {group ? <Words {...group} /> : null}
      {beneficiary ? (beneficiary.name ?? wideName(t, beneficiary.code)) : null}
      {since ? t(status === "captured" ? "home.captured" : "home.changed", { when: since }) : null}
    </>
  );
}
