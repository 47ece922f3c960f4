import { z } from "zod";
import { id, optionalId } from "#app/domain/forms/choice-fields.ts";
import { labelFields } from "#app/domain/forms/label-fields.ts";
import { optionalLine, requiredCode } from "#app/domain/forms/text-fields.ts";
import { position } from "#app/domain/forms/time-fields.ts";

export const programmeInput = z.object({
  ...labelFields("name", { max: 200, required: ["en"] }),
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

export const institutionInput = z.object({
  ...labelFields("name", { max: 200, required: ["en"] }),
  type: id(),
  beneficiaryId: optionalId(),
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
export type InstitutionInput = z.infer<typeof institutionInput>;
export type GroupInput = z.infer<typeof groupInput>;
