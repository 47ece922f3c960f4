import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { ListItem } from "#app/ui/base/ListItem.tsx";
import type { SessionInList } from "#app/views/sessions/session-in-list.server.ts";

/** Sessions that the viewer is invited to and has not answered. */
export function UnansweredSessions({ sessions }: { sessions: readonly SessionInList[] }) {
  const t = useText();
  return (
    <ul className="rows">
      {sessions.map(({ id, title, date, time, zone, relative }) => (
        <ListItem
          key={id}
          facts={
            <>
              {`${date}, ${time}`}
              {zone}
              {relative}
            </>
          }
          title={title}
          href={paths.session(id)}
          side={
            <LinkButton small href={paths.sessionAnswer(id)} about={`${title}, ${date}`}>
              {t("home.answer")}
            </LinkButton>
          }
        />
      ))}
    </ul>
  );
}
