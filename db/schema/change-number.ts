/** One row; every write transaction raises it, so that nothing is answered from memory that is out of date. */
export interface ChangeNumberTable {
  id: 1;
  value: number;
}
