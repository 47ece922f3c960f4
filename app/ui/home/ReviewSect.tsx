import type { AwaitedReview } from "#app/domain/home/what-awaits.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { textOf } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";
import { LinkBtn } from "#app/ui/base/Btn.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import type { KindCode } from "#app/ui/base/Kind.tsx";
import { Rec } from "#app/ui/base/Rec.tsx";
import { Sect } from "#app/ui/base/Sect.tsx";

/** Records that wait for the reader's review; the search shows all of them when they are many. */
export function ReviewSect({ review }: { review: AwaitedReview }) {
  const t = useText();
  const { status, groupSlug, count, records } = review;
  return (
    <Sect id="review" title={t(`home.review.${status}`)} note={t("home.recordCount", { count })}>
      {records.length > 0 ? (
        <ul className="rows">
          {records.map(({ number, kind, title, lang }) => (
            <Rec
              key={number}
              kind={{ code: kind as KindCode, label: textOf(t, `codes.kind.${kind}`) }}
              number={number}
              title={title}
              lang={lang ?? undefined}
              href={paths.contribution(number)}
              side={
                <LinkBtn small href={paths.contribution(number)} about={number}>
                  {t("home.toReview")}
                </LinkBtn>
              }
            />
          ))}
        </ul>
      ) : (
        <Empty title={t("home.noReview")}>{t(`home.noReview.${status}`)}</Empty>
      )}
      {count > records.length ? (
        <p className="mt-4">
          <a href={paths.search({ q: `status:${status} group:${groupSlug}` })}>{t("home.allToReview")}</a>
        </p>
      ) : null}
    </Sect>
  );
}
