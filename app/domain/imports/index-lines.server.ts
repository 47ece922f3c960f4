import type { PreparedLine } from "#app/domain/imports/prepare-line.server.ts";
import { contributionSource } from "#app/domain/knowledge/contribution-source.server.ts";
import { WordNumbers, writeDocuments } from "#app/domain/search/index/write-documents.server.ts";
import type { Db } from "#db/store.ts";

/** Brings the search index up to new contributions from the words that were prepared with their lines. */
export type LineIndex = (db: Db, added: readonly { id: string; line: PreparedLine }[]) => Promise<void>;

/** Makes the index writing of one import, which keeps the numbers of words from batch to batch. */
export function lineIndex(): LineIndex {
  const numbers = new WordNumbers();
  return async (db, added) => {
    const documents = added.map(({ id, line: { language, summary, words } }) => ({
      recordType: contributionSource.type,
      recordId: id,
      ...{ language, words },
      isOriginal: true,
      isSummarised: summary !== "",
    }));
    await writeDocuments(db, [], documents, numbers);
  };
}
