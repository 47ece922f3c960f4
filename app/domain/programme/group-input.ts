import { z } from "zod";
import { institutionTypes } from "#app/domain/codes.ts";
import { labelFields } from "#app/domain/forms/label-fields.ts";
import { message } from "#app/domain/forms/message.ts";
import { line, oneOf, optionalCode, optionalLine } from "#app/domain/people/people-input.ts";

const position = z
  .string(message("errors.badValue"))
  .default("")
  .transform((text) => (text.trim() === "" ? null : Number(text)))
  .pipe(
    z
      .number(message("errors.badValue"))
      .int(message("errors.badValue"))
      .min(0, message("errors.badValue"))
      .max(999, message("errors.badValue"))
      .nullable(),
  );

export const programmeInput = z.object({
  ...labelFields("name", { max: 200, required: ["en"] }),
  ...labelFields("fundingStatement", { max: 600, lines: true }),
  ...labelFields("disclaimer", { max: 600, lines: true }),
});

const beneficiaryFields = {
  ...labelFields("name", { max: 120, required: ["en"] }),
  mark: optionalLine(3),
  ...labelFields("footnote", { max: 400 }),
  position,
};
export const beneficiaryEdit = z.object(beneficiaryFields);
export const beneficiaryInput = z.object({
  code: line(20).pipe(z.string().regex(/^[a-z][a-z-]*[a-z]$/, message("admin.badBeneficiaryCode"))),
  ...beneficiaryFields,
});

export const institutionInput = z.object({
  ...labelFields("name", { max: 200, required: ["en"] }),
  type: oneOf(institutionTypes),
  beneficiaryId: optionalCode,
});

export const groupInput = z.object({
  slug: line(60).pipe(
    z
      .string()
      .regex(/^[a-z0-9]+(?:-[a-z0-9]+)*$/, message("admin.badSlug"))
      .min(2, message("admin.badSlug")),
  ),
  code: line(5).pipe(z.string().regex(/^[A-Z]{3,5}$/, message("admin.badGroupCode"))),
  ...labelFields("name", { max: 200, required: ["en"] }),
  position,
});

export type ProgrammeInput = z.infer<typeof programmeInput>;
export type BeneficiaryInput = z.infer<typeof beneficiaryInput>;
export type BeneficiaryEdit = z.infer<typeof beneficiaryEdit>;
export type InstitutionInput = z.infer<typeof institutionInput>;
export type GroupInput = z.infer<typeof groupInput>;
