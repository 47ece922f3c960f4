import { useText } from "#app/i18n/TextContext.tsx";
import { Badge } from "#app/ui/base/Badge.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import type { LiveView } from "#app/views/live/live-view.server.ts";

/** Who belongs to the session: who was there by the list of attendance, and who has this page open. */
export function LivePeople({ live: { people, present } }: { live: LiveView }) {
  const t = useText();
  return (
    <ul className="live-people">
      {people.map(({ accountId, name, institution, part, state }) => (
        <li key={accountId}>
          <span className="strong">{name}</span>
          <FactLine>
            {t(`sessions.part.${part}`)}
            {institution}
            {state ? t(`attendance.state.${state}`) : null}
            {present.includes(accountId) ? (
              <Badge icon="check" tone="good">
                {t("live.here")}
              </Badge>
            ) : null}
          </FactLine>
        </li>
      ))}
    </ul>
  );
}
