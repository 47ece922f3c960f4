import { type FilterName, type Filters, filterNamed, nearFilterWord } from "#app/domain/search/query/filter-names.ts";
import { filterValues } from "#app/domain/search/query/filters.ts";
import { distinctNotes, type Note, note } from "#app/domain/search/query/notes.ts";
import { readable, replacePieces } from "#app/domain/search/query/query-pieces.ts";
import {
  type IdentifierTerm,
  phraseOf,
  type Term,
  termsOf,
  type WordTerm,
  wholeOf,
} from "#app/domain/search/query/terms.ts";
import { expansionAt, type Synonym, shippedThesaurus, type Thesaurus } from "#app/domain/search/query/thesaurus.ts";
import { findCompounds } from "#app/language/compounds.ts";

/** Words that must be found together, and the synonyms that will do instead of all of them. */
export interface Clause {
  readonly terms: readonly Term[];
  readonly synonyms: readonly Synonym[];
}

/** What a person asked for. Nothing in it is query language any more: what was no operator is text. */
export interface Query {
  /** As typed, cut to `MAX_LENGTH`, control characters replaced by spaces. */
  readonly text: string;
  readonly clauses: readonly Clause[];
  readonly excluded: readonly Term[];
  /**
   * Values of one filter are alternatives, but for `BOUND_NAMES`, which narrow; filters narrow each other. Whether a
   * value exists is for whoever resolves it.
   */
  readonly filters: Filters;
  /** What the viewer should be told about how the query was understood. */
  readonly notes: readonly Note[];
}

/** Longer queries are cut; in UTF-16 code units. */
export const MAX_LENGTH = 1000;
/** Further words are left out. */
export const MAX_WORDS = 32;

/** Longer names of unknown operators are cut in their note. */
const MAX_NAME = 40;

/** What stands before a colon without being meant as an operator. */
const NO_OPERATOR = new Set(["http", "https", "mailto", "urn", "doi", "isbn"]);
/** Takes the place of what is no plain text, so that neither identifiers nor synonyms reach across it. */
const BLOCK = "|";

/**
 * Reads what a person typed: words, identifiers, "phrases", -exclusions and filters such as kind:practice (codes as
 * in the addresses; alternatives by comma; quotes around spaces). Further there are `evidence:>=3`, `3`, `2..4`;
 * `has:translation`; `before:`, `after:` and `date:` with a day, month, year or range in any spelling that
 * `daysWritten` knows, where `after:` begins with its first day, `before:` ends before its first day and `date:` is
 * all of its days; `round:` and `session:`. Any string gives a query; none throws.
 */
export function parseQuery(typed: string, thesaurus: Thesaurus = shippedThesaurus): Query {
  const notes: Note[] = [];
  if (typed.length > MAX_LENGTH) notes.push(note("tooLong", { limit: MAX_LENGTH }));
  const text = readable(typed.slice(0, MAX_LENGTH));
  const budget = { left: MAX_WORDS, exceeded: false };

  const filters: Partial<Record<FilterName, string[]>> = {};
  const phrases: Term[] = [];
  const excluded: Term[] = [];
  let plain = text;
  const leftOver = replacePieces(text, ({ whole, start, minus, name, quoted, bare }) => {
    const take = () => {
      plain = plain.slice(0, start) + BLOCK.repeat(whole.length) + plain.slice(start + whole.length);
    };
    const operator = name === undefined ? null : filterNamed(name);
    if (operator !== null) {
      take();
      const values = filterValues(operator, quoted, bare);
      const typedName = name?.toLowerCase() ?? operator;
      if (minus) notes.push(note("negatedFilter", { name: typedName }));
      else if (values.length === 0) notes.push(note("emptyFilter", { name: typedName }));
      else filters[operator] = [...new Set([...(filters[operator] ?? []), ...values])];
      return "";
    }
    const empty = /^(\p{L}+):$/u.exec(bare)?.[1] ?? "";
    if (filterNamed(empty) !== null) notes.push(note("emptyFilter", { name: empty.toLowerCase() }));
    if (name !== undefined && !NO_OPERATOR.has(name.toLowerCase()) && !bare.startsWith("/")) {
      const unknown = name.slice(0, MAX_NAME);
      const near = nearFilterWord(unknown);
      notes.push(
        near === null
          ? note("unknownOperator", { name: unknown })
          : note("unknownOperatorNear", { name: unknown, near }),
      );
    }
    if (minus) {
      take();
      excluded.push(...withinBudget(quoted === undefined ? wholeOf(whole.slice(1)) : phraseOf(whole.slice(1)), budget));
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
  return { text, clauses, excluded, filters, notes: distinctNotes(notes) };
}

/** Names the thesaurus added to a query, as a viewer knows them; another spelling of what was typed is none. */
export function addedSynonyms(query: Query): string[] {
  const named = query.clauses.flatMap(({ terms, synonyms }) =>
    synonyms.map(({ label }) => label).filter((label) => label !== terms.map(({ surface }) => surface).join("")),
  );
  return [...new Set(named)];
}

function clausesOf(items: readonly (WordTerm | IdentifierTerm)[], plain: string, thesaurus: Thesaurus): Clause[] {
  const clauses: Clause[] = [];
  const seen = new Set<string>();
  for (let at = 0; at < items.length; ) {
    const run = runFrom(items, at, plain);
    const expansion = expansionAt(thesaurus, run, 0);
    const joined = expansion === null ? joinedWord(run, plain) : null;
    const terms = run.slice(0, expansion?.length ?? (joined === null ? 1 : 2));
    if (expansion === null && isAnd(items, at)) {
      at++;
      continue;
    }
    const spelling = terms.map((term) => (term.kind === "word" ? term.exact : term.identifier.key)).join(" ");
    if (!seen.has(spelling))
      clauses.push({ terms, synonyms: expansion?.synonyms ?? (joined === null ? [] : [joined]) });
    seen.add(spelling);
    at += terms.length;
  }
  return clauses;
}

/** All words are asked for as it is: a writer of "x AND y" means no third one. */
function isAnd(items: readonly (WordTerm | IdentifierTerm)[], at: number): boolean {
  return items[at]?.surface === "AND" && at > 0 && at < items.length - 1;
}

/** Two words with a hyphen between them as the one word others make of them: "prerelease" of "pre-release". */
function joinedWord([one, other]: readonly (WordTerm | IdentifierTerm)[], plain: string): Synonym | null {
  if (one?.kind !== "word" || other?.kind !== "word") return null;
  const [compound] = findCompounds(plain.slice(one.start, other.end));
  if (compound?.surface.length !== other.end - one.start) return null;
  const label = one.surface + other.surface;
  return { label, items: termsOf(label) };
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
