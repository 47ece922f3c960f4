/**
 * What an index in memory holds, in a few numbers that are the same however it came to hold it: the number of the last
 * change, texts, records, and a sum over all of them of what stands in each.
 */
export interface IndexDigest {
  change: number;
  texts: number;
  records: number;
  sum: number;
}
