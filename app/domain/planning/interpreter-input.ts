import { z } from "zod";
import { ids } from "#app/domain/forms/choice-fields.ts";
import { interpretersField } from "#app/domain/planning/interpreters-field.ts";
import { languageCodes } from "#app/i18n/languages.ts";

/** The form that says who interprets, by language. */
export const interpretersForm = z
  .object(Object.fromEntries(languageCodes.map((code) => [interpretersField(code), ids(100)])))
  .transform((form) => ({
    byLanguage: new Map(languageCodes.map((code) => [code as string, form[interpretersField(code)] ?? []])),
  }));
