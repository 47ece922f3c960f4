import type { Insertable } from "kysely";
import type { Schema } from "#db/schema/schema.ts";

/** A row as a test gives it: what it must say, and what it says otherwise than usual. */
export type Given<Table extends keyof Schema, Needed extends keyof Insertable<Schema[Table]> = never> = Pick<
  Insertable<Schema[Table]>,
  Needed
> &
  Partial<Insertable<Schema[Table]>>;

/** When everything began that says nothing else. */
export const THEN = "2026-01-01T00:00:00.000Z";

/** Labels with an English text alone. */
export function inEnglish(text: string): string {
  return JSON.stringify({ en: text });
}
