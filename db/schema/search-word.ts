import type { Generated } from "kysely";
/** A word of the index: its exact form, and the languages it was read in, two letters each ("srmk"). Ids are not used twice. */
export interface SearchWordTable {
  id: Generated<number>;
  form: string;
  languages: string;
}
/** What a word is found by; for `role` see `roles`. */
export interface SearchKeyTable {
  key: string;
  role: number;
  word: number;
}
