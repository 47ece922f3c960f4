import { type PostgresSession, startPostgres } from "#tests/bench/postgres-server.ts";
import { type BenchQuery, facetNames } from "#tests/bench/search/queries.ts";
import { countsOf, type OpenRival, PAGE, rowsOf } from "#tests/bench/search/rivals/rival.ts";

/**
 * PostgreSQL's full-text search: `simple` words, GIN, ts_rank, and one statement for total, facets and page. Beside the
 * memory given to the server, what makes it faster here is taken: words are kept uncompressed in the row, since
 * ranking reads those of every hit (four to six times as fast as the default), texts out of its way; a statement is
 * prepared once with its words in it, so that it is planned once and by the true frequencies; nothing is compiled,
 * which would cost more than it gives. The time is that of psql, from sending to having all of the answer: no Node.js.
 */
export const openPostgres: OpenRival = async (_folder, records) => {
  const server = await startPostgres();
  if ("missing" in server) return server;
  const session = server.connect();
  const close = async () => {
    await session.close();
    await server.stop();
  };
  try {
    const begin = performance.now();
    await load(session, records);
    const loadSeconds = (performance.now() - begin) / 1000;
    const bytes = Number((await session.run("select pg_total_relation_size('record');"))[0]);
    const prepared = new Set<string>();
    return {
      name: "PostgreSQL",
      loadSeconds,
      bytes,
      ask: async (query) => {
        if (!prepared.has(query.name)) await session.run(`prepare "${query.name}" as ${statementFor(query)};`);
        prepared.add(query.name);
        const { rows, milliseconds } = await session.timed(`execute "${query.name}";`);
        const counts = rows.map((row) => row.split("|")).filter(([sort]) => sort !== "page");
        const hits = counts.find(([sort]) => sort === "total")?.[2];
        return {
          hits: Number(hits),
          facets: countsOf((facet) =>
            counts.flatMap(([sort, value, count]) => (sort === facet ? [[value!, Number(count)]] : [])),
          ),
          milliseconds,
        };
      },
      close,
    };
  } catch (error) {
    await close();
    throw error;
  }
};

async function load(session: PostgresSession, records: number): Promise<void> {
  await session.run(`
    set jit = off;
    create table record (
      id integer, title text, body text, ${facetNames.map((name) => `"${name}" text`).join(", ")},
      words tsvector generated always as (to_tsvector('simple', title || ' ' || body)) stored
    ) with (toast_tuple_target = 128);
    alter table record alter words set storage plain, alter title set storage external, alter body set storage external;`);
  await session.copy(`record (id, title, body, ${facetNames.map((name) => `"${name}"`).join(", ")})`, linesOf(records));
  await session.run("create index on record using gin (words);");
  for (const name of facetNames) await session.run(`create index on record ("${name}");`);
  // Written out now, so that nothing is while queries are timed.
  await session.run("vacuum analyze record;\ncheckpoint;");
}

function* linesOf(records: number): Generator<string> {
  let id = 0;
  // The corpus consists of letters, spaces and full stops: nothing to escape.
  for (const { title, body, facets } of rowsOf(records)) {
    yield [++id, title, body, ...facetNames.map((name) => facets[name])].join("\t");
  }
}

function statementFor({ words, match, filters }: BenchQuery): string {
  const suffix = match === "beginning" ? ":*" : "";
  const asked = words.map((word) => `'${word}'${suffix}`).join(match === "phrase" ? " <-> " : " & ");
  const columns = facetNames.map((name) => `"${name}"`).join(", ");
  const conditions = Object.entries(filters).map(([name, value]) => ` and "${name}" = '${value}'`);
  const sorts = facetNames.map((name) => `when grouping("${name}") = 0 then '${name}'`).join(" ");
  return `
    with hit as materialized (
      select id, ${columns}, ts_rank(words, $$${asked}$$::tsquery) as rank
      from record where words @@ $$${asked}$$::tsquery${conditions.join("")}
    )
    select case ${sorts} else 'total' end, coalesce(${columns}), count(*)
    from hit group by grouping sets (${facetNames.map((name) => `("${name}")`).join(", ")}, ())
    union all
    (select 'page', id::text, 0 from hit order by rank desc, id desc limit ${PAGE})`;
}
