import { type Expression, type ExpressionBuilder, type SqlBool, sql } from "kysely";
import type { Schema } from "#db/schema/schema.ts";

// What indexes of some rows alone say of these is written into statements. SQLite finds such an index for a value that
// is given later too, but prepares the whole statement again each time it is asked.

/** The version that a contribution was written in. */
export const ORIGINAL = sql.lit("original" as const);

/** Consent to share a contribution was given. */
export const GRANTED = sql.lit("granted" as const);

/** Whether a wish to share was consented to and waits for a second reader. */
export function consentWaits(eb: ExpressionBuilder<Schema, "sharing_request">): Expression<SqlBool> {
  return eb.and([eb("sharing_request.decision", "=", GRANTED), eb("sharing_request.raised_at", "is", null)]);
}
