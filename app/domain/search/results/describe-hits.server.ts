import type { Actor } from "#app/domain/access/actor.ts";
import { disclosure } from "#app/domain/access/attribution.ts";
import { breather } from "#app/domain/breather.ts";
import type { Kind, SharingLevel } from "#app/domain/codes.ts";
import type { NameWithMark } from "#app/domain/programme/beneficiary-name.ts";
import type { Match } from "#app/domain/search/answer/matcher.ts";
import { detailTexts } from "#app/domain/search/index/indexed-documents.server.ts";
import type { Query } from "#app/domain/search/query/query.ts";
import { referencesNamed } from "#app/domain/search/query/references-named.server.ts";
import type { Vocabulary } from "#app/domain/search/query/search-vocabulary.server.ts";
import { identifierKeys, type Tier } from "#app/domain/search/query/terms.ts";
import { type Explanation, explainHit } from "#app/domain/search/results/explain-hit.ts";
import { highlight } from "#app/domain/search/results/highlight.ts";
import { findCitations, findReferenceRows, findVersionRows } from "#app/domain/search/results/hit-rows.server.ts";
import type { Range } from "#app/domain/search/results/ranges.ts";
import { snippet } from "#app/domain/search/results/snippet.ts";
import { plainText } from "#app/domain/text/plain-text.ts";
import type { Message } from "#app/i18n/message.ts";
import { findIdentifiers } from "#app/language/identifiers.ts";
import type { Db } from "#db/store.ts";

/** A text with the parts to mark, in UTF-16 code units. */
export interface Marked {
  text: string;
  ranges: readonly Range[];
}

interface Described {
  id: string;
  title: Marked;
  snippet: Marked;
  /** Language of the version that matched. */
  language: string;
  /** Why it was found, where that does not show. */
  why: Message[];
  /** What an import called it; null otherwise, and where attribution binds to the group: it may tell the source. */
  externalId: string | null;
  /** How well it matches: more is better. */
  rank: number;
  /** Only where it was asked for. */
  explanation?: Explanation;
}

export interface ContributionHit extends Described {
  recordType: "contribution";
  number: string;
  kind: Kind;
  provenance: "original" | "translated" | "machine" | "reviewed";
  /** Name with its mark; null where attribution hides it from the reader. */
  beneficiary: NameWithMark | null;
  status: string;
  sharing: SharingLevel;
  evidenceStage: number | null;
}

export interface ReferenceHit extends Described {
  recordType: "reference";
  /** What it is called by number, "CM/Rec(2010)1". */
  number: string;
  kind: "reference";
  class: string;
  date: string;
  verified: boolean;
  superseded: boolean;
  /** Records that cite it and that the reader sees. */
  citedBy: number;
}

export type Hit = ContributionHit | ReferenceHit;

const SNIPPET_LENGTH = 240;

/** What a page of matches shows, in its order: three statements, however long the page. */
export async function describeHits(db: Db, actor: Actor, matches: readonly Match[], search: Search): Promise<Hit[]> {
  const idsOf = (type: Match["type"]) => matches.filter((match) => match.type === type).map((match) => match.id);
  const versions = await findVersionRows(db, actor, idsOf("contribution"));
  const cited = await findCitations(db, idsOf("contribution"));
  const references = await findReferenceRows(db, actor, idsOf("reference"));
  const describe = (match: Match): Hit | null => {
    if (match.type === "reference") {
      const row = references.find((candidate) => candidate.id === match.id);
      return row ? referenceHit(row, match.rank, search) : null;
    }
    const row = versions.find((version) => version.id === match.id && version.language === match.language);
    const numbers = cited.filter((citation) => citation.contribution_id === match.id);
    return row ? contributionHit({ ...row, rank: match.rank }, numbers, search) : null;
  };
  const hits: Hit[] = [];
  const breathe = breather();
  for (const match of matches) {
    // Texts may be long, and pages of a hundred are asked for.
    await breathe();
    const hit = describe(match);
    if (hit) hits.push(hit);
  }
  return hits;
}

/** References that the query names by number, in whatever spelling: two statements. */
export async function describeRecognised(db: Db, actor: Actor, search: Search): Promise<ReferenceHit[]> {
  const named = search.query.clauses.flatMap((clause) => clause.terms).filter((term) => term.kind === "identifier");
  const ids = await referencesNamed(
    db,
    named.flatMap((term) => identifierKeys(term, search.tier)),
  );
  const rows = await findReferenceRows(db, actor, ids);
  return rows.map((row) => referenceHit(row, 0, search));
}

