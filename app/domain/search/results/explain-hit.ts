import type { Clause, Query } from "#app/domain/search/query/query.ts";
import type { Term, Tier } from "#app/domain/search/query/terms.ts";
import { highlight } from "#app/domain/search/results/highlight.ts";
import { howMatched, type Via, vias } from "#app/domain/search/results/how-matched.ts";
import type { Range } from "#app/domain/search/results/ranges.ts";
import { snippet } from "#app/domain/search/results/snippet.ts";
import { analyse } from "#app/language/analyse.ts";

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
  /** Of these texts. */
  language: string;
  /** Passages of the rest, read only where title and summary do not have everything. */
  further: () => string[];
  number: string;
  /** What the record cites, by number. */
  cites: readonly string[];
}

const LONGEST_TEXT = 300;
/** Different spellings named of one term in one field. */
const MAX_SPELLINGS = 3;

/** What is looked for, in texts of which language. */
interface Asked {
  query: Query;
  tier: Tier;
  language: string;
}

/** Why a record was found, for programs. A term that is in title or summary is not looked for in the rest. */
export function explainHit(query: Query, tier: Tier, hit: Explained): Explanation {
  const asked: Asked = { query, tier, language: hit.language };
  const title = marked("title", hit.title, asked);
  const summary = marked("summary", hit.summary, asked);
  const named = [...reasonsIn("number", [hit.number], asked), ...reasonsIn("references", hit.cites, asked)];
  const seen = [title, summary].flatMap((part) => reasonsIn(part.field, surfaces(part), asked));
  const body = allExplained(query, [...seen, ...named]) ? null : inBody(hit.further(), asked);
  return {
    highlights: [title, ...(hit.summary === "" ? [] : [summary]), ...(body ? [body] : [])].map(shortened),
    why: [...named, ...seen, ...(body ? reasonsIn("body", surfaces(body), asked) : [])],
  };
}

function marked(field: Highlight["field"], text: string, { query, tier, language }: Asked): Highlight {
  const reach = field === "title" ? undefined : LONGEST_TEXT;
  const found = query.clauses.length === 0 ? null : highlight(text, query, tier, language, reach);
  return { field, text, ranges: found?.ranges ?? [] };
}

/** The passage of the rest that has something to mark, first come. */
function inBody(passages: readonly string[], asked: Asked): Highlight | null {
  for (const passage of passages) {
    const part = marked("body", passage, asked);
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
function reasonsIn(field: MatchField, texts: readonly string[], asked: Asked): Reason[] {
  const reasons: Reason[] = [];
  for (const { term, clause, typed } of asked.query.clauses.flatMap(partsOf)) {
    const found = [...new Set(texts)].filter((text) => isFoundBy(clause, text, asked));
    for (const matched of found.slice(0, MAX_SPELLINGS)) {
      const isName = field === "number" || field === "references";
      const via = isName ? "identifier" : typed ? viaOf(typed, matched, asked) : "synonym";
      const known = reasons.some((reason) => reason.term === term && reason.matched === matched);
      if (!known) reasons.push({ term, matched, field, via });
    }
  }
  return reasons;
}

/** The terms of a clause and its synonyms one by one, each as a clause of its own. */
function partsOf(clause: Clause): { term: string; clause: Clause; typed: Term | null }[] {
  return [
    ...clause.terms.map((term) => ({
      term: term.surface,
      clause: { ...clause, terms: [term], synonyms: [] },
      typed: term,
    })),
    ...clause.synonyms.map((synonym) => ({
      term: termOf(clause),
      clause: { ...clause, terms: [], synonyms: [synonym] },
      typed: null,
    })),
  ];
}

function isFoundBy(clause: Clause, text: string, { query, tier, language }: Asked): boolean {
  return highlight(text, { ...query, clauses: [clause], excluded: [] }, tier, language).ranges.length > 0;
}

/** How a term is like the letters that stand in the text: of its words the one that is farthest off. */
function viaOf(term: Term, matched: string, { tier, language }: Asked): Via {
  if (term.kind === "identifier") return "identifier";
  const tokens = analyse(matched, language);
  const words = term.kind === "word" ? [term] : term.words;
  const steps = words.map((word) => {
    const ways = tokens.map((token) => vias.indexOf(howMatched(word, token, tier) ?? "prefix"));
    return Math.min(vias.indexOf("prefix"), ...ways);
  });
  return vias[Math.max(...steps)] ?? "prefix";
}

/** What a clause was typed as: "release plan". */
function termOf(clause: Clause): string {
  return clause.terms.map((term) => term.surface).join(" ");
}
