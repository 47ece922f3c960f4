import { type Db, resultsOf } from "#db/store.ts";

/** What a form knows of the thing that it changes. */
export interface Knowing {
  /** The revision it was filled in from. */
  revision: number;
  /** Keys of attempts of the same form that never got an answer: what they wrote is its own, too. */
  after?: readonly string[];
}

/** The newest revision that a form may count as its own: nobody else wrote since. */
export async function knownRevision(db: Db, accountId: string, { revision, after = [] }: Knowing): Promise<number> {
  const results = await resultsOf(db, accountId, after);
  const written = results.map((result) => {
    const made = typeof result === "object" && result !== null && "revision" in result ? result.revision : 0;
    return typeof made === "number" ? made : 0;
  });
  return Math.max(revision, ...written);
}
