import { lacksOfLibrary, loadChosen } from "#app/domain/references/library.server.ts";
import { loadTerms, missingTerms } from "#app/domain/vocabulary/load-vocabulary.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Loads what ships with the product into the database, which owns it from then on: the vocabulary, and the library on
 * release and post-penal support with its themes, references and agenda templates.
 */
export async function loadLibrary(store: Store, now = new Date()): Promise<void> {
  await renewLibrary(store);
  await writeTransaction(store, (db) => loadChosen(db, now));
}

/**
 * Adds what this release has and the installation lacks: of the vocabulary, and of the library if it was chosen. An
 * installation that has everything is only read.
 */
export async function renewLibrary(store: Store, now = new Date()): Promise<void> {
  const lacksTerms = (await missingTerms(store.read)).length > 0;
  const lacksLibrary = await lacksOfLibrary(store.read);
  if (!lacksTerms && !lacksLibrary) return;
  await writeTransaction(store, async (db) => {
    await loadTerms(db);
    if (lacksLibrary) await loadChosen(db, now);
  });
}
