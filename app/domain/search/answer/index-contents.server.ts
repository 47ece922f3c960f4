import type BetterSqlite from "better-sqlite3";
import { MemoryDocuments } from "#app/domain/search/answer/documents.ts";
import { hashOf, hashOfNumbers } from "#app/domain/search/answer/hash-of.ts";
import type { IndexDigest } from "#app/domain/search/answer/index-digest.ts";
import { MemoryPostings } from "#app/domain/search/answer/postings.ts";
import type { WordSource } from "#app/domain/search/answer/postings-source.ts";
import {
  type DocumentRow,
  factsOf,
  recordReader,
  referenceFacts,
  type Versions,
} from "#app/domain/search/answer/read-records.server.ts";
import { MemoryRecords } from "#app/domain/search/answer/records.ts";
import { MemoryWords } from "#app/domain/search/answer/term-dictionary.ts";
import { numberOf } from "#app/domain/search/disk-words.server.ts";
import { wordKeys } from "#app/domain/search/index/word-roles.ts";

/** Memory of the connection for pages, in KiB: while loading and afterwards. */
const LOADING_CACHE = 65_536;
const CACHE = 16_384;
/** Rows read between two pauses while loading. */
const STEP = 2000;
/** Records read at once where many have changed. */
const CHANGED_STEP = 500;

/** What the index in memory holds: made from the one on the disk, and kept up with it. */
export class IndexContents {
  readonly #raw: BetterSqlite.Database;
  readonly #reader: ReturnType<typeof recordReader>;
  readonly words = new MemoryWords();
  readonly documents = new MemoryDocuments();
  readonly postings = new MemoryPostings();
  readonly records = new MemoryRecords();
  #isLoaded = false;
  /** Number of the last change that was taken in. */
  #change = 0;
  /** The highest number of a document that was taken in. */
  #lastDocument = 0;
  #dataVersion = -1;
  /** Goes up with everything that was taken in: what was worked out before may no longer hold. */
  generation = 0;

  /** @param raw a connection of its own or one that only reads; nobody may write on it */
  constructor(raw: BetterSqlite.Database) {
    this.#raw = raw;
    this.#reader = recordReader(raw);
  }

  /** Whether so much of what it holds is gone that it had better be made anew. */
  get isWorn(): boolean {
    return this.documents.size > 10_000 && this.documents.gone * 3 > this.documents.size;
  }

  /** Whether so much came later that the lists had better be built again. */
  get isPatched(): boolean {
    return this.postings.laterThanBuilt(this.documents) > Math.max(2000, this.postings.built / 8);
  }

