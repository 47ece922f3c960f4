import type BetterSqlite from "better-sqlite3";
import { CompiledQuery } from "kysely";
import {
  columnWords,
  decodeDocument,
  encodeDocument,
  type NumberedWords,
  wordTokens,
} from "#app/domain/search/index/document-bytes.ts";
import { type DocumentWords, documentSections } from "#app/domain/search/index/document-words.ts";
import { isOfThisAnalyser, storedLanguages, wordKeys } from "#app/domain/search/index/word-roles.ts";
import { analyserVersion } from "#app/language/analyser-version.ts";
import type { Db } from "#db/store.ts";

/** A document to be indexed: one language version of one record. */
export interface NewDocument {
  recordType: "contribution" | "reference";
  recordId: string;
  language: string;
  words: DocumentWords;
}

type Row = Record<string, unknown>;
type Statement = { sql: string; parameters: unknown[] };
type Result = { rows: Row[]; id: number };
type Steps<Returned = void> = Generator<Statement, Returned, Result>;

/** Documents that go: all of a record, or the one in a language. */
export interface OldDocument {
  recordType: "contribution" | "reference";
  recordId: string;
  language?: string;
}

/**
 * Takes documents out of the index and puts others in, inside a transaction of the caller's. Words that no document has
 * any longer leave it too: nothing of a text that is gone stays behind.
 */
export async function writeDocuments(db: Db, gone: readonly OldDocument[], added: readonly NewDocument[]) {
  const steps = documentSteps(gone, added, new WordNumbers());
  for (let step = steps.next(); !step.done; ) {
    const { sql, parameters } = step.value;
    const { rows, insertId } = await db.executeQuery<Row>(CompiledQuery.raw(sql, parameters));
    step = steps.next({ rows, id: Number(insertId ?? 0) });
  }
}

/** Makes `writeDocuments` for a raw connection, with all statements prepared once. */
export function documentWriter(raw: BetterSqlite.Database) {
  const prepared = new Map<string, BetterSqlite.Statement<unknown[], Row>>();
  const lastNumber = raw.prepare<[], number>("select seq from sqlite_sequence where name = 'search_word'").pluck();
  const known = new WordNumbers();
  let version = -1;
  let last = 0;
  return (gone: readonly OldDocument[], added: readonly NewDocument[]): void => {
    // Numbers of words hold until another connection may have taken some out, or a transaction that gave some was rolled
    // back.
    const now = raw.pragma("data_version", { simple: true }) as number;
    const isSame = now === version && (lastNumber.get() ?? 0) >= last;
    if (!isSame || known.byName.size > MOST_KNOWN) known.forget();
    version = now;
    const steps = documentSteps(gone, added, known);
    for (let step = steps.next(); !step.done; ) {
      const { sql, parameters } = step.value;
      const statement = prepared.get(sql) ?? raw.prepare<unknown[], Row>(sql);
      prepared.set(sql, statement);
      const rows = statement.reader ? statement.all(...parameters) : [];
      const id = statement.reader ? 0 : Number(statement.run(...parameters).lastInsertRowid);
      step = steps.next({ rows, id });
    }
    last = lastNumber.get() ?? 0;
  };
}

/** Words whose numbers are kept from one call to the next. */
const MOST_KNOWN = 500_000;

/** Numbers of words in the index, as far as they are known. */
class WordNumbers {
  readonly byName = new Map<string, number>();
  /** The same by place in the names that documents share; 0 for one that is not known. */
  #byPlace = new WeakMap<readonly string[], Int32Array>();

  /** Room for the numbers of names by their places. */
  of(names: readonly string[]): Int32Array {
    let numbers = this.#byPlace.get(names);
    if (numbers === undefined || numbers.length < names.length) {
      const larger = new Int32Array(Math.ceil(names.length * 1.5));
      if (numbers !== undefined) larger.set(numbers);
      this.#byPlace.set(names, larger);
      numbers = larger;
    }
    return numbers;
  }

  forget(): void {
    this.byName.clear();
    this.#byPlace = new WeakMap();
  }
}

