import { useText } from "#app/i18n/TextContext.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import type { ChangeInList } from "#app/views/people/change-in-list.ts";

/** What changed lately in who hears and who speaks, for those whom it concerns; nothing without a change. */
export function ChangesList({ changes }: { changes: readonly ChangeInList[] }) {
  const t = useText();
  if (changes.length === 0) return null;
  return (
    <Section id="changes" title={t("people.changes")} note={t("people.changesNote")}>
      <ul className="rows">
        {changes.map(({ id, day, said }) => (
          <li key={id}>
            <span className="soft">{day}</span> {said}
          </li>
        ))}
      </ul>
    </Section>
  );
}
