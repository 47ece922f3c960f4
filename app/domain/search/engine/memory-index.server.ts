import type BetterSqlite from "better-sqlite3";
import type { Actor } from "#app/domain/access/actor.ts";
import { numberOf } from "#app/domain/search/disk-words.server.ts";
import { countAndCut, RecordRoom } from "#app/domain/search/engine/count-and-cut.ts";
import { matchQuery } from "#app/domain/search/engine/match-query.ts";
import { type Lookup, lookupIn, wordsOf } from "#app/domain/search/engine/match-term.ts";
import { MemoryDocuments } from "#app/domain/search/engine/memory-documents.ts";
import { MemoryPostings } from "#app/domain/search/engine/memory-postings.ts";
import { MemoryRecords, type Profile } from "#app/domain/search/engine/memory-records.ts";
import { MemoryWords } from "#app/domain/search/engine/memory-words.ts";
import {
  type DocumentRow,
  factsOf,
  recordReader,
  referenceFacts,
  type Versions,
} from "#app/domain/search/engine/read-records.server.ts";
import { ReaderView } from "#app/domain/search/engine/reader-view.ts";
import { similarDocuments } from "#app/domain/search/engine/similar.ts";
import { roles, wordKeys } from "#app/domain/search/engine/word-roles.ts";
import type { WordSource } from "#app/domain/search/engine/word-source.ts";
import type { IndexDigest } from "#app/domain/search/index-digest.ts";
import {
  inFirstTier,
  type Match,
  type Matched,
  type Matcher,
  type RecordType,
  type Wanted,
} from "#app/domain/search/matcher.ts";
import type { Query } from "#app/domain/search/query.ts";
import { SHARED_ROUNDS } from "#app/domain/search/shared-rounds.ts";
import { type Suggestion, suggestWords } from "#app/domain/search/suggest.ts";
import type { Tier } from "#app/domain/search/terms.ts";

/** Memory of the connection for pages, in KiB: while loading and afterwards. */
const LOADING_CACHE = 65_536;
const CACHE = 16_384;
/** Rows read between two pauses while loading. */
const STEP = 2000;
/** Readers whose view is kept, at most, and profiles that all views together may have worked out. */
const MOST_VIEWS = 200;
const MOST_SIGHTS = 2_000_000;
/** Records read at once where many have changed. */
const CHANGED_STEP = 500;

/**
 * The search index in memory, made from the one on the disk and kept up with it: every search first looks whether
 * something was committed since, so that a saved record is found by the next one.
 */
export class MemoryIndex implements Matcher {
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
  /** Views by reader and relations, and which one is a reader's while nothing is committed. */
  readonly #views = new Map<string, ReaderView>();
  #relations = new Map<string, ReaderView>();
  #codes = new Map<string, readonly string[]>();
  #ancestors = new Map<string, readonly string[]>();
  #lookup: Lookup | null = null;
  #lookupSize = 0;
  #room = new RecordRoom(0);

  /** @param raw a connection of its own or one that only reads; nobody may write on it */
  constructor(raw: BetterSqlite.Database) {
    this.#raw = raw;
    this.#reader = recordReader(raw);
  }

  get isLoaded(): boolean {
    return this.#isLoaded;
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

  /** Loads without a pause. */
  loadWhole(): this {
    for (const _ of this.load());
    return this;
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
      this.#dataVersion = this.#raw.pragma("data_version", { simple: true }) as number;
      this.#relations = new Map();
      this.#ancestors = new Map();
      this.#codes = new Map();
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
    } finally {
      this.#raw.exec("commit");
    }
    return true;
  }

