import type { Query } from "#app/domain/search/query/query.ts";
import type { Vocabulary } from "#app/domain/search/query/search-vocabulary.server.ts";
import { identifierKeys, type Tier } from "#app/domain/search/query/terms.ts";
import { explainHit } from "#app/domain/search/results/explain-hit.ts";
import { type Highlights, highlight } from "#app/domain/search/results/highlight.ts";
import type { Hit } from "#app/domain/search/results/hit.ts";
import { snippet } from "#app/domain/search/results/snippet.ts";
import { createFormats } from "#app/domain/time/format.server.ts";
import type { Message } from "#app/i18n/message.ts";
import { findIdentifiers } from "#app/language/identifiers.ts";
import type { Instant } from "#db/schema/columns.ts";

const SNIPPET_LENGTH = 240;
/**
 * How much of the rest of one record is looked through for something to show, in UTF-16 code units: several times what
 * long records have. A page of hits must not wait for twenty that somebody filled to the brim.
 */
const LONGEST_REST = 60_000;
const unmarked: Highlights = { ranges: [], synonyms: [], matches: [] };

/** What a search asked for, as far as it shows in hits. */
export interface HitSearch {
  query: Query;
  tier: Tier;
  vocabulary: Vocabulary;
  /** References that hits were asked to cite, by id. */
  cites?: readonly string[];
  /** Say of every hit why it was found. */
  explain?: boolean;
}

/** Texts of one version of a record. */
export interface HitTexts {
  number: string;
  language: string;
  title: string;
  summary: string;
  /** Passages of the rest, read only where title and summary have nothing to mark. */
  further?: () => string[];
  /** What the record cites, by number. */
  cites?: readonly string[];
}

type MarkedHit = Pick<Hit, "title" | "snippet" | "why" | "explanation">;

/** Marks in texts of hits what a search asked for. */
export class HitMarker {
  private readonly search: HitSearch;

  constructor(search: HitSearch) {
    this.search = search;
  }

  get vocabulary(): Vocabulary {
    return this.search.vocabulary;
  }

  /** The day of an instant in a zone, in the viewer's language: "4 Nov 2026". */
  dayOf(instant: Instant, zone: string): string {
    return createFormats(this.vocabulary.locale, zone).dateShort(instant);
  }

  /** Title and a piece of text: of the summary, or of what follows where only that has something to mark. */
  mark(hit: HitTexts): MarkedHit {
    const { number, language, title, summary, cites = [] } = hit;
    const { query, tier, explain } = this.search;
    const further = onceAtMost(hit.further);
    const highlights = (part: string, reach?: number) =>
      query.clauses.length === 0 ? unmarked : highlight(part, query, tier, language, reach);
    const inTitle = highlights(title);
    const inSummary = highlights(summary, SNIPPET_LENGTH);
    let text = snippet(summary, inSummary.ranges, SNIPPET_LENGTH);
    const synonyms = [...inTitle.synonyms, ...inSummary.synonyms];
    if (inSummary.ranges.length === 0 && inTitle.ranges.length === 0 && query.clauses.length > 0) {
      for (const passage of further()) {
        const found = highlights(passage, SNIPPET_LENGTH);
        if (found.ranges.length === 0) continue;
        text = snippet(passage, found.ranges, SNIPPET_LENGTH);
        synonyms.push(...found.synonyms);
        break;
      }
    }
    const explained = { number, language, title, summary, further, cites };
    return {
      title: { text: title, ranges: inTitle.ranges },
      snippet: text,
      why: [...new Set(synonyms)].map((synonym): Message => ({ key: "search.why.synonym", params: { synonym } })),
      ...(explain ? { explanation: explainHit(query, tier, explained) } : {}),
    };
  }

  /** Whether a filter asks for a document, or the query names it by its number. */
  asksFor({ id, identifier }: { id: string; identifier: string }): boolean {
    const { query, tier, cites } = this.search;
    if (cites?.includes(id)) return true;
    const names = findIdentifiers(identifier).flatMap((found) => [found.key, ...found.sameAs, ...found.bases]);
    const terms = query.clauses.flatMap((clause) => clause.terms);
    return terms.some(
      (term) => term.kind === "identifier" && identifierKeys(term, tier).some((key) => names.includes(key)),
    );
  }
}

/** The passages of the rest, read once however often they are asked for, as far as they are looked through. */
function onceAtMost(further: HitTexts["further"]): () => string[] {
  let read: string[] | null = null;
  return () => {
    read ??= shortened(further?.() ?? []);
    return read;
  };
}

function shortened(passages: readonly string[]): string[] {
  let left = LONGEST_REST;
  return passages.flatMap((passage) => {
    const part = passage.slice(0, left);
    left -= part.length;
    return part === "" ? [] : [part];
  });
}
