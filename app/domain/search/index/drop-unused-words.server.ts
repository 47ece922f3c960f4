import { decodeDocument } from "#app/domain/search/index/document-bytes.ts";
import { documentSections } from "#app/domain/search/index/document-words.ts";
import { type Db, makeWay, type Store, writeTransaction } from "#db/store.ts";

/** Rows read or taken out at a time. */
const STEP = 2000;

/**
 * Takes the words out of the index that no document has any longer, so that nothing of a text that is gone stays
 * behind. Reads all documents, a few at a time; those that come meanwhile are read again inside the transaction.
 */
export async function dropUnusedWords(store: Store): Promise<void> {
  const used = new UsedWords();
  await used.readOn(store.read);
  for (let after = 0; ; ) {
    const rows = await store.read
      .selectFrom("search_word")
      .select("id")
      .where("id", ">", after)
      .orderBy("id")
      .limit(STEP)
      .execute();
    const last = rows.at(-1);
    if (!last) return;
    after = last.id;
    const unused = rows.map(({ id }) => id).filter((id) => !used.has(id));
    await dropWords(store, unused, (db) => used.readOn(db).then(() => (word) => !used.has(word)));
    await makeWay();
  }
}

/**
 * Takes words out of the index.
 * @param check asked inside the transaction, when nobody else writes: what tells whether a word is still unused
 */
export async function dropWords(
  store: Store,
  words: readonly number[],
  check: (db: Db) => Promise<(word: number) => boolean>,
): Promise<void> {
  for (let at = 0; at < words.length; at += STEP) {
    await writeTransaction(store, async (db) => {
      const isUnused = await check(db);
      const unused = words.slice(at, at + STEP).filter(isUnused);
      if (unused.length === 0) return;
      await db.deleteFrom("search_word").where("id", "in", unused).execute();
      await db
        .updateTable("search_state")
        .set((eb) => ({ removals: eb("removals", "+", 1) }))
        .execute();
    });
  }
}

/** Which words documents have. */
class UsedWords {
  private readonly words = new Set<number>();
  private lastDocument = 0;

  has(word: number): boolean {
    return this.words.has(word);
  }

  /** Reads the documents that were not read yet. */
  async readOn(db: Db): Promise<void> {
    for (;;) {
      const rows = await db
        .selectFrom("search_document")
        .select(["id", "words"])
        .where("id", ">", this.lastDocument)
        .orderBy("id")
        .limit(STEP)
        .execute();
      for (const row of rows) {
        const document = decodeDocument(row.words);
        for (const section of documentSections) for (const word of document[section]) this.words.add(word);
      }
      this.lastDocument = rows.at(-1)?.id ?? this.lastDocument;
      if (rows.length < STEP) return;
    }
  }
}
