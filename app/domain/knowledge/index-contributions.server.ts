import { contributionSource } from "#app/domain/knowledge/contribution-source.server.ts";
import { indexRecords } from "#app/domain/search/index/index-records.server.ts";
import { noteChanges } from "#app/domain/search/index/write-documents.server.ts";
import type { Db } from "#db/store.ts";

/** Brings the search index into agreement with contributions, in the transaction of every change of them. */
export async function indexContributions(db: Db, ids: readonly string[]): Promise<void> {
  await indexRecords(db, contributionSource, ids);
}

/** The same where what they say stays and they stay in the index: only who sees them, or their state, is another. */
export async function indexStates(db: Db, ids: readonly string[]): Promise<void> {
  await noteChanges(db, contributionSource.type, ids);
}
