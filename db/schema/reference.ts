import type { Generated } from "kysely";
import type { Flag } from "#db/schema/columns.ts";

/** A standard, guideline, paper or instrument that the group leans on. */
export interface ReferenceTable {
  id: string;
  identifier: string;
  title: string;
  date: string;
  summary: string;
  url: string;
  class: string;
  note: Generated<string>;
  superseded: Generated<string>;
  verified: Flag;
  /** `seed` until somebody edits it; a later release leaves edited rows alone. */
  origin: Generated<"seed" | "edited">;
}
