import { z } from "zod";
import { id, ids, oneOf, tick } from "#app/domain/forms/choice-fields.ts";
import { labelFields, labelsFrom } from "#app/domain/forms/label-fields.ts";
import { message } from "#app/domain/forms/message.ts";
import { optionalLine, optionalText, requiredCode, requiredText } from "#app/domain/forms/text-fields.ts";
import { position } from "#app/domain/forms/time-fields.ts";
import { languageCodes } from "#app/i18n/languages.ts";

export const programmeInput = z.object({
  ...labelFields("name", { max: 200, required: ["en"] }),
  ...labelFields("description", { max: 400, lines: true }),
  ...labelFields("fundingStatement", { max: 600, lines: true }),
  ...labelFields("disclaimer", { max: 600, lines: true }),
});

const beneficiaryFields = {
  ...labelFields("name", { max: 120, required: ["en"] }),
  mark: optionalLine(3),
  ...labelFields("footnote", { max: 400 }),
  position: position(),
};
export const beneficiaryEdit = z.object(beneficiaryFields);
export const beneficiaryInput = z.object({
  code: requiredCode(20, /^[a-z][a-z-]*[a-z]$/, "admin.badBeneficiaryCode"),
  ...beneficiaryFields,
});

/** What a form sends for an institution that belongs to no beneficiary: leaving the choice out is not saying so. */
export const NO_BENEFICIARY = "none";

export const institutionInput = z
  .object({
    ...labelFields("name", { max: 200 }),
    type: id(),
    /** Save, and show the form for one more. */
    another: tick(),
    beneficiaryId: id().transform((chosen) => (chosen === NO_BENEFICIARY ? null : chosen)),
  })
  // In whichever language: a list is pasted in the one its writer has. Told also when something else is wrong.
  .refine((input) => Object.keys(labelsFrom(input, "name")).length > 0, {
    error: message("common.required"),
    path: ["name.en"],
    when: () => true,
  });

/** Beneficiaries chosen from the list that ships, and a pasted list of others. */
export const beneficiariesInput = z.object({ codes: ids(60), rows: optionalText(20_000) });

/** What was confirmed of one that is not wanted any more. */
export const fateInput = z.object({ fate: oneOf(["remove", "retire", "restore"]) });

/** A pasted list of institutions; looked at first, then added. */
export const institutionsInput = z.object({
  rows: requiredText(40_000),
  language: oneOf(languageCodes),
  intent: oneOf(["check", "add"]),
});

export const groupInput = z.object({
  ...labelFields("name", { max: 200, required: ["en"] }),
  code: requiredCode(5, /^[A-Z]{3,5}$/, "admin.badGroupCode"),
  slug: requiredCode(60, /^(?=..)[a-z0-9]+(?:-[a-z0-9]+)*$/, "admin.badSlug"),
  position: position(),
});

export type ProgrammeInput = z.infer<typeof programmeInput>;
export type BeneficiaryInput = z.infer<typeof beneficiaryInput>;
export type BeneficiaryEdit = z.infer<typeof beneficiaryEdit>;
export type InstitutionInput = Omit<z.infer<typeof institutionInput>, "another">;
export type GroupInput = z.infer<typeof groupInput>;
