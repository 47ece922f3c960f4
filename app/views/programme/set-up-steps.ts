import type { InstallationCounts } from "#app/domain/programme/find-installation.server.ts";
import { librarySize } from "#app/domain/references/library.server.ts";
import type { Text } from "#app/i18n/text.ts";
import { paths } from "#app/paths.ts";

/** A step of setting up an installation. */
export interface SetUpStep {
  text: string;
  note: string;
  href: string;
  isDone: boolean;
  /** Can be left out. */
  isOptional?: boolean;
  /** It was taken and waits for somebody: where that can be seen. */
  awaited?: string;
}

/** What an administrator sets up, in this order. Every step can be taken again later. */
export function setUpSteps(counts: InstallationCounts, text: Text): SetUpStep[] {
  return stepsOf(counts).map(({ name, ...step }) => ({
    ...step,
    text: text(`admin.step.${name}`),
    note: step.awaited ? text("admin.organiserInvited") : text(`admin.stepNote.${name}`, librarySize),
  }));
}

type StepName = "programme" | "beneficiaries" | "institutions" | "group" | "library" | "organiser";

/** Where the first step leads that is not done; null when all are. */
export function nextStepOf(counts: InstallationCounts): string | null {
  return stepsOf(counts).find(({ isDone, isOptional }) => !isDone && !isOptional)?.href ?? null;
}

function stepsOf(counts: InstallationCounts): (Omit<SetUpStep, "text" | "note"> & { name: StepName })[] {
  const { groupWithoutOrganiser, groupAwaitingOrganiser } = counts;
  return [
    { name: "programme", href: paths.adminProgramme(), isDone: counts.programmes > 0 },
    { name: "beneficiaries", href: paths.severalBeneficiaries(), isDone: counts.beneficiaries > 0 },
    { name: "institutions", href: paths.severalInstitutions(), isDone: counts.institutions > 0 },
    { name: "group", href: paths.adminGroup("new"), isDone: counts.groups > 0 },
    { name: "library", href: paths.adminLibrary(), isDone: counts.libraries > 0, isOptional: true },
    {
      name: "organiser",
      href: groupWithoutOrganiser ? paths.newInvitation({ group: groupWithoutOrganiser }) : paths.adminGroups(),
      isDone: counts.groups > 0 && groupWithoutOrganiser === null,
      awaited:
        groupWithoutOrganiser === null && groupAwaitingOrganiser ? paths.adminGroup(groupAwaitingOrganiser) : undefined,
    },
  ];
}
