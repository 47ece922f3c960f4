import { spine } from "#db/migrations/0001-spine.ts";
import { searchState } from "#db/migrations/0002-search-state.ts";
import { tokensAndImports } from "#db/migrations/0003-tokens-and-imports.ts";
import { wordIndex } from "#db/migrations/0004-word-index.ts";
import { lighterIndexes } from "#db/migrations/0005-lighter-indexes.ts";

/** Listed by hand, in order, never edited once landed. */
export const migrations: readonly { number: number; name: string; sql: string }[] = [
  spine,
  searchState,
  tokensAndImports,
  wordIndex,
  lighterIndexes,
];
