import { sql } from "kysely";
import { type MatchedDocuments, matchQuery } from "#app/domain/search/answer/match-query.ts";
import { lookupIn } from "#app/domain/search/answer/match-term.ts";
import { type Phrase, phraseInText } from "#app/domain/search/answer/phrase.ts";
import type { KeyedWord, WordSource } from "#app/domain/search/answer/postings-source.ts";
import { decodeDocument } from "#app/domain/search/index/document-bytes.ts";
import { type Role, roles } from "#app/domain/search/index/word-roles.ts";
import type { Query } from "#app/domain/search/query/query.ts";
import type { Tier } from "#app/domain/search/query/terms.ts";
import type { Db } from "#db/store.ts";

/** Rounds of asking at most: keys, documents, numbers, texts, and the same for what these lead to. */
const MOST_ROUNDS = 12;

/**
 * Documents that match a query by the index on the disk, by number, with their ranks. The query is run on what is known;
 * what it asked for in vain is read, and it is run again until nothing is missing.
 */
export async function matchOnDisk(db: Db, query: Query, tier: Tier): Promise<Map<number, number>> {
  const source = new DiskWords();
  for (let round = 0; round < MOST_ROUNDS; round++) {
    const matched = matchQuery(lookupIn(source), query, tier);
    if (!(await source.readMissing(db))) return source.numbered(matched);
  }
  throw new Error("A search asked for ever more of the index");
}

/** What a query needs of the index, as far as it has been read. */
class DiskWords implements WordSource {
  readonly #keys = new Map<string, KeyedWord[]>();
  readonly #beginnings = new Map<string, KeyedWord[]>();
  readonly #documents = new Map<number, Int32Array>();
  readonly #texts = new Map<number, { title: ArrayLike<number>; body: ArrayLike<number> }>();
  readonly #numbers = new Map<string, number[]>();
  readonly #missing = {
    keys: new Set<string>(),
    beginnings: new Set<string>(),
    words: new Set<number>(),
    texts: new Set<number>(),
    numbers: new Set<string>(),
  };
  /** Numbers of documents by place, and the other way round. */
  readonly #ids: number[] = [];
  readonly #places = new Map<number, number>();

  get size(): number {
    return this.#ids.length;
  }

  wordsWith(key: string): readonly KeyedWord[] {
    return this.#keys.get(key) ?? this.#ask("keys", key);
  }

  wordsBeginning(start: string): readonly KeyedWord[] {
    return this.#beginnings.get(start) ?? this.#ask("beginnings", start);
  }

  frequency(word: number): number {
    return this.#documents.get(word)?.length ?? 0;
  }

  read(word: number, into: Int32Array): number {
    const documents = this.#documents.get(word);
    if (documents === undefined) return this.#ask("words", word).length;
    into.set(documents);
    return documents.length;
  }

  textOf(document: number): { title: ArrayLike<number>; body: ArrayLike<number> } {
    const known = this.#texts.get(document);
    if (known === undefined) this.#ask("texts", document);
    return known ?? { title: [], body: [] };
  }

  phraseIn(document: number, phrase: Phrase): number {
    const { title, body } = this.textOf(document);
    return phraseInText(phrase, title, body);
  }

  documentsOfNumber(number: string): readonly number[] {
    return this.#numbers.get(number) ?? this.#ask("numbers", number);
  }

  numbered({ documents, ranks, length }: MatchedDocuments): Map<number, number> {
    return new Map(
      Array.from({ length }, (_, at) => [this.#ids[documents[at] as number] as number, ranks[at] as number]),
    );
  }

  /** @returns whether anything was missing */
  async readMissing(db: Db): Promise<boolean> {
    const { keys, beginnings, words, texts, numbers } = this.#missing;
    const wanted = keys.size + beginnings.size + words.size + texts.size + numbers.size;
    if (keys.size > 0) await this.#readKeys(db, [...keys]);
    for (const start of beginnings) this.#beginnings.set(start, await beginning(db, start));
    if (words.size > 0) await this.#readDocuments(db, [...words]);
    if (texts.size > 0) await this.#readTexts(db, [...texts]);
    for (const number of numbers) await this.#readNumber(db, number);
    for (const set of Object.values(this.#missing)) set.clear();
    return wanted > 0;
  }

  #ask(name: "keys" | "beginnings" | "words" | "texts" | "numbers", what: string | number): never[] {
    (this.#missing[name] as Set<string | number>).add(what);
    return [];
  }

  async #readKeys(db: Db, keys: readonly string[]): Promise<void> {
    for (const key of keys) this.#keys.set(key, []);
    const { rows } = await sql<KeyedWord & { key: string }>`
      select key, role, word from search_key where key in (select value from json_each(${JSON.stringify(keys)}))`.execute(
      db,
    );
    for (const { key, role, word } of rows) this.#keys.get(key)?.push({ word, role });
  }

  async #readDocuments(db: Db, words: readonly number[]): Promise<void> {
    const asked = (column: string) => JSON.stringify(words.map((word) => [word, `${column} : "${word.toString(36)}"`]));
    const { rows } = await sql<{ word: number; id: number; title: 0 | 1 }>`
      select asked.value ->> 0 as word, search_index.rowid as id, 1 as title
      from json_each(${asked("title")}) as asked join search_index on search_index match asked.value ->> 1
      union all
      select asked.value ->> 0, search_index.rowid, 0
      from json_each(${asked("body")}) as asked join search_index on search_index match asked.value ->> 1`.execute(db);
    const entries = new Map<number, number[]>(words.map((word) => [word, []]));
    for (const { word, id, title } of rows) entries.get(word)?.push(this.#placeOf(id) * 2 + title);
    for (const [word, found] of entries) this.#documents.set(word, Int32Array.from(found));
  }

  async #readTexts(db: Db, documents: readonly number[]): Promise<void> {
    const ids = documents.map((document) => this.#ids[document] as number);
    const { rows } = await sql<{ id: number; words: Uint8Array }>`
      select id, words from search_document where id in (select value from json_each(${JSON.stringify(ids)}))`.execute(
      db,
    );
    for (const { id, words } of rows) this.#texts.set(this.#placeOf(id), decodeDocument(words));
    // One that went since its words were read has none.
    for (const document of documents)
      if (!this.#texts.has(document)) this.#texts.set(document, { title: [], body: [] });
  }

  async #readNumber(db: Db, number: string): Promise<void> {
    const { rows } = await sql<{ id: number }>`
      select id from search_document where record_type = 'contribution'
      and record_id in (select id from contribution where number = ${numberOf(number)})`.execute(db);
    this.#numbers.set(
      number,
      rows.map(({ id }) => this.#placeOf(id)),
    );
  }

  #placeOf(id: number): number {
    const known = this.#places.get(id);
    if (known !== undefined) return known;
    this.#places.set(id, this.#ids.length);
    return this.#ids.push(id) - 1;
  }
}

async function beginning(db: Db, start: string): Promise<KeyedWord[]> {
  // No key has a letter beyond the last code point.
  const { rows } = await sql<{ word: number; role: Role }>`
    select word, role from search_key where key >= ${start} and key < ${`${start}\u{10ffff}`}
    and role in (${sql.join([roles.first, roles.spelling, roles.mention])})`.execute(db);
  return rows;
}

/** A record's number as it stands in the database: "rel2020k7q4" is REL-2020-K7Q4. */
export function numberOf(squeezed: string): string {
  return squeezed.toUpperCase().replace(/^([A-Z]+)(\d{4})/, "$1-$2-");
}
