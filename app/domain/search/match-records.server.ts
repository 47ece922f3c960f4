import { expressionBuilder, type RawBuilder, sql } from "kysely";
import type { Actor } from "#app/domain/access/actor.ts";
import { contributionIsVisible, sourceIsVisible } from "#app/domain/access/visible-contributions.server.ts";
import { sessionsVisibleTo } from "#app/domain/access/visible-sessions.server.ts";
import type { Cursor } from "#app/domain/search/cursor.server.ts";
import { type FacetName, facetNames } from "#app/domain/search/facet-names.ts";
import { ftsExclusions, ftsMatch } from "#app/domain/search/fts.ts";
import type { Query } from "#app/domain/search/query.ts";
import { matchesIndex, rankOf } from "#app/domain/search/rank.server.ts";
import type { SearchFilters } from "#app/domain/search/resolve-filters.server.ts";
import type { Tier } from "#app/domain/search/terms.ts";
import type { Db } from "#db/connect.server.ts";
import type { Schema } from "#db/schema/schema.ts";

export type RecordType = "contribution" | "reference";
export type SearchSort = "relevance" | "newest";

export interface Wanted {
  query: Query;
  tier: Tier;
  filters: SearchFilters;
  /** `[ancestor, theme]` by code. */
  themeTree: readonly (readonly [string, string])[];
  recordTypes: readonly RecordType[];
  locale: string;
  sort: SearchSort;
  limit: number;
  cursor: Cursor | null;
}

export interface Match {
  type: RecordType;
  id: string;
  /** Language of the version that matched best. */
  language: string;
  /** How well it matches; see `rankOf`. */
  rank: number;
}

export interface Matched {
  /** Visible matches before filters: none of them is what makes a search try the next tier. */
  all: number;
  /** Visible matches that pass the filters. */
  total: number;
  /** Counts by value, each as if its own filter were off. */
  counts: Record<FacetName, Map<string, number>>;
  /** One page in order, with one more beyond it where there is one. */
  page: Match[];
}

/**
 * Everything the actor sees that matches, counted and cut to a page, in one statement: the matches are put together
 * once, and totals, facets and page are taken from there. What attribution hides from the actor is not among a
 * record's values, so it can neither be counted nor filtered by.
 */
export async function matchRecords(db: Db, actor: Actor, wanted: Wanted): Promise<Matched> {
  const { rows } = await sql<{ section: FacetName | "all" | "total" | "page"; value: string | null; n: number }>`
    with
      hit as (${hits(wanted)}),
      best as materialized (select * from hit where place = 1),
      shared_round as materialized (${sharedRounds}),
      visible as (${visibleContributions(db, actor)} union all ${references}),
      judged as materialized (${judged(wanted)}),
      tree as materialized (
        select json_extract(pair.value, '$[0]') as ancestor, theme.id as theme_id
        from json_each(${JSON.stringify(wanted.themeTree)}) as pair
        join theme on theme.code = json_extract(pair.value, '$[1]')
      )
    select 'all' as section, null as value, count(*) as n from judged
    union all select 'total', null, count(*) from judged where fails = 0
    union all select 'theme', tree.ancestor, count(distinct judged.id) from judged
      join contribution_theme on contribution_theme.contribution_id = judged.id
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

/** Documents that match, with their rank and their place among the versions of one record. */
function hits({ query, tier, filters, recordTypes, locale }: Wanted): RawBuilder<unknown> {
  const match = ftsMatch(query, tier);
  const exclusions = ftsExclusions(query);
  const matches = match ? matchesIndex(match) : exclusions ? sql`not ${matchesIndex(exclusions)}` : sql`true`;
  const language = filters.lang ? sql`and document.language in (${sql.join(filters.lang)})` : sql``;
  return sql`
    select ranked.*, row_number() over (
      partition by record_type, record_id order by rank desc, language = ${locale} desc, is_original desc, language
    ) as place
    from (
      select document.record_type, document.record_id, document.language,
        ${match ? rankOf(query, tier) : sql`0`} as rank, version.provenance is 'original' as is_original
      from search_document as document
      left join contribution_version as version on document.record_type = 'contribution'
        and version.contribution_id = document.record_id and version.language = document.language
      where ${matches} and document.record_type in (${sql.join(recordTypes)}) ${language}
    ) as ranked`;
}

/** The values by which a record is counted and filtered: those that its attribution leaves to this reader. */
function visibleContributions(db: Db, actor: Actor): RawBuilder<unknown> {
  const eb = expressionBuilder<Schema, "contribution">();
  return sql`
    select 'contribution' as type, id, language, rank, at, kind,
      case when attribution <> 'group' or sees_source then beneficiary end as beneficiary,
      case when attribution in ('person', 'institution') or sees_source then source_type end as institution,
      case when attribution <> 'group' or sees_source or round_id in (select id from shared_round) then round_id end as round,
      case when session_id in (${sessionsVisibleTo(db, actor).select("session.id")}) then session_id end as session,
      status, group_id
    from (
      select contribution.*, best.language, best.rank, contribution.submitted_at as at,
        coalesce(institution.type, contribution.institution_type) as source_type, ${sourceIsVisible(eb, actor)} as sees_source
      from best
      join contribution on best.record_type = 'contribution' and contribution.id = best.record_id
      left join institution on institution.id = contribution.institution_id
      where contribution.status not in ('draft', 'withdrawn') and ${contributionIsVisible(eb, actor)}
    )`;
}

/** Rounds that three delegations or more may have spoken in: where nobody is named, any other would tell who it was. */
const sharedRounds = sql`
  select round.id from round left join session on session.round_id = round.id and session.status = 'scheduled'
  group by round.id
  having count(distinct session.beneficiary_id) >= 3 or (
    count(session.id) > count(session.beneficiary_id) and (
      select count(distinct membership.beneficiary_id) from membership
      where membership.group_id = round.group_id and membership.role = 'participant' and membership.ended_at is null
    ) >= 3
  )`;

const references = sql`
  select 'reference', record_id, language, rank, '', 'reference', null, null, null, null, null, null
  from best where record_type = 'reference'`;

/** How many filters a record fails, and which of those that have counts: one that fails only its own is counted. */
function judged({ filters, themeTree }: Wanted): RawBuilder<unknown> {
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
        ${filters.theme ? sql`not ${withTheme}` : sql`0`} as fails_theme,
        ${outside("beneficiary", filters.beneficiary)} as fails_beneficiary,
        ${outside("institution", filters.institution)} as fails_institution,
        ${outside("round", filters.round)} as fails_round,
        ${outside("session", filters.session)} as fails_session,
        ${outside("status", filters.status)} + ${outside("group_id", filters.group)}
          + ${filters.cites ? sql`not ${citing(filters.cites)}` : sql`0`} as fails_others
      from visible
    )`;
}

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
