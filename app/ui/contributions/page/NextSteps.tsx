import type { NextReview } from "#app/domain/home/next-review.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Icon } from "#app/ui/icons/Icon.tsx";
import type { AnotherView } from "#app/views/contributions/another-view.ts";

/** Where work goes on from a record: the next one of the queue, another one from the same session. */
export function NextSteps({ next, another }: { next: NextReview | null; another: AnotherView | null }) {
  const t = useText();
  if (!next && !another) return null;
  return (
    <ul className="stack no-print">
      {next ? (
        <li>
          <a className="icon-link" href={paths.contribution(next.number)}>
            <Icon name="arrow-down" />
            {t("knowledge.nextToReview", { count: next.left })}
          </a>
        </li>
      ) : null}
      {another ? (
        <>
          <li>
            <a className="icon-link" href={another.post}>
              <Icon name="plus" />
              {t("knowledge.postAnother")}
            </a>
          </li>
          <li>
            <a className="icon-link" href={another.session}>
              <Icon name="undo" />
              {t("knowledge.backToSession")}
            </a>
          </li>
        </>
      ) : null}
    </ul>
  );
}
