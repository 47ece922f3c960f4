import Database from "better-sqlite3";
import { FTS_COLUMNS, FTS_WEIGHTS, ftsMatch, rankingBands } from "#app/domain/search/fts.ts";
import { indexText } from "#app/domain/search/fts-text.ts";
import { squeezeIdentifier } from "#app/domain/search/identifiers.ts";
import { parseQuery } from "#app/domain/search/query.ts";
import type { Tier } from "#app/domain/search/terms.ts";

export type Text = { readonly title?: string; readonly body?: string; readonly identifier?: string };

/** A full-text table in memory as the product has one, rows numbered from 1. */
export function searchTable(texts: readonly Text[]) {
  const db = new Database(":memory:");
  db.exec(`CREATE VIRTUAL TABLE found USING fts5 (${FTS_COLUMNS.join(", ")}, tokenize = 'unicode61')`);
  const insert = db.prepare("INSERT INTO found VALUES (?, ?, ?, ?, ?)");
  db.transaction(() => {
    for (const { title = "", body = "", identifier = "" } of texts) {
      const inTitle = indexText(title);
      const inBody = indexText(body);
      insert.run(inTitle.exact, inTitle.keys, inBody.exact, inBody.keys, squeezeIdentifier(identifier));
    }
  })();
  const select = db.prepare("SELECT rowid FROM found WHERE found MATCH ? ORDER BY rowid").pluck();
  const rank = db
    .prepare(
      `SELECT rowid FROM found WHERE found MATCH :match ORDER BY
       rowid IN (SELECT rowid FROM found WHERE found MATCH :identifier) DESC,
       rowid IN (SELECT rowid FROM found WHERE found MATCH :exact) DESC,
       rowid IN (SELECT rowid FROM found WHERE found MATCH :title) DESC,
       rowid IN (SELECT rowid FROM found WHERE found MATCH :direct) DESC,
       bm25(found, ${FTS_WEIGHTS.join(", ")}), rowid`,
    )
    .pluck();

  return {
    db,
    /** Rows a query finds in a tier, by number. */
    find(typed: string, tier: Tier = 1): number[] {
      const match = ftsMatch(parseQuery(typed), tier);
      return match === null ? [] : (select.all(match) as number[]);
    },
    /** Rows for a MATCH expression, by number. */
    match(expression: string): number[] {
      return select.all(expression) as number[];
    },
    /** Rows a query finds, best first. */
    rank(typed: string, tier: Tier = 1): number[] {
      const query = parseQuery(typed);
      const match = ftsMatch(query, tier);
      return match === null ? [] : (rank.all({ match, ...rankingBands(query, tier) }) as number[]);
    },
  };
}
