import { ANALYSER_VERSION } from "#app/language/analyser-version.ts";
import { newestMigration } from "#db/migrations/list.ts";

/** What of a build others who work on the same database must agree with: how it stores, and how it reads words. */
export const BUILD = `schema ${newestMigration}, analyser ${ANALYSER_VERSION}`;
