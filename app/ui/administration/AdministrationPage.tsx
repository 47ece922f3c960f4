import type { countInstallation } from "#app/domain/programme/find-installation.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { BackupSection } from "#app/ui/administration/BackupSection.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { Steps } from "#app/ui/base/Steps.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import type { BackupStateView } from "#app/views/backups/backup-state-view.ts";

export interface AdministrationPageProps {
  title: string;
  counts: Awaited<ReturnType<typeof countInstallation>>;
  backups: BackupStateView;
}

/** What the installation holds, and on a new one what comes next. */
export function AdministrationPage({ title, counts, backups }: AdministrationPageProps) {
  const t = useText();
  const done = [
    { text: t("admin.stepProgramme"), href: paths.adminProgramme(), done: counts.programmes > 0 },
    { text: t("admin.stepBeneficiaries"), href: paths.adminBeneficiaries(), done: counts.beneficiaries > 0 },
    { text: t("admin.stepInstitutions"), href: paths.adminInstitutions(), done: counts.institutions > 0 },
    { text: t("admin.stepGroup"), href: paths.adminGroups(), done: counts.groups > 0 },
    { text: t("admin.stepOrganiser"), href: paths.adminGroups(), done: counts.organisers > 0 },
  ];
  const current = done.findIndex((step) => !step.done);
  const rows = [
    { href: paths.adminProgramme(), name: t("admin.programme"), count: counts.programmes },
    { href: paths.adminBeneficiaries(), name: t("admin.beneficiaries"), count: counts.beneficiaries },
    { href: paths.adminInstitutions(), name: t("admin.institutions"), count: counts.institutions },
    { href: paths.adminGroups(), name: t("admin.groups"), count: counts.groups },
    { href: paths.adminAccounts(), name: t("admin.accounts"), count: counts.accounts },
    { href: paths.adminMail(), name: t("admin.mail"), count: counts.mails },
  ];
  return (
    <>
      <PageHeader title={title} standfirst={t("admin.standfirst")} />
      {current === -1 ? null : (
        <Section id="setup" title={t("admin.setup")} note={t("admin.setupNote")}>
          <Steps
            down
            label={t("admin.setup")}
            doneWord={t("admin.done")}
            steps={done.map((step, at) => ({
              text: step.text,
              // A step can be taken once the one before is done.
              href: at <= current || step.done ? step.href : undefined,
              state: step.done ? "done" : at === current ? "current" : "ahead",
            }))}
          />
        </Section>
      )}
      <Section id="all-of-it" title={t("admin.contents")}>
        <Table
          caption={t("admin.contents")}
          captionHidden
          rows={rows}
          rowKey={({ href }) => href}
          columns={[
            { key: "name", head: t("admin.what"), rowHead: true, cell: ({ href, name }) => <a href={href}>{name}</a> },
            { key: "count", head: t("admin.count"), kind: "figures", cell: ({ count }) => count },
          ]}
        />
      </Section>
      <BackupSection {...backups} />
    </>
  );
}
