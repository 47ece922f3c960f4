import { encodeDocument, type NumberedWords } from "#app/domain/search/index/document-bytes.ts";
import { type DocumentWords, documentSections } from "#app/domain/search/index/document-words.ts";
import { storedLanguages } from "#app/domain/search/index/word-roles.ts";
import { ANALYSER_VERSION } from "#app/language/analyser-version.ts";
import { type Db, insertMany } from "#db/store.ts";

/** A document to be indexed: one language version of one record. */
export interface NewDocument {
  /** Type of its source. */
  recordType: string;
  recordId: string;
  language: string;
  isOriginal: boolean;
  isSummarised: boolean;
  words: DocumentWords;
}

/** A record that changed, and which of its documents go: all, the one in a language, or none. */
export interface ChangedRecord {
  recordType: string;
  recordId: string;
  drops: "all" | "none" | { language: string };
}

/** Keys of rows asked for in one statement. */
const CHUNK = 500;

/**
 * Takes documents of changed records out of the index and puts others in, inside a transaction of the caller's. Every
 * record that was in the index is noted as changed, whether its texts are others or not; new ones are known by the
 * numbers of their documents. Words that no document has any longer are left to `dropUnusedWords`.
 * @param numbers kept from one call to the next, where there are many
 */
export async function writeDocuments(
  db: Db,
  changed: readonly ChangedRecord[],
  added: readonly NewDocument[],
  numbers: WordNumbers = new WordNumbers(),
): Promise<void> {
  const stored = await storedDocuments(db, changed);
  const gone = stored.filter((row) => changed.some((record) => drops(record, row)));
  const rows = (await encoded(db, added, numbers)).filter((row) => {
    const same = gone.findIndex((old) => isSame(old, row));
    if (same !== -1) gone.splice(same, 1);
    return same === -1;
  });
  for (const chunk of chunksOf(gone)) {
    await db
      .deleteFrom("search_document")
      .where(
        "id",
        "in",
        chunk.map(({ id }) => id),
      )
      .execute();
  }
  await insertMany(db, "search_document", rows);
  for (const type of new Set(stored.map(({ record_type }) => record_type))) {
    const ids = stored.filter(({ record_type }) => record_type === type).map(({ record_id }) => record_id);
    await noteChanges(db, type, [...new Set(ids)]);
  }
}

/** Notes that records of the index changed, for those who keep it in memory. */
export async function noteChanges(db: Db, type: string, ids: readonly string[]): Promise<void> {
  for (const chunk of chunksOf(ids)) {
    await db.deleteFrom("search_change").where("record_type", "=", type).where("record_id", "in", chunk).execute();
  }
  await insertMany(
    db,
    "search_change",
    ids.map((record_id) => ({ record_type: type, record_id })),
  );
}

type StoredDocument = Awaited<ReturnType<typeof storedDocuments>>[number];

async function storedDocuments(db: Db, changed: readonly ChangedRecord[]) {
  const rows = [];
  for (const type of new Set(changed.map(({ recordType }) => recordType))) {
    const ids = changed.flatMap(({ recordType, recordId }) => (recordType === type ? [recordId] : []));
    for (const chunk of chunksOf(ids)) {
      const found = await db
        .selectFrom("search_document")
        .select(["id", "record_type", "record_id", "language", "analyser", "is_original", "is_summarised", "words"])
        .where("record_type", "=", type)
        .where("record_id", "in", chunk)
        .orderBy("id")
        .execute();
      rows.push(...found);
    }
  }
  return rows;
}

function drops({ recordType, recordId, drops }: ChangedRecord, row: StoredDocument): boolean {
  if (recordType !== row.record_type || recordId !== row.record_id || drops === "none") return false;
  return drops === "all" || drops.language === row.language;
}

type Row = Omit<StoredDocument, "id">;

function isSame(old: StoredDocument, row: Row): boolean {
  const names = ["record_id", "record_type", "language", "analyser", "is_original", "is_summarised"] as const;
  return names.every((name) => old[name] === row[name]) && Buffer.compare(old.words, row.words) === 0;
}

async function encoded(db: Db, added: readonly NewDocument[], numbers: WordNumbers): Promise<Row[]> {
  await numbers.know(db, added);
  return added.map(({ recordType, recordId, language, isOriginal, isSummarised, words }) => ({
    record_type: recordType,
    record_id: recordId,
    language,
    analyser: ANALYSER_VERSION,
    is_original: isOriginal ? 1 : 0,
    is_summarised: isSummarised ? 1 : 0,
    words: encodeDocument(numbers.numbered(words)),
  }));
}

