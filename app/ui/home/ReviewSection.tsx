import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import type { KindCode } from "#app/ui/base/Kind.tsx";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { awaitedFacts } from "#app/ui/home/awaited-facts.tsx";
import type { AwaitedContributionView } from "#app/views/home/awaited-view.ts";
import type { AwaitedListView, AwaitedReviewView } from "#app/views/home/what-awaits-view.server.ts";

/** Contributions that wait for the viewer's review; the search shows all of them when they are many. */
export function ReviewSection({ review }: { review: AwaitedReviewView }) {
  const t = useText();
  const { status, groupSlugs, count, contributions } = review;
  return (
    <Section id={`review-${status}`} title={t(`home.review.${status}`)} note={t("home.recordCount", { count })}>
      {contributions.length > 0 ? (
        <AwaitedRows contributions={contributions} action={t("home.toReview")} />
      ) : (
        <Empty title={t("home.noReview")}>{t(`home.noReview.${status}`)}</Empty>
      )}
      {count > contributions.length ? <All status={status} groupSlugs={groupSlugs} /> : null}
    </Section>
  );
}

/** Snapshots whose authors have not completed them: nothing to decide yet, but something to ask about. */
export function SnapshotSection({ snapshots, groupSlugs }: { snapshots: AwaitedListView; groupSlugs: string[] }) {
  const t = useText();
  const { count, contributions } = snapshots;
  if (count === 0) return null;
  return (
    <Section id="snapshots" title={t("home.snapshots")} note={t("home.recordCount", { count })}>
      <p className="soft mb-4">{t("home.snapshotsText")}</p>
      <AwaitedRows contributions={contributions} />
      {count > contributions.length ? <All status="captured" groupSlugs={groupSlugs} /> : null}
    </Section>
  );
}

function AwaitedRows(props: { contributions: readonly AwaitedContributionView[]; action?: string }) {
  const t = useText();
  return (
    <ul className="rows">
      {props.contributions.map((record) => (
        <ListItem
          key={record.number}
          kind={{ code: record.kind as KindCode, label: textOf(t, `codes.kind.${record.kind}`) }}
          number={record.number}
          facts={awaitedFacts(t, record)}
          title={record.title}
          lang={record.lang}
          langLabel={record.language ?? undefined}
          href={paths.contribution(record.number)}
          why={record.themes.length > 0 ? record.themes.join(", ") : undefined}
          side={
            props.action ? (
              <LinkButton small href={paths.contribution(record.number)} about={record.number}>
                {props.action}
              </LinkButton>
            ) : undefined
          }
        />
      ))}
    </ul>
  );
}

function All({ status, groupSlugs }: { status: string; groupSlugs: readonly string[] }) {
  const t = useText();
  const groups = groupSlugs.map((slug) => `group:${slug}`).join(" ");
  return (
    <p className="mt-4">
      <a href={paths.search({ q: `status:${status} ${groups}` })}>{t("home.allToReview")}</a>
    </p>
  );
}
