import { readDocuments } from "#app/domain/search/index/read-documents.server.ts";
import { writeDocuments } from "#app/domain/search/index/write-documents.server.ts";
import type { SearchSource } from "#app/domain/search/sources.ts";
import type { Db } from "#db/store.ts";

/**
 * Brings the index into agreement with records. To be called in the transaction of every change of what their source
 * reads: texts, and what decides who sees them or what they count under. Those that nobody is to find leave the index.
 */
export async function indexRecords(db: Db, source: SearchSource, ids: readonly string[]): Promise<void> {
  if (ids.length === 0) return;
  const changed = ids.map((recordId) => ({ recordType: source.type, recordId, drops: "all" as const }));
  await writeDocuments(db, changed, await readDocuments(db, source, ids));
}
