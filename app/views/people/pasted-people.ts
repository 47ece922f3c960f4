import { type Role, roles } from "#app/domain/access/actor.ts";
import { calledBy, type Meant } from "#app/domain/forms/pasted-rows.ts";
import type { StandingOptions } from "#app/domain/people/find-standing-options.server.ts";
import type { ReadPerson } from "#app/domain/people/invite-several.server.ts";
import { type NameWithMark, nameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import { textFor } from "#app/i18n/catalogues.server.ts";
import { label } from "#app/i18n/labels.ts";
import { interfaceLocales } from "#app/i18n/languages.ts";
import { textOf } from "#app/i18n/text.ts";
import type { Viewer } from "#app/views/viewer.ts";

/** The words that a pasted list may use for roles and for yes, in every language of the interface. */
export function pastedWords(): { roles: Meant<Role>[]; yes: Meant<true> } {
  const texts = interfaceLocales.map(textFor);
  const wordsFor = (role: Role) =>
    texts.flatMap((text) => [
      textOf(text, `codes.role.${role}`),
      ...textOf(text, `people.roleAlso.${role}`).split(", "),
    ]);
  return {
    roles: roles.map((role) => calledBy([role, ...wordsFor(role)], role)),
    yes: calledBy(["x", "1", ...texts.map((text) => text("people.yes"))], true),
  };
}

/** A line of a pasted list as it was understood, before anybody is invited. */
export interface PersonInList {
  row: number;
  name: string;
  address: string;
  role: string;
  delegation: NameWithMark | null;
  institution: string | null;
  speaks: boolean;
}

/** Writes a line of a pasted list. */
export function personInList(
  { row, invitation }: ReadPerson,
  { beneficiaries, institutions }: StandingOptions,
  { locale, text }: Pick<Viewer, "locale" | "text">,
): PersonInList {
  const { name, address, role, beneficiaryId, institutionId, speaks } = invitation;
  const delegation = beneficiaries.find(({ id }) => id === beneficiaryId);
  const institution = institutions.find(({ id }) => id === institutionId);
  return {
    ...{ row, name, address, speaks },
    role: textOf(text, `codes.role.${role}`),
    delegation: delegation ? nameWithMark(delegation, locale) : null,
    institution: institution ? label(institution.names, locale) : null,
  };
}

/** What a list may say for roles and delegations, in the reader's words. */
export function allowedHere(
  { beneficiaries }: Pick<StandingOptions, "beneficiaries">,
  { locale, text }: Pick<Viewer, "locale" | "text">,
) {
  const delegations = beneficiaries.filter(({ retiredAt }) => retiredAt === null);
  return [
    { column: text("people.role"), words: roles.map((role) => textOf(text, `codes.role.${role}`)) },
    {
      column: text("people.delegation"),
      words: delegations.map((one) => `${nameWithMark(one, locale)} (${one.code})`),
    },
    { column: text("people.speaks"), words: [text("people.yes")] },
  ];
}

/** Two lines as they could be pasted here. */
export function peopleExample(
  { beneficiaries }: Pick<StandingOptions, "beneficiaries">,
  { locale, text }: Pick<Viewer, "locale" | "text">,
): string {
  const [first] = beneficiaries;
  const role = (code: string) => textOf(text, `codes.role.${code}`);
  const delegation = first ? nameWithMark(first, locale) : "";
  return [
    ["Mira Primjer", "mira@example.org", role("participant"), delegation, "", text("people.yes")].join("; "),
    ["Joost Voorbeeld", "joost@example.org", role("consultant")].join("; "),
  ].join("\n");
}