function* documentSteps(gone: readonly OldDocument[], added: readonly NewDocument[], numbers: WordNumbers): Steps {
  const left = new Set<number>();
  const ids: unknown[] = [];
  for (const { recordType, recordId, language } of gone) {
    const { rows } = yield {
      sql: `select id, words, analyser from search_document
        where record_type = ? and record_id = ? and language = coalesce(?, language)`,
      parameters: [recordType, recordId, language ?? null],
    };
    for (const { id, words, analyser } of rows) {
      const document = decodeDocument(words as Uint8Array);
      // Words of another analyser stay: while an index is made again all of them go, and in the end together.
      const { title, body } = columnWords(
        analyser === analyserVersion ? document : { ...document, title: [], body: [] },
      );
      for (const word of title) left.add(word);
      for (const word of body) left.add(word);
      ids.push(id);
    }
  }
  if (ids.length > 0) {
    const parameters = [JSON.stringify(ids)];
    yield { sql: "delete from search_document where id in (select value from json_each(?))", parameters };
    // All in one statement: between two of them FTS5 writes out what it has gathered, at thirty times the cost.
    yield { sql: "delete from search_index where rowid in (select value from json_each(?))", parameters };
  }
  yield* numberWords(added, numbers);
  for (const { recordType, recordId, language, words } of added) {
    const known = numbers.of(words.names);
    const numbered = Object.fromEntries(
      documentSections.map((section) => [section, words[section].map((place) => known[place] as number)]),
    ) as unknown as NumberedWords;
    const columns = columnWords(numbered);
    if (left.size > 0) {
      for (const word of columns.title) left.delete(word);
      for (const word of columns.body) left.delete(word);
    }
    const { id } = yield {
      sql: "insert into search_document (record_type, record_id, language, analyser, words) values (?, ?, ?, ?, ?)",
      parameters: [recordType, recordId, language, analyserVersion, encodeDocument(numbered)],
    };
    yield {
      sql: "insert into search_index (rowid, title, body) values (?, ?, ?)",
      parameters: [id, wordTokens(columns.title), wordTokens(columns.body)],
    };
  }
  // Numbers of words that are gone are known no longer.
  if (left.size > 0 && (yield* dropUnused([...left]))) numbers.forget();
}

/** Sees to it that the numbers of all words of documents are known; new words are given theirs. */
function* numberWords(added: readonly NewDocument[], numbers: WordNumbers): Steps {
  const unknown = new Map<string, { known: Int32Array; place: number }[]>();
  for (const { words } of added) {
    const known = numbers.of(words.names);
    for (const section of documentSections) {
      const places = words[section];
      for (let at = 0; at < places.length; at++) {
        const place = places[at] as number;
        if (known[place] !== 0) continue;
        const name = words.names[place] as string;
        const number = numbers.byName.get(name);
        if (number !== undefined) known[place] = number;
        else {
          const waiting = unknown.get(name);
          if (waiting === undefined) unknown.set(name, [{ known, place }]);
          else if (waiting.at(-1)?.known !== known) waiting.push({ known, place });
        }
      }
    }
  }
  if (unknown.size === 0) return;
  yield* numberUnknown([...unknown.keys()], numbers.byName);
  for (const [name, places] of unknown) {
    for (const { known, place } of places) known[place] = numbers.byName.get(name) ?? 0;
  }
}

function* numberUnknown(unknown: readonly string[], numbers: Map<string, number>): Steps {
  yield* findWords(unknown, numbers);
  const fresh = unknown.filter((name) => !numbers.has(name));
  if (fresh.length === 0) return;
  yield {
    sql: "insert into search_word (form, languages) select value ->> 0, value ->> 1 from json_each(?)",
    parameters: [JSON.stringify(fresh.map(parted))],
  };
  yield* findWords(fresh, numbers);
  const keys = fresh.flatMap((name) => wordKeys(name).map(([key, role]) => [key, role, numbers.get(name)] as const));
  // In the order of the table, which is quicker.
  keys.sort(([one], [other]) => (one < other ? -1 : one > other ? 1 : 0));
  yield {
    sql: "insert or ignore into search_key (key, role, word) select value ->> 0, value ->> 1, value ->> 2 from json_each(?)",
    parameters: [JSON.stringify(keys)],
  };
}

function* findWords(names: readonly string[], numbers: Map<string, number>): Steps {
  const { rows } = yield {
    sql: `select asked.key as place, word.id from json_each(?) as asked
      join search_word as word on word.form = asked.value ->> 0 and word.languages = asked.value ->> 1`,
    parameters: [JSON.stringify(names.map(parted))],
  };
  for (const { place, id } of rows) numbers.set(names[place as number] ?? "", id as number);
}

/** Form and languages of a name, as words are stored; see `storedLanguages`. */
function parted(name: string): [form: string, languages: string] {
  const at = name.indexOf(" ");
  return [name.slice(at + 1), storedLanguages(name.slice(0, at))];
}

/** Takes out of some words those that no document has. @returns whether there were any */
function* dropUnused(words: readonly number[]): Steps<boolean> {
  const { rows } = yield {
    sql: `select word.id, form, languages from json_each(?) as asked
      cross join search_word as word on word.id = asked.value ->> 0
      where ${isOfThisAnalyser} and not exists (
        select 1 from search_index where search_index match asked.value ->> 1 limit 1)`,
    parameters: [JSON.stringify(words.map((word) => [word, `"${word.toString(36)}"`]))],
  };
  if (rows.length === 0) return false;
  const keys = rows.flatMap(({ id, form, languages }) =>
    wordKeys(`${languages} ${form}`).map(([key, role]) => [key, role, id]),
  );
  yield {
    sql: `delete from search_key where (key, role, word) in (
      select value ->> 0, value ->> 1, value ->> 2 from json_each(?))`,
    parameters: [JSON.stringify(keys)],
  };
  yield {
    sql: "delete from search_word where id in (select value from json_each(?))",
    parameters: [JSON.stringify(rows.map(({ id }) => id))],
  };
  return true;
}
