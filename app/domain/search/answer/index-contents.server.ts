import { Documents } from "#app/domain/search/answer/documents.ts";
import { hashOf, hashOfNumbers } from "#app/domain/search/answer/hash-of.ts";
import type { IndexDigest } from "#app/domain/search/answer/index-digest.ts";
import type { PostingSource } from "#app/domain/search/answer/posting-source.ts";
import { Postings } from "#app/domain/search/answer/postings.ts";
import { Records } from "#app/domain/search/answer/records.ts";
import { TermDictionary } from "#app/domain/search/answer/term-dictionary.ts";
import { decodeDocument } from "#app/domain/search/index/document-bytes.ts";
import { documentSections } from "#app/domain/search/index/document-words.ts";
import { wordKeys } from "#app/domain/search/index/word-roles.ts";
import { type SearchSources, sourceOf } from "#app/domain/search/sources.ts";
import { changeNumber, type Db, readSnapshot, type Store } from "#db/store.ts";

/** Rows read between two pauses. */
const STEP = 2000;
/** Records whose facts are read at once: what is made on the way should be gone before it is taken for lasting. */
const FACTS_STEP = 250;
/** Memory for pages while loading and afterwards, in megabytes: rows lie all over the file. */
const LOADING_CACHE = 64;
const CACHE = 16;

type DocumentRow = Awaited<ReturnType<typeof documentsAfter>>[number];

/** What the index in memory holds: made from the rows in the database, and kept up with them. */
export class IndexContents {
  private readonly store: Store;
  private readonly sources: SearchSources;
  readonly words = new TermDictionary();
  readonly documents = new Documents();
  readonly postings = new Postings();
  readonly records = new Records();
  /** Words of documents that went, which may be those of none any longer. */
  readonly dropped = new Set<number>();
  /** Number of the last change that was taken in. */
  private lastChange = 0;
  /** The highest number of a document that was taken in. */
  private lastDocument = 0;
  private changeNumber = -1;
  private following: Promise<boolean> | null = null;
  /** Goes up with everything that was taken in: what was worked out before may no longer hold. */
  generation = 0;

  constructor(store: Store, sources: SearchSources) {
    this.store = store;
    this.sources = sources;
  }

  /** Whether so much of what it holds is gone that it had better be loaded anew. */
  get needsReload(): boolean {
    return this.documents.size > 10_000 && this.documents.gone * 3 > this.documents.size;
  }

  /** Whether the delta is so large that it had better be merged into the postings. */
  get needsCompaction(): boolean {
    return this.postings.deltaSize(this.documents) > Math.max(STEP, this.postings.built / 8);
  }

  /** Reads everything, a little at a time. @param pause awaited in between */
  async load(pause: () => Promise<void>): Promise<void> {
    const { engine, read } = this.store;
    engine.readCache(LOADING_CACHE);
    await readSnapshot(this.store, async (db) => {
      const change = await db
        .selectFrom("search_change")
        .select("seq")
        .orderBy("seq", "desc")
        .limit(1)
        .executeTakeFirst();
      const document = await db
        .selectFrom("search_document")
        .select("id")
        .orderBy("id", "desc")
        .limit(1)
        .executeTakeFirst();
      this.lastChange = change?.seq ?? 0;
      this.lastDocument = document?.id ?? 0;
    });
    const upTo = this.lastDocument;
    await this.readWords(read, pause);
    this.words.loaded();
    for (let after = 0; ; ) {
      const rows = await documentsAfter(read, after, upTo);
      // What its record is will be read next.
      for (const row of rows) this.addDocument(row, this.records.reserve(row.record_type, row.record_id));
      if (rows.length < STEP) break;
      after = rows.at(-1)?.id ?? after;
      await pause();
    }
    await this.readAllFacts(read, pause);
    await this.compact(pause);
    engine.readCache(CACHE);
    // What was committed meanwhile, and records that changed while they were read.
    await this.follow();
  }

  /** Builds the postings again, delta and all, a little at a time. */
  async compact(pause: () => Promise<void>): Promise<void> {
    for (const _ of this.postings.build(this.documents, this.words.last + 1)) await pause();
  }

  /**
   * Takes in what was committed since the last time. Whoever asks while others wait gets an answer of no earlier
   * moment.
   * @returns whether there was anything
   */
  async follow(): Promise<boolean> {
    // One after the other: each takes in rows behind those of the one before.
    while (this.following !== null) await this.following.catch(() => false);
    this.following = this.takeIn();
    try {
      return await this.following;
    } finally {
      this.following = null;
    }
  }

  private async takeIn(): Promise<boolean> {
    if ((await changeNumber(this.store)) === this.changeNumber) return false;
    await readSnapshot(this.store, async (db) => {
      const { value } = await db.selectFrom("change_number").select("value").executeTakeFirstOrThrow();
      await this.readWords(db, async () => undefined);
      const changed = await db
        .selectFrom("search_change")
        .selectAll()
        .where("seq", ">", this.lastChange)
        .orderBy("seq")
        .execute();
      const added = await db
        .selectFrom("search_document")
        .select(["id", "record_type", "record_id"])
        .where("id", ">", this.lastDocument)
        .orderBy("id")
        .execute();
      for (const type of new Set([...changed, ...added].map((row) => row.record_type))) {
        const ids = [...changed, ...added].flatMap((row) => (row.record_type === type ? [row.record_id] : []));
        await this.followRecords(db, type, [...new Set(ids)]);
      }
      // Only now: what went wrong half-way is tried again.
      this.lastChange = changed.at(-1)?.seq ?? this.lastChange;
      this.lastDocument = added.at(-1)?.id ?? this.lastDocument;
      this.changeNumber = value;
      this.generation++;
    });
    return true;
  }

