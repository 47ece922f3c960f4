import { marked } from "#tests/bench/search/corpus.ts";

/** What a record is counted by, and may be filtered by; every record has one value of each. */
export const facetNames = ["kind", "beneficiary", "institutionType", "theme", "language"] as const;
export type FacetName = (typeof facetNames)[number];

/** A kind of query, in a form every engine can put into its own language. Words are in Latin letters, lower case. */
export interface BenchQuery {
  name: string;
  words: readonly string[];
  /** All words anywhere, all next to each other in this order, or all as beginnings of words. */
  match: "all" | "phrase" | "beginning";
  /** Values that hits must have. */
  filters: Readonly<Partial<Record<"kind" | "theme", string>>>;
}

const pair = [marked.pair[0]!, marked.pair[1]!];

export const queries: readonly BenchQuery[] = [
  query("broad page, a word of a fifth", [marked.fifth]),
  query("one word, a fiftieth", [marked.fiftieth]),
  query("one word, rare", [marked.rare]),
  query("two words", pair),
  query("beginning of a word", ["koordin"], "beginning"),
  query("phrase", pair, "phrase"),
  query("broad word and filter", [marked.fifth], "all", { kind: "practice" }),
  query("broad word and two filters", [marked.fifth], "all", { kind: "practice", theme: "T07" }),
];

/** The query as a reader of Zbornik types it, who needs no sign for a beginning. */
export function asTyped({ words, match, filters }: BenchQuery): string {
  const text = words.join(" ");
  return [match === "phrase" ? `"${text}"` : text, ...Object.entries(filters).map((filter) => filter.join(":"))].join(
    " ",
  );
}

function query(
  name: string,
  words: readonly string[],
  match: BenchQuery["match"] = "all",
  filters: BenchQuery["filters"] = {},
): BenchQuery {
  return { name, words, match, filters };
}
