import { useText } from "#app/i18n/TextContext.tsx";
import { FactLine } from "#app/ui/base/FactLine.tsx";
import type { LiveView } from "#app/views/live/live-view.server.ts";

/** Who belongs to the session, and whether they are there. */
export function LivePeople({ people }: Pick<LiveView, "people">) {
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
          </FactLine>
        </li>
      ))}
    </ul>
  );
}
