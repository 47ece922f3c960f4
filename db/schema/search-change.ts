import type { Generated } from "kysely";
/** Records of the search index in the order in which they last changed, new documents apart; written by triggers. */
export interface SearchChangeTable {
  seq: Generated<number>;
  record_id: string;
}
