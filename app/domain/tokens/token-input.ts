import { z } from "zod";
import { oneOf, severalOf } from "#app/domain/forms/choice-fields.ts";
import { message } from "#app/domain/forms/message.ts";
import { requiredLine } from "#app/domain/forms/text-fields.ts";
import { apiScopes, MAX_TOKEN_NAME, tokenLifetimes } from "#app/domain/tokens/token-rules.ts";

/** The form that makes a token. Shape only. */
export const tokenInput = z.object({
  name: requiredLine(MAX_TOKEN_NAME),
  scopes: severalOf(apiScopes).refine((scopes) => scopes.length > 0, message("common.chooseOne")),
  days: oneOf(tokenLifetimes.map(String) as [`${(typeof tokenLifetimes)[number]}`]).transform(Number),
});
export type TokenInput = z.output<typeof tokenInput>;
