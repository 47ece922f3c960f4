import { useLoaderData } from "@remix-run/react";
import { findBackupState } from "#app/domain/backups/find-backup-state.server.ts";
import { countTroubledMails } from "#app/domain/outbox/count-troubled-mails.server.ts";
import { countInstallation } from "#app/domain/programme/find-installation.server.ts";
import { page } from "#app/http/page.server.ts";
import { AdministrationPage } from "#app/ui/administration/AdministrationPage.tsx";
import { titleMeta } from "#app/ui/shell/title-meta.ts";
import { backupStateView } from "#app/views/backups/backup-state-view.ts";
import { setUpSteps } from "#app/views/programme/set-up-steps.ts";

export const meta = titleMeta;

export const loader = page(async (visit) => {
  const counts = await countInstallation(visit.db, visit.actor, visit.now);
  return {
    title: visit.text("admin.title"),
    counts,
    steps: setUpSteps(counts, visit.text),
    troubledMails: await countTroubledMails(visit.db, null, visit.now),
    backups: backupStateView(await findBackupState(visit.db, visit.now), visit),
  };
});

export default function Administration() {
  return <AdministrationPage {...useLoaderData<typeof loader>()} />;
}
