import type { Explanation } from "#app/domain/search/results/explain-hit.ts";
import type { Range } from "#app/domain/search/results/ranges.ts";
import type { Message } from "#app/i18n/message.ts";

/** A text with the parts to mark, in UTF-16 code units. */
export interface Marked {
  text: string;
  ranges: readonly Range[];
}

/** What every hit shows, whatever it is; a source may add what only its records have. */
export interface Hit {
  /** Type of its source. */
  recordType: string;
  id: string;
  /** What it is called by: "REL-2026-K7Q4", "CM/Rec(2010)1"; empty for what has no number in its group. */
  number: string;
  kind: string;
  title: Marked;
  snippet: Marked;
  /** Language of the version that matched; null where attribution hides it: few may write in it. */
  language: string | null;
  /** For `lang`. */
  tag: string;
  /** Why it was found, where that does not show. */
  why: Message[];
  /** What an import called it; null otherwise, and where attribution hides it: it may tell the source. */
  externalId: string | null;
  /** The session that it is a part of, where it is one of a session that the viewer sees. */
  sessionId?: string | null;
  /** How well it matches: more is better. */
  rank: number;
  /** Only where it was asked for. */
  explanation?: Explanation;
}
