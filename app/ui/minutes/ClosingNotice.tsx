import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import type { MinutesView } from "#app/views/minutes/minutes-view.server.ts";

/** What is still open before circulated minutes can be made final, with what can be done about it. */
export function ClosingNotice({ minutes: { closing, session, may } }: { minutes: MinutesView }) {
  const t = useText();
  if (!closing) return null;
  return (
    <Notice title={t("minutes.beforeFinal")} className="mb-5 no-print">
      {[closing.window, closing.waiting].filter(Boolean).join(" ")}
      <div className="actions">
        {closing.waiting ? (
          <LinkButton small href="#amendments">
            {t("minutes.toAmendments")}
          </LinkButton>
        ) : null}
        {may.endAmending ? (
          <LinkButton small href={paths.amendingEnd(session.id)}>
            {t("minutes.endAmending")}
          </LinkButton>
        ) : null}
      </div>
    </Notice>
  );
}
