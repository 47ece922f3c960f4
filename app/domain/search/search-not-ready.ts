/** After so many seconds it is worth asking again: an index of two thousand records is loaded in less than one. */
export const ASK_AGAIN_AFTER = 2;

const NAME = "SearchNotReady";

/** The index is not in memory yet, or its thread has just fallen over and is started again: everything else works. */
export class SearchNotReady extends Error {
  override readonly name = NAME;
  constructor() {
    super("The search index is being loaded");
  }
}

/** By name, not by class: what answers searches may come from another bundle than who asks. */
export function isSearchNotReady(error: unknown): boolean {
  return error instanceof Error && error.name === NAME;
}

/** What a search answers; null while none can, for pages that have other things to say as well. */
export async function unlessNotReady<T>(answer: Promise<T>): Promise<T | null> {
  try {
    return await answer;
  } catch (error) {
    if (isSearchNotReady(error)) return null;
    throw error;
  }
}
