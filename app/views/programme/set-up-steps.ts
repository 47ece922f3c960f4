import type { InstallationCounts } from "#app/domain/programme/find-installation.server.ts";
import type { Text } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";

/** A step of setting up an installation. */
export interface SetUpStep {
  text: string;
  note: string;
  href: string;
  isDone: boolean;
}

/** What an administrator sets up, in this order. Every step can be taken again later. */
export function setUpSteps(counts: InstallationCounts, text: Text): SetUpStep[] {
  return stepsOf(counts).map(({ name, ...step }) => ({
    ...step,
    text: text(`admin.step.${name}`),
    note: text(`admin.stepNote.${name}`),
  }));
}

/** Where the first step leads that is not done; null when all are. */
export function nextStepOf(counts: InstallationCounts): string | null {
  return stepsOf(counts).find(({ isDone }) => !isDone)?.href ?? null;
}

function stepsOf(counts: InstallationCounts) {
  const { groupWithoutOrganiser } = counts;
  return [
    { name: "programme" as const, href: paths.adminProgramme(), isDone: counts.programmes > 0 },
    { name: "beneficiaries" as const, href: paths.severalBeneficiaries(), isDone: counts.beneficiaries > 0 },
    { name: "institutions" as const, href: paths.severalInstitutions(), isDone: counts.institutions > 0 },
    { name: "group" as const, href: paths.adminGroup("new"), isDone: counts.groups > 0 },
    {
      name: "organiser" as const,
      href: groupWithoutOrganiser ? paths.newInvitation({ group: groupWithoutOrganiser }) : paths.adminGroups(),
      isDone: counts.groups > 0 && groupWithoutOrganiser === null,
    },
  ];
}
