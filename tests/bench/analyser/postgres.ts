import type { Engine } from "#tests/bench/analyser/engines.ts";
import { unmarked } from "#tests/bench/analyser/spellings.ts";
import type { PostgresSession } from "#tests/bench/postgres-server.ts";

const MOST = 20;
/** Of the configurations PostgreSQL comes with; it has none for Croatian, Macedonian and Albanian. */
const CONFIGURATIONS = ["english", "serbian", "simple"];
const FOLDINGS: readonly [name: string, fold: (text: string) => string][] = [
  ["as written", (text) => text],
  ["in Latin letters without marks", (text) => unmarked(text.toLowerCase())],
];

/**
 * PostgreSQL with each configuration that may serve a language of the region, on texts as written and folded before,
 * all words asked for and ranked by ts_rank. They answer until the next call; a configuration the server has not is
 * left out.
 */
export async function postgresEngines(session: PostgresSession, passages: readonly string[]): Promise<Engine[]> {
  const known = await session.run("select cfgname from pg_ts_config;");
  const engines: Engine[] = [];
  for (const configuration of CONFIGURATIONS.filter((name) => known.includes(name))) {
    for (const [folding, fold] of FOLDINGS) {
      const table = `"passage, ${configuration}, ${folding}"`;
      await session.run(`
        drop table if exists ${table};
        create table ${table} (
          id integer, text text, words tsvector generated always as (to_tsvector('${configuration}', text)) stored
        );`);
      // Passages consist of letters, spaces and full stops: nothing to escape.
      await session.copy(
        `${table} (id, text)`,
        passages.map((passage, at) => `${at}\t${fold(passage)}`),
      );
      await session.run(`create index on ${table} using gin (words);\nanalyze ${table};`);
      engines.push({
        name: `PostgreSQL ${configuration}, ${folding}`,
        find: async (typed) => {
          const rows = await session.run(`
            select id from ${table}, plainto_tsquery('${configuration}', $$${fold(typed)}$$) as asked
            where words @@ asked order by ts_rank(words, asked) desc, id desc limit ${MOST};`);
          return rows.map(Number);
        },
      });
    }
  }
  return engines;
}