/** Words whose numbers are kept from one call to the next. */
const MAX_KNOWN = 500_000;

/** Numbers of words in the index, as far as they are known: for one call, or for many that follow one another. */
export class WordNumbers {
  private byName = new Map<string, number>();
  /** The same by ordinal in the names that documents share; 0 for one that is not known. */
  private byOrdinal = new WeakMap<readonly string[], Int32Array>();
  private removals = -1;
  /** The highest number in the index when this was last asked. */
  private last = 0;

  /** The words of a document by number; all of them must be known. */
  numbered(words: DocumentWords): NumberedWords {
    const known = this.of(words.names);
    return Object.fromEntries(
      documentSections.map((section) => [section, words[section].map((ordinal) => known[ordinal] ?? 0)]),
    ) as unknown as NumberedWords;
  }

  /** Sees to it that the numbers of all words of documents are known; new words are given theirs. */
  async know(db: Db, documents: readonly NewDocument[]): Promise<void> {
    await this.forgetWhatMayBeGone(db);
    const unknown = new Set<string>();
    this.eachUnknown(documents, (name) => unknown.add(name));
    if (unknown.size === 0) return;
    const names = [...unknown].filter((name) => !this.byName.has(name));
    await this.find(db, names);
    const fresh = names.filter((name) => !this.byName.has(name));
    await insertMany(db, "search_word", fresh.map(rowOf));
    await this.find(db, fresh);
    this.eachUnknown(documents, (name, known, ordinal) => {
      known[ordinal] = this.byName.get(name) ?? 0;
    });
    this.last = await lastWord(db);
  }

  private eachUnknown(
    documents: readonly NewDocument[],
    visit: (name: string, known: Int32Array, ordinal: number) => void,
  ): void {
    for (const { words } of documents) {
      const known = this.of(words.names);
      for (const section of documentSections) {
        for (const ordinal of words[section]) {
          if (known[ordinal] === 0) visit(words.names[ordinal] ?? "", known, ordinal);
        }
      }
    }
  }

  /** Numbers hold until words are taken out of the index, or a transaction that gave some is rolled back. */
  private async forgetWhatMayBeGone(db: Db): Promise<void> {
    const { removals } = await db.selectFrom("search_state").select("removals").executeTakeFirstOrThrow();
    const isSame = removals === this.removals && (await lastWord(db)) >= this.last;
    this.removals = removals;
    if (isSame && this.byName.size <= MAX_KNOWN) return;
    this.byName = new Map();
    this.byOrdinal = new WeakMap();
  }

  private async find(db: Db, names: readonly string[]): Promise<void> {
    for (const chunk of chunksOf(names)) {
      const rows = await db
        .selectFrom("search_word")
        .selectAll()
        .where("form", "in", [...new Set(chunk.map((name) => rowOf(name).form))])
        .execute();
      const found = new Map(rows.map(({ id, form, languages }) => [`${languages} ${form}`, id]));
      for (const name of chunk) {
        const { form, languages } = rowOf(name);
        const id = found.get(`${languages} ${form}`);
        if (id !== undefined) this.byName.set(name, id);
      }
    }
  }

  /** Numbers of names by ordinal. */
  private of(names: readonly string[]): Int32Array {
    let numbers = this.byOrdinal.get(names);
    if (numbers === undefined || numbers.length < names.length) {
      const larger = new Int32Array(Math.ceil(names.length * 1.5));
      if (numbers !== undefined) larger.set(numbers);
      this.byOrdinal.set(names, larger);
      numbers = larger;
    }
    return numbers;
  }
}

async function lastWord(db: Db): Promise<number> {
  const row = await db.selectFrom("search_word").select("id").orderBy("id", "desc").limit(1).executeTakeFirst();
  return row?.id ?? 0;
}

/** A name as words are stored; see `storedLanguages`. */
function rowOf(name: string): { form: string; languages: string } {
  const at = name.indexOf(" ");
  return { form: name.slice(at + 1), languages: storedLanguages(name.slice(0, at)) };
}

function* chunksOf<T>(all: readonly T[]): Generator<T[]> {
  for (let at = 0; at < all.length; at += CHUNK) yield all.slice(at, at + CHUNK);
}
