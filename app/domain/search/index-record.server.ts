import { writeDocuments } from "#app/domain/search/engine/write-documents.ts";
import { contributionDocuments, referenceDocuments } from "#app/domain/search/indexed-documents.server.ts";
import type { Db } from "#db/connect.server.ts";

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

/** Brings the index into agreement with some records of one kind. */
export async function indexRecords(
  db: Db,
  recordType: "contribution" | "reference",
  ids: readonly string[],
): Promise<void> {
  const documents =
    recordType === "contribution" ? await contributionDocuments(db, ids) : await referenceDocuments(db, ids);
  await writeDocuments(
    db,
    ids.map((recordId) => ({ recordType, recordId })),
    documents,
  );
}
