import { contributionSource } from "#app/domain/knowledge/contribution-source.server.ts";
import { indexRecords } from "#app/domain/search/index/index-records.server.ts";
import type { Db } from "#db/store.ts";

/** Brings the search index into agreement with contributions, in the transaction of every change of them. */
export async function indexContributions(db: Db, ids: readonly string[]): Promise<void> {
  await indexRecords(db, contributionSource, ids);
}
