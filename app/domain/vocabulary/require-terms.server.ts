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
}

/** A fault for every field that names a code that its list does not have. */
export async function termFaults(db: Db, chosen: readonly Chosen[]): Promise<{ field: string; message: Message }[]> {
  const vocabulary = await findVocabulary(db);
  return chosen
    .filter(({ list, codes }) => codes.some((code) => !vocabulary[list].some((term) => term.code === code)))
    .map(({ field }) => ({ field, message: { key: "errors.badValue" } }));
}

/** @throws Refused when a field names a code that its list does not have */
export async function requireTerms(db: Db, chosen: readonly Chosen[]): Promise<void> {
  const faults = await termFaults(db, chosen);
  if (faults.length > 0) throw new Refused(faults);
}
