import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { Notice } from "#app/ui/base/Notice.tsx";
import type { HelpInList } from "#app/views/people/help-text.ts";

/** Tells somebody, after signing in, that others made a link for their password. */
export function PasswordHelpNotice({ helps }: { helps: readonly HelpInList[] }) {
  const t = useText();
  if (helps.length === 0) return null;
  return (
    <Notice tone="warn" title={t("people.passwordHelp.title")}>
      <HelpList helps={helps} />
      <p>{t("people.passwordHelp.notRight.own")}</p>
      <p className="cluster">
        <a href={paths.accountPassword()}>{t("people.passwordHelp.toPassword")}</a>
        <a href={paths.accountSignIns()}>{t("people.passwordHelp.toSignIns")}</a>
      </p>
    </Notice>
  );
}

/** Who made which link, when and why. */
export function HelpList({ helps }: { helps: readonly HelpInList[] }) {
  return (
    <ul className="ruled">
      {helps.map(({ id, said, at }) => (
        <li key={id}>
          {said}
          <div className="soft">{at}</div>
        </li>
      ))}
    </ul>
  );
}