interface Search {
  query: Query;
  tier: Tier;
  vocabulary: Vocabulary;
  /** Say of every hit why it was found. */
  explain?: boolean;
}
type Texts = { title: string; summary: string; language: string };

function contributionHit(
  row: Awaited<ReturnType<typeof findVersionRows>>[number] & { rank: number },
  cited: readonly { identifier: string; rule: string }[],
  search: Search,
): ContributionHit {
  const further = () => [plainText(row.body), ...detailTexts(row.details)];
  const { title, text, synonyms } = markedTexts(row, further, search);
  const cites = cited.map(({ identifier }) => identifier);
  const disclosed = disclosure(row.attribution, row.sees_source === 1);
  const beneficiary = search.vocabulary.beneficiaries.find(({ code }) => code === row.beneficiary);
  return {
    recordType: "contribution",
    id: row.id,
    number: row.number,
    kind: row.kind,
    title,
    snippet: text,
    language: row.language,
    provenance: row.provenance,
    beneficiary: disclosed.beneficiary ? (beneficiary?.label ?? null) : null,
    status: row.status,
    sharing: row.sharing,
    evidenceStage: row.evidence_stage,
    why: [
      ...synonyms.map((synonym): Message => ({ key: "search.why.synonym", params: { synonym } })),
      ...cited.flatMap((citation) => citesAsked(citation, search)),
    ],
    externalId: disclosed.externalId ? row.external_id : null,
    rank: row.rank,
    ...explained({ ...row, further, cites }, search),
  };
}

function referenceHit(
  row: Awaited<ReturnType<typeof findReferenceRows>>[number],
  rank: number,
  search: Search,
): ReferenceHit {
  const { title, text, synonyms } = markedTexts({ ...row, language: "en" }, () => [], search);
  return {
    recordType: "reference",
    id: row.id,
    number: row.identifier,
    kind: "reference",
    title,
    snippet: text,
    language: "en",
    class: row.class,
    date: row.date,
    verified: row.verified === 1,
    superseded: row.superseded !== "",
    citedBy: Number(row.cited_by),
    why: synonyms.map((synonym): Message => ({ key: "search.why.synonym", params: { synonym } })),
    externalId: null,
    rank,
    ...explained({ ...row, language: "en", number: row.identifier, further: () => [], cites: [] }, search),
  };
}

function explained(hit: Parameters<typeof explainHit>[2], { query, tier, explain }: Search) {
  return explain ? { explanation: explainHit(query, tier, hit) } : {};
}

/** Title and a piece of text: of the summary, or of what follows where only that has something to mark. */
function markedTexts({ title, summary, language }: Texts, further: () => string[], { query, tier }: Search) {
  const inTitle = highlight(title, query, tier, language);
  const inSummary = highlight(summary, query, tier, language);
  let text = snippet(summary, inSummary.ranges, SNIPPET_LENGTH);
  const synonyms = [...inTitle.synonyms, ...inSummary.synonyms];
  if (inSummary.ranges.length === 0 && inTitle.ranges.length === 0 && query.clauses.length > 0) {
    for (const passage of further()) {
      const found = highlight(passage, query, tier, language);
      if (found.ranges.length === 0) continue;
      text = snippet(passage, found.ranges, SNIPPET_LENGTH);
      synonyms.push(...found.synonyms);
      break;
    }
  }
  return { title: { text: title, ranges: inTitle.ranges }, text, synonyms: [...new Set(synonyms)] };
}

function citesAsked({ identifier, rule }: { identifier: string; rule: string }, search: Search): Message[] {
  if (!isAskedFor(identifier, search)) return [];
  const key = rule === "" ? "search.why.cites" : "search.why.citesRule";
  return [{ key, params: { identifier, rule } }];
}

function isAskedFor(identifier: string, { query, tier }: Search): boolean {
  const names = findIdentifiers(identifier).flatMap((found) => [found.key, ...found.sameAs, ...found.bases]);
  const terms = query.clauses.flatMap((clause) => clause.terms);
  return terms.some(
    (term) => term.kind === "identifier" && identifierKeys(term, tier).some((key) => names.includes(key)),
  );
}
