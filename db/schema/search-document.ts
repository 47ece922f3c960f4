import type { Generated } from "kysely";
/** One row per language version of a record, with its words by number in order; see `encodeDocument`. Replaced, never updated. */
export interface SearchDocumentTable {
  id: Generated<number>;
  record_type: "contribution" | "reference";
  record_id: string;
  language: string;
  /** By which analyser it was read; see `analyserVersion`. */
  analyser: number;
  words: Uint8Array;
}
