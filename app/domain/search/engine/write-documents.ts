import type BetterSqlite from "better-sqlite3";
import { CompiledQuery } from "kysely";
import { analyserVersion } from "#app/domain/search/analyser-version.ts";
import { columnWords, decodeDocument, encodeDocument, wordTokens } from "#app/domain/search/engine/document-bytes.ts";
import type { DocumentWords } from "#app/domain/search/engine/document-words.ts";
import { wordKeys } from "#app/domain/search/engine/word-roles.ts";
import type { Db } from "#db/connect.server.ts";

/** A document to be indexed: one language version of one record. */
export interface NewDocument {
  recordType: "contribution" | "reference";
  recordId: string;
  language: string;
  words: DocumentWords;
}

type Row = Record<string, unknown>;
type Statement = { sql: string; parameters: unknown[] };
type Steps = Generator<Statement, void, Row[]>;

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
  const steps = documentSteps(gone, added);
  for (let step = steps.next(); !step.done; ) {
    const { rows } = await db.executeQuery<Row>(CompiledQuery.raw(step.value.sql, step.value.parameters));
    step = steps.next(rows);
  }
}

/** Makes `writeDocuments` for a raw connection, with all statements prepared once. */
export function documentWriter(raw: BetterSqlite.Database) {
  const prepared = new Map<string, BetterSqlite.Statement<unknown[], Row>>();
  return (gone: readonly OldDocument[], added: readonly NewDocument[]): void => {
    const steps = documentSteps(gone, added);
    for (let step = steps.next(); !step.done; ) {
      const { sql, parameters } = step.value;
      const statement = prepared.get(sql) ?? raw.prepare<unknown[], Row>(sql);
      prepared.set(sql, statement);
      if (statement.reader) step = steps.next(statement.all(...parameters));
      else {
        statement.run(...parameters);
        step = steps.next([]);
      }
    }
  };
}

function* documentSteps(gone: readonly OldDocument[], added: readonly NewDocument[]): Steps {
  const left = new Set<number>();
  for (const { recordType, recordId, language } of gone) {
    const rows: Row[] = yield {
      sql: `select id, words from search_document where record_type = ? and record_id = ? and language = coalesce(?, language)`,
      parameters: [recordType, recordId, language ?? null],
    };
    for (const { id, words } of rows) {
      const { title, body } = columnWords(decodeDocument(words as Uint8Array));
      for (const word of [...title, ...body]) left.add(word);
      yield { sql: "delete from search_document where id = ?", parameters: [id] };
    }
  }
  const numbers = yield* wordNumbers(added);
  for (const { recordType, recordId, language, words } of added) {
    const own = words.names.map((name) => numbers.get(name) ?? 0);
    const numbered = {
      title: words.title.map((place) => own[place] ?? 0),
      body: words.body.map((place) => own[place] ?? 0),
      titleNumbers: words.titleNumbers.map((place) => own[place] ?? 0),
      bodyNumbers: words.bodyNumbers.map((place) => own[place] ?? 0),
      own: words.own.map((place) => own[place] ?? 0),
    };
    const columns = columnWords(numbered);
    if (left.size > 0) for (const word of own) left.delete(word);
    yield {
      sql: "insert into search_document (record_type, record_id, language, analyser, words) values (?, ?, ?, ?, ?)",
      parameters: [recordType, recordId, language, analyserVersion, encodeDocument(numbered)],
    };
    yield {
      sql: `insert into search_index (rowid, title, body)
        values ((select id from search_document where record_type = ? and record_id = ? and language = ?), ?, ?)`,
      parameters: [recordType, recordId, language, wordTokens(columns.title), wordTokens(columns.body)],
    };
  }
  if (left.size > 0) yield* dropUnused([...left]);
}

/** The numbers of all words of some documents, new ones given theirs. */
function* wordNumbers(added: readonly NewDocument[]): Generator<Statement, Map<string, number>, Row[]> {
  const names = [...new Set(added.flatMap(({ words }) => words.names))];
  const numbers = new Map<string, number>();
  if (names.length === 0) return numbers;
  const parted = names.map((name) => [name.slice(name.indexOf(" ") + 1), name.slice(0, name.indexOf(" "))]);
  const found = (rows: readonly Row[]): void => {
    for (const { place, id } of rows) numbers.set(names[place as number] ?? "", id as number);
  };
  const find = {
    sql: `select asked.key as place, word.id from json_each(?) as asked
      join search_word as word on word.form = asked.value ->> 0 and word.languages = asked.value ->> 1`,
    parameters: [JSON.stringify(parted)],
  };
  found(yield find);
  const fresh = names.filter((name) => !numbers.has(name));
  if (fresh.length === 0) return numbers;
  yield {
    sql: "insert into search_word (form, languages) select value ->> 0, value ->> 1 from json_each(?)",
    parameters: [JSON.stringify(parted.filter((_, place) => !numbers.has(names[place] ?? "")))],
  };
  found(yield find);
  const keys = fresh.flatMap((name) => wordKeys(name).map(([key, role]) => [key, role, numbers.get(name)]));
  yield {
    sql: "insert or ignore into search_key (key, role, word) select value ->> 0, value ->> 1, value ->> 2 from json_each(?)",
    parameters: [JSON.stringify(keys)],
  };
  return numbers;
}

function* dropUnused(words: readonly number[]): Steps {
  yield {
    sql: `delete from search_word where id in (
      select value ->> 0 from json_each(?) where not exists (
        select 1 from search_index where search_index match value ->> 1 limit 1))`,
    parameters: [JSON.stringify(words.map((word) => [word, `"${word.toString(36)}"`]))],
  };
}
