import type { Generated } from "kysely";

/** One row: what holds for the search index as a whole. */
export interface SearchStateTable {
  id: 1;
  /** By which analyser its documents were made; 0 before any was asked. */
  analyser: number;
  /** How often words were taken out of it: whoever keeps numbers of words forgets them when it has risen. */
  removals: number;
}

/**
 * A word of the index: its exact form, and the languages it was read in, two letters each ("srmk"). Ids are not used
 * twice.
 */
export interface SearchWordTable {
  id: Generated<number>;
  form: string;
  languages: string;
}

/**
 * One row per language version of a record, with its words by number in order; see `encodeDocument`. Replaced, never
 * updated.
 */
export interface SearchDocumentTable {
  id: Generated<number>;
  /** Type of a source of what is searchable. */
  record_type: string;
  record_id: string;
  language: string;
  /** By which analyser it was read; see `analyserVersion`. */
  analyser: number;
  /** Whether it is the version that the author wrote. */
  is_original: 0 | 1;
  is_summarised: 0 | 1;
  words: Uint8Array;
}

/** Records of the search index in the order in which they last changed, new documents apart; see `noteChanges`. */
export interface SearchChangeTable {
  seq: Generated<number>;
  record_type: string;
  record_id: string;
}
