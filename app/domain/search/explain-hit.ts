import { highlight } from "#app/domain/search/highlight.ts";
import { howMatched, type Via } from "#app/domain/search/how-matched.ts";
import type { Clause, Query } from "#app/domain/search/query.ts";
import type { Range } from "#app/domain/search/ranges.ts";
import { snippet } from "#app/domain/search/snippet.ts";
import type { Term, Tier } from "#app/domain/search/terms.ts";

/** Parts of a record in which a word of a query can stand. */
export const matchFields = ["title", "summary", "body", "number", "references"] as const;
export type MatchField = (typeof matchFields)[number];

/** A text of a hit with the parts to mark, in UTF-16 code units. */
export interface Highlight {
  field: "title" | "summary" | "body";
  text: string;
  ranges: readonly Range[];
}

/** One reason why a record was found: what was asked for, what stands there, where, and how alike they are. */
export interface Reason {
  term: string;
  matched: string;
  field: MatchField;
  via: Via;
}

export interface Explanation {
  highlights: Highlight[];
  why: Reason[];
}

/** What of a hit can be looked at. */
export interface Explained {
  title: string;
  summary: string;
  /** Passages of the rest, read only where title and summary do not have everything. */
  further: () => string[];
  number: string;
  /** What the record cites, by number. */
  cites: readonly string[];
}

const LONGEST_TEXT = 300;
/** Different spellings told of one term in one field. */
const MOST_SPELLINGS = 3;

/** Why a record was found, for programs. A term that is in title or summary is not looked for in the rest. */
export function explainHit(query: Query, tier: Tier, hit: Explained): Explanation {
  const title = marked("title", hit.title, query, tier);
  const summary = marked("summary", hit.summary, query, tier);
  const named = [...reasonsIn("number", [hit.number], query, tier), ...reasonsIn("references", hit.cites, query, tier)];
  const seen = [title, summary].flatMap((part) => reasonsIn(part.field, surfaces(part), query, tier));
  const body = allExplained(query, [...seen, ...named]) ? null : inBody(hit.further(), query, tier);
  return {
    highlights: [title, ...(hit.summary === "" ? [] : [summary]), ...(body ? [body] : [])].map(shortened),
    why: [...named, ...seen, ...(body ? reasonsIn("body", surfaces(body), query, tier) : [])],
  };
}

function marked(field: Highlight["field"], text: string, query: Query, tier: Tier): Highlight {
  return { field, text, ranges: query.clauses.length === 0 ? [] : highlight(text, query, tier).ranges };
}

/** The passage of the rest that has something to mark, first come. */
function inBody(passages: readonly string[], query: Query, tier: Tier): Highlight | null {
  for (const passage of passages) {
    const part = marked("body", passage, query, tier);
    if (part.ranges.length > 0) return part;
  }
  return null;
}

function shortened({ field, text, ranges }: Highlight): Highlight {
  return field === "title" ? { field, text, ranges } : { field, ...snippet(text, ranges, LONGEST_TEXT) };
}

function surfaces({ text, ranges }: Highlight): string[] {
  return ranges.map(([start, end]) => text.slice(start, end));
}

function allExplained(query: Query, reasons: readonly Reason[]): boolean {
  const found = new Set(reasons.map(({ term }) => term));
  return query.clauses.every((clause) => found.has(termOf(clause)) || clause.terms.every((t) => found.has(t.surface)));
}

/** Which parts of the query each of these short texts answers to. */
function reasonsIn(field: MatchField, texts: readonly string[], query: Query, tier: Tier): Reason[] {
  const reasons: Reason[] = [];
  for (const clause of query.clauses) {
    const own = clause.terms.map((term) => ({
      term: term.surface,
      clause: only(clause, [term], []),
      told: term as Term | null,
    }));
    const other = clause.synonyms.map((synonym) => ({
      term: termOf(clause),
      clause: only(clause, [], [synonym]),
      told: null,
    }));
    for (const asked of [...own, ...other]) {
      const found = [...new Set(texts)].filter(
        (text) => highlight(text, alone(query, asked.clause), tier).ranges.length > 0,
      );
      for (const matched of found.slice(0, MOST_SPELLINGS)) {
        const via =
          field === "number" || field === "references"
            ? "identifier"
            : asked.told
              ? howMatched(asked.told, matched)
              : "synonym";
        const known = reasons.some((reason) => reason.term === asked.term && reason.matched === matched);
        if (!known) reasons.push({ term: asked.term, matched, field, via });
      }
    }
  }
  return reasons;
}

function only(clause: Clause, terms: Clause["terms"], synonyms: Clause["synonyms"]): Clause {
  return { ...clause, terms, synonyms };
}

function alone(query: Query, clause: Clause): Query {
  return { ...query, clauses: [clause], excluded: [] };
}

/** What a clause was typed as: "release plan". */
function termOf(clause: Clause): string {
  return clause.terms.map((term) => term.surface).join(" ");
}
