import { useText } from "#app/i18n/TextContext.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import type { BackupStateView } from "#app/views/backups/backup-state-view.ts";

/** Whether what the installation holds would outlive its machine. */
export function BackupSection({ tone, title, text }: BackupStateView) {
  const t = useText();
  return (
    <Section id="backups" title={t("admin.backups")}>
      <Notice tone={tone} title={title}>
        {text}
      </Notice>
    </Section>
  );
}
