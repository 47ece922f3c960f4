import type { InstallationCounts } from "#app/domain/programme/find-installation.server.ts";
import { useText } from "#app/i18n/TextContext.tsx";
import { paths } from "#app/paths.ts";
import { BackupSection } from "#app/ui/administration/BackupSection.tsx";
import { SetUp } from "#app/ui/administration/SetUp.tsx";
import { Notice } from "#app/ui/base/Notice.tsx";
import { PageHeader } from "#app/ui/base/PageHeader.tsx";
import { Section } from "#app/ui/base/Section.tsx";
import { Table } from "#app/ui/base/Table.tsx";
import type { BackupStateView } from "#app/views/backups/backup-state-view.ts";
import type { SetUpStep } from "#app/views/programme/set-up-steps.ts";

export interface AdministrationPageProps {
  title: string;
  counts: InstallationCounts;
  steps: SetUpStep[];
  troubledMails: number;
  backups: BackupStateView;
}

/** What the installation holds, and on a new one what comes next. */
export function AdministrationPage({ title, counts, steps, troubledMails, backups }: AdministrationPageProps) {
  const t = useText();
  const rows = [
    { href: paths.adminProgramme(), name: t("admin.programme"), count: counts.programmes },
    { href: paths.adminBeneficiaries(), name: t("admin.beneficiaries"), count: counts.beneficiaries },
    { href: paths.adminInstitutions(), name: t("admin.institutions"), count: counts.institutions },
    { href: paths.adminGroups(), name: t("admin.groups"), count: counts.groups },
    { href: paths.adminAccounts(), name: t("admin.accounts"), count: counts.accounts },
    { href: paths.adminLibrary(), name: t("admin.library"), count: null },
    { href: paths.adminMail(), name: t("admin.mail"), count: counts.mails },
    { href: paths.glass(), name: t("glass.title"), count: null },
    { href: paths.adminSecurity(), name: t("security.title"), count: counts.securityEvents },
  ];
  return (
    <>
      <PageHeader title={title} standfirst={t("admin.standfirst")} />
      {troubledMails > 0 ? (
        <Notice tone="bad" title={t("admin.mailTroubled", { count: troubledMails })}>
          <a href={paths.adminMail()}>{t("admin.toMail")}</a>
        </Notice>
      ) : null}
      <SetUp steps={steps} />
      <Section id="all-of-it" title={t("admin.contents")}>
        <Table
          caption={t("admin.contents")}
          captionHidden
          rows={rows}
          rowKey={({ href }) => href}
          columns={[
            { key: "name", head: t("admin.what"), rowHead: true, cell: ({ href, name }) => <a href={href}>{name}</a> },
            { key: "count", head: t("admin.count"), kind: "figures", cell: ({ count }) => count ?? "" },
          ]}
        />
      </Section>
      <BackupSection {...backups} />
    </>
  );
}
