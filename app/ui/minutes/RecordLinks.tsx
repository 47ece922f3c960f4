import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";

/** From the page of a session to what remains of it. */
export function RecordLinks({ sessionId }: { sessionId: string }) {
  const t = useText();
  return (
    <div className="actions no-print">
      <LinkButton icon="clock" href={paths.live(sessionId)}>
        {t("live.open")}
      </LinkButton>
      <LinkButton icon="pencil" href={paths.minutes(sessionId)}>
        {t("minutes.title")}
      </LinkButton>
      <LinkButton icon="people" href={paths.attendance(sessionId)}>
        {t("attendance.title")}
      </LinkButton>
    </div>
  );
}