  /** What it holds. */
  digest(): IndexDigest {
    const { documents, records } = this;
    let texts = 0;
    let sum = 0;
    for (let document = 0; document < documents.size; document++) {
      const record = documents.records.at(document);
      if (record === -1) continue;
      texts++;
      const facts = `${documents.ids.at(document)} ${records.describe(record)}`;
      sum = (sum + hashOf(facts) + textHash(documents.textOf(document))) >>> 0;
    }
    return { change: this.lastChange, texts, records: records.present, sum };
  }

  /** Where queries are answered from. @param numbered documents of records by numbers that are no words of theirs */
  source(numbered: ReadonlyMap<string, readonly number[]> = new Map()): PostingSource {
    const { words, documents, postings } = this;
    return {
      size: documents.size,
      wordsWith: (key) => words.wordsWith(key),
      wordsBeginning: (start) => words.wordsBeginning(start),
      frequency: (word) => postings.frequency(word),
      read: (word, into) => postings.read(word, into),
      textOf: (document) => documents.textOf(document),
      phraseIn: (document, phrase, first) => documents.phraseIn(document, phrase, first),
      documentsOfNumber: (number) => numbered.get(number) ?? [],
    };
  }

  /** Whether some document still has a word. @param buffer for as many as there are */
  isUsed(word: number, buffer: Int32Array): boolean {
    const entries = buffer.subarray(0, this.postings.read(word, buffer));
    return entries.some((entry) => this.documents.records.at(entry >> 1) !== -1);
  }

  private async readWords(db: Db, pause: () => Promise<void>): Promise<void> {
    for (;;) {
      const rows = await db
        .selectFrom("search_word")
        .selectAll()
        .where("id", ">", this.words.last)
        .orderBy("id")
        .limit(STEP)
        .execute();
      for (const { id, form, languages } of rows) this.words.add(id, wordKeys(`${languages} ${form}`));
      if (rows.length < STEP) return;
      await pause();
    }
  }

  private async readAllFacts(db: Db, pause: () => Promise<void>): Promise<void> {
    for (const source of this.sources) {
      for (let after = ""; ; ) {
        const ids = await source.idsAfter(db, after, FACTS_STEP);
        const last = ids.at(-1);
        if (last === undefined) break;
        for (const facts of await source.factsOf(db, ids)) {
          // A record without documents is never looked for.
          const record = this.records.ordinalOf(source.type, facts.id);
          if (record !== undefined) this.records.put(record, facts, this.versionsOf(record));
        }
        after = last;
        await pause();
      }
    }
  }

  private async followRecords(db: Db, type: string, all: readonly string[]): Promise<void> {
    for (let at = 0; at < all.length; at += STEP) {
      const ids = all.slice(at, at + STEP);
      const facts = new Map((await sourceOf(this.sources, type).factsOf(db, ids)).map((one) => [one.id, one]));
      const documents = new Map<string, DocumentRow[]>(ids.map((id) => [id, []]));
      for (const row of await documentsOf(db, type, ids)) documents.get(row.record_id)?.push(row);
      for (const id of ids) {
        const own = facts.get(id);
        const record = own ? this.records.reserve(type, id) : this.records.ordinalOf(type, id);
        if (record === undefined) continue;
        this.setDocuments(record, own ? (documents.get(id) ?? []) : []);
        if (own) this.records.put(record, own, this.versionsOf(record));
        else this.records.remove(record);
      }
    }
  }

  private setDocuments(record: number, rows: readonly DocumentRow[]): void {
    const known = new Map(
      this.records.documentsOf(record).map((document) => [this.documents.ids.at(document), document]),
    );
    const kept = rows.flatMap(({ id }) => known.get(id) ?? []);
    for (const document of known.values()) if (!kept.includes(document)) this.dropDocument(document);
    this.records.setDocuments(record, kept);
    for (const row of rows) {
      if (!known.has(row.id)) this.postings.addToDelta(this.documents, this.addDocument(row, record));
    }
  }

  private addDocument(row: DocumentRow, record: number): number {
    const document = this.documents.add(row.id, record, row.language, row.words);
    this.documents.describe(document, row.is_original === 1, row.is_summarised === 1);
    this.records.setDocuments(record, [...this.records.documentsOf(record), document]);
    return document;
  }

  private dropDocument(document: number): void {
    const words = decodeDocument(this.documents.encoded(document));
    for (const section of documentSections) for (const word of words[section]) this.dropped.add(word);
    this.documents.remove(document);
  }

  private versionsOf(record: number): { translated: boolean; summarised: boolean } {
    const documents = this.records.documentsOf(record);
    return {
      translated: documents.some((document) => this.documents.originals.at(document) === 0),
      summarised: documents.some((document) => this.documents.summarised.at(document) === 1),
    };
  }
}

function documentColumns(db: Db) {
  return db
    .selectFrom("search_document")
    .select(["id", "record_type", "record_id", "language", "is_original", "is_summarised", "words"]);
}

async function documentsAfter(db: Db, after: number, upTo: number) {
  return documentColumns(db).where("id", ">", after).where("id", "<=", upTo).orderBy("id").limit(STEP).execute();
}

async function documentsOf(db: Db, type: string, ids: readonly string[]) {
  return documentColumns(db).where("record_type", "=", type).where("record_id", "in", ids).orderBy("id").execute();
}

function textHash({ title, body }: { title: ArrayLike<number>; body: ArrayLike<number> }): number {
  return Math.imul(hashOfNumbers(title), 31) + hashOfNumbers(body);
}