  /** Reads everything, in small steps: run it to its end. What is committed meanwhile is taken in at the end. */
  *load(): Generator<void> {
    // Index entries and rows lie all over the file: with little room each would be read many times.
    this.#raw.pragma(`cache_size = -${LOADING_CACHE}`);
    this.#change = this.#number("select coalesce(max(seq), 0) from search_change");
    const lastWord = this.#number("select coalesce(max(id), 0) from search_word");
    const lastDocument = this.#number("select coalesce(max(id), 0) from search_document");
    this.#lastDocument = lastDocument;
    yield* this.#loadWords(lastWord);
    for (const facts of this.#reader.references()) this.records.put(facts);
    for (let after = 0; ; ) {
      const rows = this.#reader.documents(after, lastDocument, STEP);
      for (const row of rows) {
        // What it is will be read next; a record without documents is never looked for.
        this.#addDocument(row, this.records.reserve(row.recordId));
      }
      if (rows.length < STEP) break;
      after = rows.at(-1)?.id ?? after;
      yield;
    }
    for (let after = 0; ; ) {
      const rows = this.#reader.contributions(after, STEP);
      for (const row of rows) {
        const place = this.records.placeOf(row.id);
        if (place !== undefined) this.records.put(factsOf(row, this.#versionsOf(place)));
      }
      if (rows.length < STEP) break;
      after = rows.at(-1)?.place ?? after;
      yield;
    }
    yield* this.postings.build(this.documents, this.words.last + 1);
    this.#isLoaded = true;
    this.#raw.pragma(`cache_size = -${CACHE}`);
    this.#raw.pragma("shrink_memory");
    this.follow();
  }

  /** Builds the lists again, in small steps. */
  *rebuild(): Generator<void> {
    yield* this.postings.build(this.documents, this.words.last + 1);
  }

  /** Takes in what was committed since the last time. @returns whether there was anything */
  follow(): boolean {
    const version = this.#raw.pragma("data_version", { simple: true }) as number;
    if (version === this.#dataVersion || !this.#isLoaded) return false;
    // What is read must be of one moment.
    this.#raw.exec("begin");
    try {
      const now = this.#raw.pragma("data_version", { simple: true }) as number;
      this.#followWords();
      const changed = this.#raw
        .prepare<[number], { seq: number; record_id: string }>(
          "select seq, record_id from search_change where seq > ? order by seq",
        )
        .all(this.#change);
      const added = this.#raw
        .prepare<[number], { id: number; record_id: string }>(
          "select id, record_id from search_document where id > ? order by id",
        )
        .all(this.#lastDocument);
      const records = [...new Set([...changed, ...added].map((row) => row.record_id))];
      for (let at = 0; at < records.length; at += CHANGED_STEP) {
        this.#followRecords(records.slice(at, at + CHANGED_STEP));
      }
      this.#change = changed.at(-1)?.seq ?? this.#change;
      this.#lastDocument = added.at(-1)?.id ?? this.#lastDocument;
      // Only now: what went wrong half-way is tried again.
      this.#dataVersion = now;
      this.generation++;
    } finally {
      this.#raw.exec("commit");
    }
    return true;
  }

  /** What it holds. */
  digest(): IndexDigest {
    const { documents, records } = this;
    let texts = 0;
    let sum = 0;
    for (let document = 0; document < documents.size; document++) {
      const record = documents.records.values[document] as number;
      if (record === -1) continue;
      texts++;
      const facts = `${documents.ids.values[document]} ${records.describe(record)}`;
      sum = (sum + hashOf(facts) + textHash(documents.textOf(document))) >>> 0;
    }
    return { change: this.#change, texts, records: records.present, sum };
  }

  /** Where queries are answered from. */
  get source(): WordSource {
    const { words, documents, postings } = this;
    return {
      size: documents.size,
      wordsWith: (key) => words.wordsWith(key),
      wordsBeginning: (start) => words.wordsBeginning(start),
      frequency: (word) => postings.frequency(word),
      read: (word, into) => postings.read(word, into),
      textOf: (document) => documents.textOf(document),
      phraseIn: (document, phrase, first) => documents.phraseIn(document, phrase, first),
      documentsOfNumber: (number) => this.#documentsOfNumber(number),
    };
  }

  *#loadWords(lastWord: number): Generator<void> {
    const page = this.#raw
      .prepare<[string, number, number, number], [string, number, number]>(
        "select key, role, word from search_key where (key, role, word) > (?, ?, ?) order by key, role, word limit ?",
      )
      .raw();
    for (let last: [string, number, number] = ["", -1, -1]; ; ) {
      const rows = page.all(...last, STEP * 5);
      // A word that came since would be known by some of its keys only: it is taken in at the end.
      for (const [key, role, word] of rows) if (word <= lastWord) this.words.load(key, role, word);
      if (rows.length < STEP * 5) break;
      last = rows.at(-1) ?? last;
      yield;
    }
    this.words.loaded();
    this.words.last = lastWord;
  }

  #followWords(): void {
    const rows = this.#raw
      .prepare<[number], { id: number; form: string; languages: string }>(
        "select id, form, languages from search_word where id > ? order by id",
      )
      .all(this.words.last);
    for (const { id, form, languages } of rows) this.words.add(id, wordKeys(`${languages} ${form}`));
  }

  #followRecords(ids: readonly string[]): void {
    const contributions = new Map(this.#reader.contributionsNamed(ids).map((row) => [row.id, row]));
    const documents = new Map<string, DocumentRow[]>();
    for (const row of this.#reader.documentsNamed(ids)) {
      documents.set(row.recordId, [...(documents.get(row.recordId) ?? []), row]);
    }
    for (const id of ids) {
      const contribution = contributions.get(id);
      const rows = documents.get(id) ?? [];
      const isReference = rows[0]?.recordType === "reference";
      const place = contribution || isReference ? this.records.reserve(id) : this.records.placeOf(id);
      if (place === undefined) continue;
      this.#setDocuments(place, contribution || isReference ? rows : []);
      if (contribution) this.records.put(factsOf(contribution, this.#versionsOf(place)));
      else if (isReference) this.records.put(referenceFacts(id));
      else this.records.remove(place);
    }
  }

  #setDocuments(place: number, rows: readonly DocumentRow[]): void {
    const kept: number[] = [];
    const known = new Map(
      this.records.documentsOf(place).map((document) => [this.documents.ids.values[document], document]),
    );
    for (const row of rows) {
      const document = known.get(row.id);
      if (document === undefined) continue;
      known.delete(row.id);
      kept.push(document);
      this.documents.describe(document, row.isOriginal === 1, row.isSummarised === 1);
    }
    for (const document of known.values()) this.documents.remove(document);
    this.records.setDocuments(place, kept);
    for (const row of rows) {
      if (kept.some((document) => this.documents.ids.values[document] === row.id)) continue;
      this.postings.addLater(this.documents, this.#addDocument(row, place));
    }
  }

  #addDocument({ id, language, isOriginal, isSummarised, words }: DocumentRow, record: number): number {
    const document = this.documents.add(id, record, language, words);
    this.documents.describe(document, isOriginal === 1, isSummarised === 1);
    this.records.setDocuments(record, [...this.records.documentsOf(record), document]);
    return document;
  }

  #versionsOf(place: number): Versions {
    const documents = this.records.documentsOf(place);
    return {
      translated: Number(documents.some((document) => this.documents.originals.values[document] === 0)),
      summarised: Number(documents.some((document) => this.documents.summarised.values[document] === 1)),
    };
  }

  #documentsOfNumber(number: string): readonly number[] {
    const id = this.#raw.prepare<[string], string>("select id from contribution where number = ?").pluck();
    const place = this.records.placeOf(id.get(numberOf(number)) ?? "");
    return place === undefined ? [] : this.records.documentsOf(place);
  }

  #number(query: string): number {
    return this.#raw.prepare<[], number>(query).pluck().get() ?? 0;
  }
}

function textHash({ title, body }: { title: ArrayLike<number>; body: ArrayLike<number> }): number {
  return Math.imul(hashOfNumbers(title), 31) + hashOfNumbers(body);
}
