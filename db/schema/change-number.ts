/** One row; every write transaction raises it, so that nothing is answered from memory that is out of date. */
export interface ChangeNumberTable {
  id: 1;
  value: number;
}

/** One row; raised by what changes on pages that everybody may read, and by nothing else. Triggers write it. */
export interface PublicNumberTable {
  id: 1;
  value: number;
}
