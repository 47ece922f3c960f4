import { sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { contributionsVisibleTo } from "#app/domain/access/contribution.server.ts";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { wordsOf } from "#app/domain/search/answer/match-term.ts";
import type { RecordType } from "#app/domain/search/answer/matcher.ts";
import { type Suggestion, suggestWords } from "#app/domain/search/answer/suggest.ts";
import { type Role, roles } from "#app/domain/search/index/word-roles.ts";
import type { Query } from "#app/domain/search/query/query.ts";
import type { Db } from "#db/store.ts";

/** `suggestWords` by the index on the disk. */
export async function suggestOnDisk(
  db: Db,
  actor: Actor,
  query: Query,
  recordTypes: readonly RecordType[],
): Promise<Suggestion[]> {
  const lengths = query.clauses.flatMap(({ terms }) =>
    terms.flatMap((term) => (term.kind === "word" ? [term.forms.first.length] : [])),
  );
  if (lengths.length === 0) return [];
  const folded = await foldedWords(db, Math.min(...lengths) - 2);
  return suggestWords(
    {
      near: () => folded,
      visible: (word, most) => visibleTexts(db, actor, recordTypes, word, most),
      wordsOf: async (term) => {
        const keys = new Set([term.exact, term.forms.first, ...Object.values(term.forms.stems).flat()]);
        const { rows } = await sql<{ key: string; role: Role; word: number }>`
          select key, role, word from search_key where key in (select value from json_each(${JSON.stringify([...keys])}))`.execute(
          db,
        );
        const wordsWith = (key: string) => rows.filter((row) => row.key === key);
        const longer = [...folded].flatMap(([key, words]) => (key.startsWith(term.forms.first) ? words : []));
        return [...wordsOf({ wordsWith, wordsBeginning: () => [] }, term, 1).keys(), ...longer];
      },
      formOf: async (word) =>
        (await db.selectFrom("search_word").select("form").where("id", "=", word).executeTakeFirstOrThrow()).form,
    },
    query,
  );
}

async function foldedWords(db: Db, shortest: number): Promise<Map<string, number[]>> {
  const { rows } = await sql<{ key: string; word: number }>`
    select key, word from search_key where role = ${roles.first} and length(key) >= ${shortest}
    order by key, word`.execute(db);
  const folded = new Map<string, number[]>();
  for (const { key, word } of rows) {
    const words = folded.get(key);
    if (words) words.push(word);
    else folded.set(key, [word]);
  }
  return folded;
}

async function visibleTexts(
  db: Db,
  actor: Actor,
  recordTypes: readonly RecordType[],
  word: number,
  most: number,
): Promise<number> {
  const seen = contributionsVisibleTo(db, actor)
    .select("contribution.id")
    .where("contribution.status", "in", submittedStatuses);
  const { rows } = await sql<{ n: number }>`
    select count(*) as n from (
      select 1 from search_document as document
      where document.id in (select rowid from search_index where search_index match ${`"${word.toString(36)}"`})
        and record_type in (${sql.join(recordTypes)})
        and (record_type = 'reference' or record_id in ${seen})
      limit ${most})`.execute(db);
  return rows[0]?.n ?? 0;
}
