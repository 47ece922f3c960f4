import { Refused } from "#app/domain/errors.ts";
import { findVocabulary } from "#app/domain/vocabulary/find-vocabulary.server.ts";
import type { TermList } from "#app/domain/vocabulary/vocabulary.ts";
import type { Message } from "#app/i18n/message.ts";
import type { Db } from "#db/store.ts";

/** What a form chose in a field from a list. */
interface Chosen {
  list: TermList;
  field: string;
  codes: readonly string[];
  /** What stood there before: a term that was retired since may stay. */
  kept?: readonly string[];
}

/** A fault for every field that names a code which its list does not have, or chooses a retired one anew. */
export async function termFaults(db: Db, chosen: readonly Chosen[]): Promise<{ field: string; message: Message }[]> {
  const vocabulary = await findVocabulary(db);
  return chosen
    .filter(({ list, codes, kept = [] }) =>
      codes.some((code) => {
        const term = vocabulary[list].find((one) => one.code === code);
        return term === undefined || (term.isRetired && !kept.includes(code));
      }),
    )
    .map(({ field }) => ({ field, message: { key: "errors.badValue" } }));
}

/** @throws Refused when a field names a code that its list does not have, or chooses a retired one anew */
export async function requireTerms(db: Db, chosen: readonly Chosen[]): Promise<void> {
  const faults = await termFaults(db, chosen);
  if (faults.length > 0) throw new Refused(faults);
}
