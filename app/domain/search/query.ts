import { type FilterName, type Filters, filterValues, isFilterName } from "#app/domain/search/filters.ts";
import { type Note, note } from "#app/domain/search/notes.ts";
import { type IdentifierTerm, phraseOf, type Term, termsOf, type WordTerm, wholeOf } from "#app/domain/search/terms.ts";
import { expansionAt, type Synonym, shippedThesaurus, type Thesaurus } from "#app/domain/search/thesaurus.ts";

/** Words that must be found together, and the synonyms that will do instead of all of them. */
export type Clause = { readonly terms: readonly Term[]; readonly synonyms: readonly Synonym[] };

/** What a person asked for. Nothing in it is query language any more: what was no operator is text. */
export type Query = {
  /** As typed, cut to `MAX_LENGTH`, control characters replaced by spaces. */
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly excluded: readonly Term[];
  /** Values of one filter are alternatives; filters narrow each other. Whether a value exists is for the reader of it. */
  readonly filters: Filters;
  /** What the reader should be told about how the query was understood. */
  readonly notes: readonly Note[];
};

/** Longer queries are cut; in UTF-16 code units. */
export const MAX_LENGTH = 1000;
/** Further words are left out. */
export const MAX_WORDS = 32;

const QUOTE = '"“”„‟«»';
const PIECE = new RegExp(
  String.raw`(?<minus>(?<=^|\s)-(?=[\p{L}\p{N}${QUOTE}]))?(?:(?<name>\p{L}+):)?` +
    String.raw`(?:[${QUOTE}](?<quoted>[^${QUOTE}]*)[${QUOTE}]|(?<bare>[^\s${QUOTE}]+))`,
  "gu",
);
/** What stands before a colon without being meant as an operator. */
const NO_OPERATOR = new Set(["http", "https", "mailto", "urn", "doi", "isbn"]);
/** Takes the place of what is no plain text, so that neither identifiers nor synonyms reach across it. */
const BLOCK = "|";

/**
 * Reads what a person typed: words, identifiers, "phrases", -exclusions and filters such as kind:practice (codes as
 * in the addresses; alternatives by comma; quotes around spaces). Any string gives a query; none throws.
 */
export function parseQuery(typed: string, thesaurus: Thesaurus = shippedThesaurus): Query {
  const notes: Note[] = [];
  if (typed.length > MAX_LENGTH) notes.push(note("tooLong", { limit: MAX_LENGTH }));
  const text = typed.slice(0, MAX_LENGTH).replace(/[\p{Cc}\p{Cs}]/gu, " ");
  const budget = { left: MAX_WORDS, exceeded: false };

  const filters: Partial<Record<FilterName, string[]>> = {};
  const phrases: Term[] = [];
  const excluded: Term[] = [];
  let plain = text;
  const leftOver = text.replace(PIECE, (piece: string, ...rest: unknown[]) => {
    const { minus, name, quoted, bare = "" } = rest.at(-1) as Record<string, string | undefined>;
    const start = rest.at(-3) as number;
    const take = () => {
      plain = plain.slice(0, start) + BLOCK.repeat(piece.length) + plain.slice(start + piece.length);
    };
    const operator = name?.toLowerCase();
    if (operator !== undefined && isFilterName(operator)) {
      take();
      if (minus) notes.push(note("negatedFilter", { name: operator }));
      else filters[operator] = [...new Set([...(filters[operator] ?? []), ...filterValues(operator, quoted, bare)])];
      return "";
    }
    const empty = /^(\p{L}+):$/u.exec(bare)?.[1]?.toLowerCase();
    if (empty !== undefined && isFilterName(empty)) notes.push(note("emptyFilter", { name: empty }));
    if (operator !== undefined && !NO_OPERATOR.has(operator) && !bare.startsWith("/")) {
      notes.push(note("unknownOperator", { name: name ?? "" }));
    }
    if (minus) {
      take();
      excluded.push(...withinBudget(quoted === undefined ? wholeOf(piece.slice(1)) : phraseOf(piece.slice(1)), budget));
    } else if (quoted !== undefined && name === undefined) {
      take();
      phrases.push(...withinBudget(phraseOf(quoted), budget));
    }
    return "";
  });
  if (/["“”„‟«»]/.test(leftOver)) notes.push(note("unclosedQuote"));

  const items = termsOf(plain).flatMap((term) => withinBudget(term, budget));
  const clauses = [
    ...clausesOf(items, plain, thesaurus),
    ...phrases.map((phrase): Clause => ({ terms: [phrase], synonyms: [] })),
  ];
  if (budget.exceeded) notes.push(note("tooManyWords", { limit: MAX_WORDS }));
  if (clauses.length === 0 && excluded.length > 0) notes.push(note("onlyExclusions"));
  if (clauses.length + excluded.length + Object.keys(filters).length === 0 && text.trim() !== "") {
    notes.push(note("noWords"));
  }
  return { text, clauses, excluded, filters, notes };
}

/** Names the thesaurus added to a query, as a reader knows them. */
export function addedSynonyms(query: Query): string[] {
  return [...new Set(query.clauses.flatMap((clause) => clause.synonyms.map((synonym) => synonym.label)))];
}

function clausesOf(items: readonly (WordTerm | IdentifierTerm)[], plain: string, thesaurus: Thesaurus): Clause[] {
  const clauses: Clause[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < items.length; ) {
    const run = runFrom(items, at, plain);
    const expansion = expansionAt(thesaurus, run, 0);
    const terms = run.slice(0, expansion?.length ?? 1);
    const spelling = terms.map((term) => (term.kind === "word" ? term.exact : term.identifier.key)).join(" ");
    if (!seen.has(spelling)) clauses.push({ terms, synonyms: expansion?.synonyms ?? [] });
    seen.add(spelling);
    at += terms.length;
  }
  return clauses;
}

/** The items from one on up to where something other than plain text stands between two. */
function runFrom<Item extends { readonly start: number; readonly end: number }>(
  items: readonly Item[],
  at: number,
  plain: string,
): readonly Item[] {
  const length = items
    .slice(at)
    .findIndex((item, index, run) => index > 0 && plain.slice(run[index - 1]?.end, item.start).includes(BLOCK));
  return length === -1 ? items.slice(at) : items.slice(at, at + length);
}

function withinBudget<Kind extends Term>(term: Kind | null, budget: { left: number; exceeded: boolean }): Kind[] {
  if (term === null) return [];
  const cost = term.kind === "phrase" ? term.words.length : 1;
  budget.exceeded ||= cost > budget.left;
  if (budget.exceeded) return [];
  budget.left -= cost;
  return [term];
}
