import { expect, it } from "vitest";
import type { InstallationCounts } from "#app/domain/programme/find-installation.server.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { setUpSteps } from "#app/views/programme/set-up-steps.ts";

const counts: InstallationCounts = {
  ...{ programmes: 1, beneficiaries: 2, institutions: 2, groups: 1, accounts: 1, mails: 0, securityEvents: 0 },
  ...{ libraries: 1, organisers: 0, groupWithoutOrganiser: null, groupAwaitingOrganiser: null },
};

it("says that the organiser is invited while nobody has accepted", () => {
  const organiser = (more: Partial<InstallationCounts>) => {
    const step = setUpSteps({ ...counts, ...more }, textFor("en")).at(-1);
    return [step?.isDone, step?.note, step?.awaited];
  };
  expect([
    organiser({ groupWithoutOrganiser: "g" }),
    organiser({ groupAwaitingOrganiser: "g" }),
    organiser({ organisers: 1 }),
  ]).toEqual([
    [false, "Organisers invite everybody else.", undefined],
    [
      true,
      "The invitation is open and not accepted yet. Until then nobody runs the group.",
      "/administration/groups/g",
    ],
    [true, "Organisers invite everybody else.", undefined],
  ]);
});
