import type { Generated } from "kysely";
/**
 * One row per language version of a record, with its analysed text; the full-text table `search_index` reads its
 * columns from here (external content). `rowid` ties the two together.
 */
export interface SearchDocumentTable {
  id: Generated<number>;
  record_type: "contribution" | "reference";
  record_id: string;
  language: string;
  title_exact: string;
  title_keys: string;
  body_exact: string;
  body_keys: string;
  identifiers: string;
}
