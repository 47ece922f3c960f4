import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import type { KindCode } from "#app/ui/base/Kind.tsx";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import type { AwaitedReviewView } from "#app/views/home/what-awaits-view.server.ts";

/** Contributions that wait for the viewer's review; the search shows all of them when they are many. */
export function ReviewSection({ review }: { review: AwaitedReviewView }) {
  const t = useText();
  const { status, groupSlug, count, contributions } = review;
  return (
    <Section id="review" title={t(`home.review.${status}`)} note={t("home.recordCount", { count })}>
      {contributions.length > 0 ? (
        <ul className="rows">
          {contributions.map(({ number, kind, title, lang }) => (
            <ListItem
              key={number}
              kind={{ code: kind as KindCode, label: textOf(t, `codes.kind.${kind}`) }}
              number={number}
              title={title}
              lang={lang ?? undefined}
              href={paths.contribution(number)}
              side={
                <LinkButton small href={paths.contribution(number)} about={number}>
                  {t("home.toReview")}
                </LinkButton>
              }
            />
          ))}
        </ul>
      ) : (
        <Empty title={t("home.noReview")}>{t(`home.noReview.${status}`)}</Empty>
      )}
      {count > contributions.length ? (
        <p className="mt-4">
          <a href={paths.search({ q: `status:${status} group:${groupSlug}` })}>{t("home.allToReview")}</a>
        </p>
      ) : null}
    </Section>
  );
}
