import { expressionBuilder, type RawBuilder, sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { sourceIsVisible } from "#app/domain/access/attribution.server.ts";
import { disclosedUnder } from "#app/domain/access/attribution.ts";
import { contributionIsVisible } from "#app/domain/access/contribution.server.ts";
import { submittedStatuses } from "#app/domain/access/contribution-status.ts";
import { sessionsVisibleTo } from "#app/domain/access/session.server.ts";
import type { HasCode } from "#app/domain/codes.ts";
import {
  inFirstTier,
  type Match,
  type Matched,
  type Matcher,
  type RecordType,
  type Wanted,
} from "#app/domain/search/answer/matcher.ts";
import { recentYears, reviewWeights, TEXT_STEP } from "#app/domain/search/answer/record-weight.ts";
import { SHARED_ROUNDS } from "#app/domain/search/answer/shared-rounds.ts";
import { matchOnDisk } from "#app/domain/search/disk-words.server.ts";
import type { Bounds } from "#app/domain/search/query/bounds.server.ts";
import { type FacetName, facetNames } from "#app/domain/search/query/facet-names.ts";
import type { Tier } from "#app/domain/search/query/terms.ts";
import { suggestOnDisk } from "#app/domain/search/suggest-on-disk.server.ts";
import type { Schema } from "#db/schema/schema.ts";
import type { Db } from "#db/store.ts";

/** Answers from the disk, whatever the memory holds. */
export function matcherOnDisk(db: Db): Matcher {
  return {
    match: (actor, wanted) => inFirstTier(wanted.query, (tier) => matchRecords(db, actor, wanted, tier)),
    suggest: (actor, query, recordTypes) => suggestOnDisk(db, actor, query, recordTypes),
    similar: () => Promise.resolve([]),
  };
}

/**
 * Everything the actor sees that matches, counted and cut to a page, in one statement: the matches are put together
 * once, and totals, facets and page are taken from there. What attribution hides from the actor is not among a
 * record's values, so it can neither be counted nor filtered by.
 */
export async function matchRecords(db: Db, actor: Actor, wanted: Wanted, tier: Tier): Promise<Matched> {
  const documents = await documentsFor(db, wanted, tier);
  const { rows } = await sql<{ section: FacetName | "all" | "total" | "page"; value: string | null; n: number }>`
    with
      hit as (${hits(wanted, documents)}),
      best as materialized (select * from hit where place = 1),
      shared_round as materialized (${sql.raw(SHARED_ROUNDS)}),
      visible as (${visibleContributions(db, actor, wanted)} union all ${references}),
      judged as materialized (${judged(wanted)}),
      tree as materialized (
        select json_extract(pair.value, '$[0]') as ancestor, theme.id as theme_id
        from json_each(${JSON.stringify(wanted.themeTree)}) as pair
        join theme on theme.code = json_extract(pair.value, '$[1]')
      )
    select 'all' as section, null as value, count(*) as n from judged
    union all select 'total', null, count(*) from judged where fails = 0
    union all select 'theme', tree.ancestor, count(distinct judged.id) from judged
      cross join contribution_theme on contribution_theme.contribution_id = judged.id
      join tree on tree.theme_id = contribution_theme.theme_id
      where judged.fails = judged.fails_theme group by tree.ancestor
    ${sql.join(
      (["kind", "beneficiary", "institution", "round", "session"] as const).map(
        (name) => sql`union all select ${sql.lit(name)}, ${sql.ref(name)}, count(*) from judged
          where fails = ${sql.ref(`fails_${name}`)} and ${sql.ref(name)} is not null group by ${sql.ref(name)}`,
      ),
      sql` `,
    )}
    union all select * from (${page(wanted)})`.execute(db);

  const counts = Object.fromEntries(facetNames.map((name) => [name, new Map()])) as Matched["counts"];
  const matched: Matched = { all: 0, total: 0, counts, page: [] };
  for (const { section, value, n } of rows) {
    if (section === "all" || section === "total") matched[section] = n;
    else if (section === "page") matched.page.push(matchOf(value ?? "[]"));
    else counts[section].set(value ?? "", n);
  }
  if (wanted.cursor?.direction === "before") matched.page.reverse();
  return matched;
}

function matchOf(json: string): Match {
  const [type, id, language, rank] = JSON.parse(json) as [RecordType, string, string, number];
  return { type, id, language, rank };
}

/** Documents to look at: with ranks those that match; without words, all but those that are excluded. */
async function documentsFor(db: Db, { query }: Wanted, tier: Tier): Promise<RawBuilder<unknown>> {
  if (query.clauses.length > 0) {
    const ranks = await matchOnDisk(db, query, tier);
    return sql`(select value ->> 0 as id, value ->> 1 as rank from json_each(${JSON.stringify([...ranks])}))`;
  }
  const excluded = [];
  for (const term of query.excluded) {
    const alone = { ...query, clauses: [{ terms: [term], synonyms: [] }], excluded: [] };
    excluded.push(...(await matchOnDisk(db, alone, 1)).keys());
  }
  return sql`(select id, 0 as rank from search_document
    where id not in (select value from json_each(${JSON.stringify(excluded)})))`;
}

/**
 * Documents that match, with their rank and their place among the versions of one record. A cross join, since SQLite would
 * else go through all documents for each of them.
 */
function hits({ filters, recordTypes, locale }: Wanted, documents: RawBuilder<unknown>): RawBuilder<unknown> {
  const language = filters.lang ? sql`and document.language in (${sql.join(filters.lang)})` : sql``;
  return sql`
    select ranked.*, row_number() over (
      partition by record_type, record_id order by rank desc, language = ${locale} desc, is_original desc, language
    ) as place
    from (
      select document.record_type, document.record_id, document.language, matched.rank as rank,
        coalesce(version.provenance is 'original', 0) as is_original
      from ${documents} as matched
      cross join search_document as document on document.id = matched.id
      left join contribution_version as version on document.record_type = 'contribution'
        and version.contribution_id = document.record_id and version.language = document.language
      where document.record_type in (${sql.join(recordTypes)}) ${language}
    ) as ranked`;
}

/** The values by which a record is counted and filtered: those that its attribution leaves to this reader. */
function visibleContributions(db: Db, actor: Actor, { year }: Wanted): RawBuilder<unknown> {
  const eb = expressionBuilder<Schema, "contribution">();
  const reviewed = Object.entries(reviewWeights).map(([status, weight]) => sql`when ${status} then ${sql.lit(weight)}`);
  const recent = Array.from({ length: recentYears }, (_, ago) => sql`(at >= ${`${year - ago}-01-01T00:00:00.000Z`})`);
  return sql`
    select 'contribution' as type, id, language, rank * ${sql.lit(TEXT_STEP)}
      + (case status ${sql.join(reviewed, sql` `)} else 0 end) + ${sql.join(recent, sql` + `)} as rank, at, kind,
      case when attribution in (${sql.join(disclosedUnder.beneficiary)}) or sees_source then beneficiary end as beneficiary,
      case when attribution in (${sql.join(disclosedUnder.institutionType)}) or sees_source then source_type end as institution,
      case when attribution in (${sql.join(disclosedUnder.round)}) or sees_source or round_id in (select id from shared_round) then round_id end as round,
      case when session_id in (${sessionsVisibleTo(db, actor).select("session.id")}) then session_id end as session,
      status, group_id, evidence_stage
    from (
      select contribution.*, best.language, best.rank, contribution.submitted_at as at,
        coalesce(institution.type, contribution.institution_type) as source_type, ${sourceIsVisible(eb, actor)} as sees_source
      from best
      join contribution on best.record_type = 'contribution' and contribution.id = best.record_id
      left join institution on institution.id = contribution.institution_id
      where contribution.status in (${sql.join(submittedStatuses)}) and ${contributionIsVisible(eb, actor)}
    )`;
}

const references = sql`
  select 'reference', record_id, language, rank * ${sql.lit(TEXT_STEP)} + ${sql.lit(reviewWeights.reference)}, '',
    'reference', null, null, null, null, null, null, null
  from best where record_type = 'reference'`;

/** How many filters a record fails, and which of those that have counts: one that fails only its own is counted. */
function judged({ filters, bounds, themeTree }: Wanted): RawBuilder<unknown> {
  const outside = (column: string, values: readonly string[] | undefined) =>
    values ? sql`coalesce(${sql.ref(column)} not in (${sql.join(values)}), true)` : sql`0`;
  const themes = themeTree.filter(([ancestor]) => filters.theme?.includes(ancestor)).map(([, theme]) => theme);
  const withTheme = sql`visible.id in (select contribution_id from contribution_theme
    join theme on theme.id = contribution_theme.theme_id where theme.code in (${sql.join(themes)}))`;
  const citing = (ids: readonly string[]) =>
    sql`visible.id in (select contribution_id from contribution_reference where reference_id in (${sql.join(ids)}))`;
  return sql`
    select *, fails_kind + fails_theme + fails_beneficiary + fails_institution + fails_round + fails_session
      + fails_others as fails
    from (
      select visible.*,
        ${outside("kind", filters.kind)} as fails_kind,
        ${filters.theme ? sql`(not ${withTheme})` : sql`0`} as fails_theme,
        ${outside("beneficiary", filters.beneficiary)} as fails_beneficiary,
        ${outside("institution", filters.institution)} as fails_institution,
        ${outside("round", filters.round)} as fails_round,
        ${outside("session", filters.session)} as fails_session,
        ${outside("status", filters.status)} + ${outside("group_id", filters.group)}
          + ${filters.cites ? sql`(not ${citing(filters.cites)})` : sql`0`} + ${outsideBounds(bounds)} as fails_others
      from visible
    )`;
}

/** How many bounds a record is outside of. In brackets each: NOT binds weaker than a plus. */
function outsideBounds({ evidence, from, until, has }: Bounds): RawBuilder<unknown> {
  const tests = [sql`0`];
  if (evidence) {
    tests.push(sql`coalesce(evidence_stage not between ${evidence.least} and ${evidence.most}, true)`);
  }
  if (from !== null) tests.push(sql`(at < ${from})`);
  if (until !== null) tests.push(sql`(at = '' or at >= ${until})`);
  for (const code of has) tests.push(sql`(not ${having[code]})`);
  return sql`(${sql.join(tests, sql` + `)})`;
}

const having: Record<HasCode, RawBuilder<unknown>> = {
  attachment: sql`false`,
  translation: sql`exists (select 1 from contribution_version where contribution_id = visible.id and provenance <> 'original')`,
  summary: sql`exists (select 1 from contribution_version where contribution_id = visible.id and summary <> '')`,
  references: sql`exists (select 1 from contribution_reference where contribution_id = visible.id)`,
};

/** One page by keys, so that what is added or hidden meanwhile neither repeats nor skips a record. */
function page({ sort, limit, cursor }: Wanted): RawBuilder<unknown> {
  const back = cursor?.direction === "before";
  // Multiplied, since a bare number in ORDER BY would be the number of a column.
  const rank = sort === "newest" ? sql`(0 * rank)` : sql`rank`;
  const order = back ? sql`asc` : sql`desc`;
  const edge = sql`(select ${rank}, at, id from judged where id = ${cursor?.edge})`;
  const beyond = cursor ? sql`and (${rank}, at, id) ${back ? sql`>` : sql`<`} ${edge}` : sql``;
  return sql`
    select 'page', json_array(type, id, language, rank), 0 from judged
    where fails = 0 ${beyond} order by ${rank} ${order}, at ${order}, id ${order} limit ${limit + 1}`;
}
