import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/base/Notice.tsx";
import type { SessionClashView } from "#app/views/planning/clash-view.server.ts";

/** Says on the page of a session that somebody cannot then, or that it keeps its time all the same. */
export function SessionClash({ clash }: { clash: SessionClashView | null }) {
  const t = useText();
  if (!clash) return null;
  const { open, kept, session } = clash;
  return (
    <>
      {open.names.length > 0 ? (
        <Notice tone="bad" title={t("availability.clash", { names: open.names.join(", ") })} className="mb-5 no-print">
          <a href={paths.keptTime(session.id)}>{t("availability.decideLink")}</a>
        </Notice>
      ) : null}
      {kept.length > 0 ? (
        <Notice title={t("availability.keptTime")} className="mb-5 no-print">
          {kept.join(" ")}
        </Notice>
      ) : null}
    </>
  );
}
