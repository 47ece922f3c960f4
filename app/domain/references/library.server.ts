import type { Actor } from "#app/domain/access/actor.ts";
import { requireAdministrator } from "#app/domain/access/administrator.ts";
import { Refused } from "#app/domain/errors.ts";
import { recordEvent } from "#app/domain/history/record-event.server.ts";
import {
  loadAgendaTemplates,
  loadThemes,
  missingAgendaTemplates,
  missingThemes,
  removeAgendaTemplates,
  removeThemes,
  shippedThemeCount,
  templateCount,
  usedTemplates,
  usedThemes,
} from "#app/domain/references/load-library-parts.server.ts";
import {
  loadReferences,
  missingReferences,
  removeReferences,
  shippedReferenceCount,
  usedReferences,
} from "#app/domain/references/load-references.server.ts";
import { type Db, type Store, writeTransaction } from "#db/store.ts";

// Themes, references and agenda templates on one subject ship with the product. An installation about another subject
// has no use for them, so an administrator chooses.

/** The library on release and post-penal support of violent extremist prisoners. */
const LIBRARY = "release";

/** What is in it. */
export const librarySize = { themes: shippedThemeCount, references: shippedReferenceCount, templates: templateCount };

/** How things stand with the library of an installation. */
export interface LibraryState {
  loaded: boolean;
  /** Whether anything of it is used: then it stays. */
  used: boolean;
}

/** Whether the library was chosen, and whether it can still be taken out. For administrators. */
export async function findLibrary(db: Db, actor: Actor): Promise<LibraryState> {
  requireAdministrator(actor);
  return { loaded: await isChosen(db), used: await isUsed(db) };
}

/** Puts the library into the installation; a later release adds what is new in it. Twice is once. */
export async function chooseLibrary(store: Store, actor: Actor, now = new Date()): Promise<null> {
  requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    if (await isChosen(db)) return null;
    await loadChosen(db, now);
    await recordEvent(db, actor, "library.loaded", { id: LIBRARY }, {}, now);
    return null;
  });
}

/**
 * Takes the library out again.
 * @throws Refused once a record or an agenda uses anything of it
 */
export async function removeLibrary(store: Store, actor: Actor, now = new Date()): Promise<null> {
  requireAdministrator(actor);
  return writeTransaction(store, async (db) => {
    if (await isUsed(db)) throw new Refused({ key: "admin.libraryUsed" });
    await removeAgendaTemplates(db);
    await removeReferences(db);
    await removeThemes(db);
    await db.deleteFrom("loaded_library").where("code", "=", LIBRARY).execute();
    await recordEvent(db, actor, "library.removed", { id: LIBRARY }, {}, now);
    return null;
  });
}

/** Loads the library inside a transaction, for the demonstration and the command line, and remembers it. */
export async function loadChosen(db: Db, now: Date): Promise<void> {
  await db
    .insertInto("loaded_library")
    .values({ code: LIBRARY, loaded_at: now.toISOString() })
    .onConflict((conflict) => conflict.column("code").doNothing())
    .execute();
  await loadThemes(db);
  await loadReferences(db);
  await loadAgendaTemplates(db);
}

/** Whether the library was chosen and this release has something in it that is not there yet. */
export async function lacksOfLibrary(db: Db): Promise<boolean> {
  if (!(await isChosen(db))) return false;
  for (const missing of [missingThemes, missingReferences, missingAgendaTemplates]) {
    if ((await missing(db)).length > 0) return true;
  }
  return false;
}

async function isChosen(db: Db): Promise<boolean> {
  const row = await db.selectFrom("loaded_library").select("code").where("code", "=", LIBRARY).executeTakeFirst();
  return row !== undefined;
}

async function isUsed(db: Db): Promise<boolean> {
  for (const used of [usedThemes, usedReferences, usedTemplates]) if (await used(db)) return true;
  return false;
}
