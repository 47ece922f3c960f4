import { documentsOf } from "#app/domain/search/index/indexed-documents.server.ts";
import { type NewDocument, writeDocuments } from "#app/domain/search/index/write-documents.server.ts";
import type { Db } from "#db/store.ts";

/**
 * Brings the index into agreement with a contribution. To be called in the transaction of every change of its texts,
 * references or status; drafts, withdrawn and unknown records leave the index.
 */
export async function indexContribution(db: Db, contributionId: string): Promise<void> {
  await indexRecords(db, "contribution", [contributionId]);
}

/** Brings the index into agreement with a reference. */
export async function indexReference(db: Db, referenceId: string): Promise<void> {
  await indexRecords(db, "reference", [referenceId]);
}

async function indexRecords(db: Db, recordType: NewDocument["recordType"], ids: readonly string[]): Promise<void> {
  const gone = ids.map((recordId) => ({ recordType, recordId }));
  await writeDocuments(db, gone, await documentsOf(db, recordType, ids));
}
