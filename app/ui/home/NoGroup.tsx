import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Empty } from "#app/ui/base/Empty.tsx";
import { useShell } from "#app/ui/shell/ShellContext.tsx";

/** For somebody who is in no working group: who can change that. An administrator has nobody to ask. */
export function NoGroup() {
  const t = useText();
  const { isAdministrator } = useShell();
  if (!isAdministrator) return <Empty title={t("home.noGroup")}>{t("home.noGroupText")}</Empty>;
  return (
    <Empty
      title={t("home.noGroup")}
      action={<LinkButton href={paths.administration()}>{t("home.toAdministration")}</LinkButton>}
    >
      {t("home.noGroupAdministrator")}
    </Empty>
  );
}
