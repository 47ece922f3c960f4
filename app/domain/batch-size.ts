/** How many things fit into a batch. */
export interface BatchLimits {
  /** How long one may take, in milliseconds. */
  time: number;
  least: number;
  most: number;
}

/** How many to do in the next batch, after so many took so many milliseconds. */
export function nextBatchSize(size: number, took: number, { time, least, most }: BatchLimits): number {
  const fitting = (size * time) / Math.max(took, 1);
  // Now and then one takes long because a log is written into its file: back by half at most, and forth a little.
  return Math.round(Math.min(most, Math.max(least, Math.min(Math.max(fitting, size / 2), size * 1.25))));
}
