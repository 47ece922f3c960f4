import { useText } from "#app/i18n/TextContext.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import type { GroupToCome } from "#app/views/sessions/sessions-to-come-view.ts";

/** The sessions in which somebody is expected whose account is to be shut, and what becomes of them. */
export function SessionsToCome({ groups }: { groups: readonly GroupToCome[] }) {
  const t = useText();
  if (groups.length === 0) return null;
  return (
    <Notice tone="warn" title={t("admin.sessionsToCome")}>
      <ul className="rows">
        {groups.map(({ text, organisers }) => (
          <li key={text}>
            <b>{text}</b>
            <br />
            {organisers}
          </li>
        ))}
      </ul>
      <p>{t("admin.sessionsToComeText")}</p>
    </Notice>
  );
}
