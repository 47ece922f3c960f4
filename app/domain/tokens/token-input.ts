import { z } from "zod";
import { message } from "#app/domain/forms/message.ts";
import { apiScopes, longestTokenName, tokenLifetimes } from "#app/domain/tokens/token-rules.ts";

const asList = (value: unknown) => (value === undefined || value === "" ? [] : Array.isArray(value) ? value : [value]);

/** The form that makes a token. Shape only. */
export const tokenInput = z.object({
  name: z
    .string(message("common.required"))
    .transform((text) =>
      text
        .normalize("NFC")
        .replace(/[\p{Cc}\p{Zl}\p{Zp}\s]+/gu, " ")
        .trim(),
    )
    .pipe(
      z
        .string()
        .min(1, message("common.required"))
        .max(longestTokenName, message("common.tooLong", { max: longestTokenName })),
    ),
  scopes: z
    .preprocess(
      asList,
      z
        .array(z.enum(apiScopes, message("errors.badValue")))
        .min(1, message("common.chooseOne"))
        .max(20),
    )
    .transform((scopes) => [...new Set(scopes)]),
  days: z
    .enum(tokenLifetimes.map(String) as [`${(typeof tokenLifetimes)[number]}`], message("common.chooseOne"))
    .transform(Number),
});
export type TokenInput = z.output<typeof tokenInput>;
