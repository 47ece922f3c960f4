import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import type { Connection } from "#app/ui/live/session-events.ts";
import type { LiveView } from "#app/views/live/live-view.server.ts";

/** Whether what others do appears by itself; where it does not, as of when the page is, and how to have it anew. */
export function ConnectionLine({ live, connection }: { live: LiveView; connection: Connection }) {
  const t = useText();
  return (
    <p className="soft minor no-print">
      {connection === "live" ? t("live.connection.live") : t("live.asOf", { time: live.clock })}{" "}
      {connection === "lost" ? t("live.connection.lost") : null}
      {connection === "refused" ? t("live.connection.refused") : null}
      {connection === "gone" ? t("live.connection.gone") : null}{" "}
      <a href={paths.live(live.session.id)}>{t("live.reload")}</a>
    </p>
  );
}
