import type { Instant } from "#db/schema/columns.ts";

/** A library of the product that the administrator chose: a later release adds to it what is new. */
export interface LoadedLibraryTable {
  code: string;
  loaded_at: Instant;
}
