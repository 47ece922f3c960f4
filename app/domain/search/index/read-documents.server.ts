import { documentWords } from "#app/domain/search/index/document-words.ts";
import type { WordInterner } from "#app/domain/search/index/word-interner.ts";
import type { NewDocument } from "#app/domain/search/index/write-documents.server.ts";
import type { SearchSource } from "#app/domain/search/sources.ts";
import type { Db } from "#db/store.ts";

/**
 * The documents of some records of a source, as they read now.
 * @param interner where names of words are written down, if many records share one
 */
export async function readDocuments(
  db: Db,
  source: SearchSource,
  ids: readonly string[],
  interner?: WordInterner,
): Promise<NewDocument[]> {
  const texts = await source.textsOf(db, ids);
  return texts.map(({ recordId, language, title, body, own, isOriginal, isSummarised }) => ({
    recordType: source.type,
    recordId,
    language,
    isOriginal,
    isSummarised,
    words: documentWords(title, body, language, own, interner),
  }));
}