  async match(actor: Actor, wanted: Wanted): Promise<{ tier: Tier; matched: Matched }> {
    this.follow();
    return inFirstTier(wanted.query, (tier) => this.#match(actor, wanted, tier));
  }

  async suggest(actor: Actor, query: Query, recordTypes: readonly RecordType[]): Promise<Suggestion[]> {
    this.follow();
    const lookup = this.lookup();
    const sees = this.#seesDocument(actor, recordTypes);
    const form = this.#raw.prepare<[number], string>("select form from search_word where id = ?").pluck();
    return suggestWords(
      {
        near: (first, most) => this.words.near(first, most),
        visible: (word, most) => {
          const count = lookup.source.read(word, lookup.buffer);
          let texts = 0;
          for (let at = 0; at < count && texts < most; at++) if (sees((lookup.buffer[at] as number) >> 1)) texts++;
          return texts;
        },
        wordsOf: (term) => [
          ...wordsOf(lookup.source, term, 1).keys(),
          ...lookup.source
            .wordsBeginning(term.forms.first)
            .flatMap(({ word, role }) => (role === roles.first ? [word] : [])),
        ],
        formOf: (word) => form.get(word) ?? "",
      },
      query,
    );
  }

  async similar(actor: Actor, recordId: string, limit: number): Promise<Match[]> {
    this.follow();
    const { records, documents } = this;
    const place = records.placeOf(recordId);
    const sees = this.#seesDocument(actor, ["contribution"]);
    const own = place === undefined ? [] : records.documentsOf(place).filter(sees);
    const document = own.find((one) => documents.originals.values[one] === 1) ?? own[0];
    if (document === undefined) return [];
    let seen = 0;
    for (let other = 0; other < documents.size; other++) if (sees(other)) seen++;
    const name = this.#raw
      .prepare<[number], string>("select languages || ' ' || form from search_word where id = ?")
      .pluck();
    const { source, buffer } = this.lookup();
    const shares = similarDocuments(
      { source, buffer, sees, seen, keysOf: (word) => wordKeys(name.get(word) ?? "") },
      document,
    );
    const best = new Map<number, { document: number; share: number }>();
    for (const [other, share] of shares) {
      const record = documents.records.values[other] as number;
      if (record !== place && share > (best.get(record)?.share ?? 0)) best.set(record, { document: other, share });
    }
    return [...best]
      .sort(
        ([a, one], [b, other]) => other.share - one.share || ((records.ids[a] ?? "") < (records.ids[b] ?? "") ? -1 : 1),
      )
      .slice(0, limit)
      .map(([record, { document: other, share }]) => ({
        type: "contribution",
        id: records.ids[record] ?? "",
        language: documents.languageNames[documents.languages.values[other] ?? 0] ?? "",
        rank: Math.round(share * 100),
      }));
  }

  /** Whether a reader sees the record of a document. */
  #seesDocument(actor: Actor, recordTypes: readonly RecordType[]): (document: number) => boolean {
    const { records, documents } = this;
    const view = this.viewOf(actor);
    return (document) => {
      const record = documents.records.values[document] as number;
      const profile = record === -1 ? -1 : (records.profileOf.values[record] as number);
      if (profile === -1 || view.sightOf(records.profiles, profile) === null) return false;
      return recordTypes.includes((records.profiles[profile] as Profile).type);
    };
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
      sum = (sum + hashOf(facts) + hashOfWords(documents.textOf(document))) >>> 0;
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
      phraseIn: (document, phrase) => documents.phraseIn(document, phrase),
      documentsOfNumber: (number) => this.#documentsOfNumber(number),
    };
  }

  /** What a reader sees. */
  viewOf(actor: Actor): ReaderView {
    const reader = JSON.stringify(actor);
    let view = this.#relations.get(reader);
    if (view !== undefined) return view;
    const relations = this.#relationsOf(actor);
    const key = `${reader} ${JSON.stringify(relations)}`;
    view = this.#views.get(key);
    if (view === undefined) {
      const most = Math.min(MOST_VIEWS, Math.ceil(MOST_SIGHTS / (this.records.profiles.length + 1)));
      if (this.#views.size >= most) {
        this.#views.clear();
        this.#relations.clear();
      }
      view = new ReaderView(actor, relations);
      this.#views.set(key, view);
    }
    this.#relations.set(reader, view);
    return view;
  }

  /** Room to look documents up in, for as many as there are. */
  lookup(): Lookup {
    const { size } = this.documents;
    if (this.#lookup === null || size > this.#lookupSize) {
      // Some more than there are, so that not every new document asks for new room.
      this.#lookupSize = Math.ceil(size * 1.1) + 100;
      this.#lookup = lookupIn(this.source, this.#lookupSize);
    }
    return { ...this.#lookup, source: this.source };
  }

  #match(actor: Actor, wanted: Wanted, tier: Tier): Matched {
    const matched = matchQuery(this.lookup(), wanted.query, tier);
    if (this.#room.best.length < this.records.size) this.#room = new RecordRoom(Math.ceil(this.records.size * 1.1));
    const { records, documents } = this;
    const place = {
      ...{ records, documents, room: this.#room, view: this.viewOf(actor) },
      ...{ ancestors: this.#themes(wanted), codes: this.#codes },
    };
    return countAndCut(place, matched, wanted);
  }

  /** Codes of a theme and the broader ones, by id of the theme. */
  #themes({ themeTree }: Wanted): ReadonlyMap<string, readonly string[]> {
    if (this.#ancestors.size > 0) return this.#ancestors;
    const rows = this.#raw.prepare<[], { id: string; code: string }>("select id, code from theme").all();
    for (const { id, code } of rows) {
      this.#ancestors.set(
        id,
        themeTree.flatMap(([ancestor, theme]) => (theme === code ? [ancestor] : [])),
      );
    }
    return this.#ancestors;
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

  #relationsOf({ accountId, memberships }: Actor) {
    const groups = JSON.stringify(memberships.map(({ groupId }) => groupId));
    const attended = this.#raw
      .prepare<[string | null], string>(
        "select session_id from session_person where account_id = ? and removed_at is null",
      )
      .pluck()
      .all(accountId);
    const sessions = this.#raw
      .prepare<[string], { id: string; group_id: string }>(
        "select id, group_id from session where group_id in (select value from json_each(?))",
      )
      .all(groups);
    return {
      attended,
      sessions: sessions.map((row) => [row.id, row.group_id] as const),
      sharedRounds: this.#raw.prepare<[], string>(SHARED_ROUNDS).pluck().all(),
    };
  }

  #number(query: string): number {
    return this.#raw.prepare<[], number>(query).pluck().get() ?? 0;
  }
}

/** FNV-1a, 32 bits. */
function hashOf(text: string): number {
  let hash = 0x811c9dc5;
  for (let at = 0; at < text.length; at++) hash = Math.imul(hash ^ text.charCodeAt(at), 0x01000193);
  return hash >>> 0;
}

function hashOfWords({ title, body }: { title: ArrayLike<number>; body: ArrayLike<number> }): number {
  let hash = 0x811c9dc5;
  for (const words of [title, body]) {
    hash = Math.imul(hash ^ words.length, 0x01000193);
    for (let at = 0; at < words.length; at++) hash = Math.imul(hash ^ (words[at] as number), 0x01000193);
  }
  return hash >>> 0;
}
