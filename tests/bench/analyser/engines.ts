import Database from "better-sqlite3";
import { FTS_COLUMNS, ftsMatch, rankWeights } from "#app/domain/search/fts.ts";
import { indexText } from "#app/domain/search/fts-text.ts";
import { ftsToken } from "#app/domain/search/fts-token.ts";
import { parseQuery } from "#app/domain/search/query.ts";
import type { Tier } from "#app/domain/search/terms.ts";
import { formerKeys, formerPatterns } from "#tests/bench/analyser/former.ts";

/** A way to search: the numbers of the passages found, best first, at most twenty. */
export type Engine = { readonly name: string; readonly find: (typed: string) => number[] | Promise<number[]> };

const WORD = /[\p{L}\p{N}][\p{L}\p{N}\p{M}]*/gu;
const TIERS: readonly Tier[] = [1, 2, 3];
const MOST = 20;

/** The analyser as the product uses it: its index, its query, its order and its tiers. */
export function productEngine(passages: readonly string[], locale: string | undefined): Engine {
  const db = tableOf(FTS_COLUMNS.join(", "), "unicode61 remove_diacritics 0");
  const insert = db.prepare("insert into passage values ('', '', ?, ?, '')");
  db.transaction(() => {
    for (const passage of passages) {
      const { exact, keys } = indexText(passage, locale);
      insert.run(exact, keys);
    }
  })();
  const select = db.prepare("select rowid - 1 from passage where passage match ? order by rowid").pluck();
  return {
    name: "Zbornik",
    find: (typed) => {
      const query = parseQuery(typed);
      for (const tier of TIERS) {
        const found = select.all(ftsMatch(query, tier) ?? '""') as number[];
        if (found.length === 0) continue;
        const ranks = new Map(found.map((at) => [at, 0]));
        for (const [weight, expression] of rankWeights(query, tier)) {
          for (const at of select.all(expression) as number[]) ranks.set(at, (ranks.get(at) ?? 0) + weight);
        }
        // As the product: of equals the newest first.
        return found
          .sort((one, other) => (ranks.get(other) ?? 0) - (ranks.get(one) ?? 0) || other - one)
          .slice(0, MOST);
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
