import { contributionSource } from "#app/domain/knowledge/contribution-source.server.ts";
import { indexRecords } from "#app/domain/search/index/index-records.server.ts";
import type { Db } from "#db/store.ts";

/** Brings the search index into agreement with a contribution, in the transaction of every change of it. */
export async function indexContribution(db: Db, contributionId: string): Promise<void> {
  await indexRecords(db, contributionSource, [contributionId]);
}
