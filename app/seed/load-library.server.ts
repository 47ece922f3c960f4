import {
  loadAgendaTemplates,
  loadThemes,
  missingAgendaTemplates,
  missingThemes,
} from "#app/domain/references/load-library-parts.server.ts";
import { loadReferences, missingReferences } from "#app/domain/references/load-references.server.ts";
import { loadTerms, missingTerms } from "#app/domain/vocabulary/load-vocabulary.server.ts";
import { type Store, writeTransaction } from "#db/store.ts";

/**
 * Loads what ships with the product - vocabulary, themes, references, agenda templates - into the database, which owns
 * it from then on: a later release adds what is new. An installation that has everything is only read.
 */
export async function loadLibrary(store: Store): Promise<void> {
  if (!(await isMissingSomething(store))) return;
  await writeTransaction(store, async (db) => {
    await loadTerms(db);
    await loadThemes(db);
    await loadReferences(db);
    await loadAgendaTemplates(db);
  });
}

async function isMissingSomething({ read }: Store): Promise<boolean> {
  for (const missing of [missingTerms, missingThemes, missingReferences, missingAgendaTemplates]) {
    if ((await missing(read)).length > 0) return true;
  }
  return false;
}
