import Database from "better-sqlite3";
import type { Tier } from "#app/domain/search/query/terms.ts";
import { formerKeys, formerPatterns, ftsToken } from "#tests/bench/analyser/former.ts";
import { searchTable } from "#tests/support/search-table.ts";

/** A way to search: the numbers of the passages found, best first, at most twenty. */
export interface Engine {
  readonly name: string;
  readonly find: (typed: string) => number[] | Promise<number[]>;
}

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const TIERS: readonly Tier[] = [1, 2, 3];
const MOST = 20;

/** The analyser as the product uses it: its index, its query, its order and its tiers. */
export function productEngine(passages: readonly string[], locale: string | undefined): Engine {
  const table = searchTable(
    passages.map((body) => ({ body })),
    locale,
  );
  return {
    name: "Zbornik",
    find: (typed) => {
      for (const tier of TIERS) {
        const found = table.ranked(typed, tier);
        if (found.length === 0) continue;
        // As the product: of equals the newest first.
        found.sort((one, other) => other.rank - one.rank || other.text - one.text);
        return found.slice(0, MOST).map(({ text }) => text - 1);
      }
      return [];
    },
  };
}

/** Folding, Snowball and beginnings, as before the stemmers of our own. */
export function formerEngine(passages: readonly string[]): Engine {
  const db = tableOf("exact, keys", "unicode61 remove_diacritics 0");
  const insert = db.prepare("insert into passage values (?, ?)");
  db.transaction(() => {
    for (const passage of passages) {
      const words = wordsOf(passage);
      insert.run(
        words.map((word) => ftsToken(word.toLowerCase())).join(" "),
        words.flatMap(formerKeys).map(ftsToken).join(" "),
      );
    }
  })();
  const select = db
    .prepare(
      `select rowid - 1 from passage where passage match :match
     order by rowid in (select rowid from passage where passage match :exact) desc, rowid desc limit ${MOST}`,
    )
    .pluck();
  return {
    name: "folding, Snowball, beginnings",
    find: (typed) => {
      const words = wordsOf(typed);
      const keys = words.map((word) =>
        formerPatterns(word).map(({ key, prefix }) => `"${ftsToken(key)}"${prefix ? " *" : ""}`),
      );
      const exact = words.map((word) => `exact : "${ftsToken(word.toLowerCase())}"`).join(" AND ");
      return select.all({ match: keys.map((any) => `(${any.join(" OR ")})`).join(" AND "), exact }) as number[];
    },
  };
}

/** FTS5 by itself with all its own tokenizer does about marks. */
export function plainEngine(passages: readonly string[]): Engine {
  const db = tableOf("text", "unicode61 remove_diacritics 2");
  const insert = db.prepare("insert into passage values (?)");
  db.transaction(() => {
    for (const passage of passages) insert.run(passage);
  })();
  const select = db.prepare(`select rowid - 1 from passage where passage match ? order by rank limit ${MOST}`).pluck();
  return {
    name: "FTS5 unicode61",
    find: (typed) =>
      select.all(
        wordsOf(typed)
          .map((word) => `"${word}"`)
          .join(" AND "),
      ) as number[],
  };
}

function tableOf(columns: string, tokenizer: string): Database.Database {
  const db = new Database(":memory:");
  db.exec(`create virtual table passage using fts5 (${columns}, tokenize = '${tokenizer}')`);
  return db;
}

function wordsOf(text: string): string[] {
  return text.normalize("NFC").match(WORD) ?? [];
}
