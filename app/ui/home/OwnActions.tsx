import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { LinkButton } from "#app/ui/base/Button.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { ActionTable } from "#app/ui/minutes/ActionTable.tsx";
import type { ActionView } from "#app/views/minutes/action-view.server.ts";

/** What the viewer has to do, or the viewer's delegation; nothing where there is nothing. */
export function OwnActions({ actions }: { actions: readonly ActionView[] }) {
  const t = useText();
  if (actions.length === 0) return null;
  return (
    <Section id="actions" title={t("home.actions")} note={t("home.actionCount", { count: actions.length })}>
      <ActionTable caption={t("home.actions")} actions={actions} named />
      <div className="actions">
        <LinkButton href={paths.actions()}>{t("home.toActions")}</LinkButton>
      </div>
    </Section>
  );
}
