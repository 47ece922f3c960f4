import { analyse } from "#app/domain/search/analyse.ts";
import { ftsToken, type IndexedText } from "#app/domain/search/fts-text.ts";
import { findIdentifiers } from "#app/domain/search/identifiers.ts";

/** What one stretch of a text without white space gives: one entry a word. */
interface Stretch {
  exact: string[];
  /** A row a lane; words without a key in it are left out. */
  lanes: string[][];
  extras: string[];
}

const REMEMBERED = 200_000;
const BARRIER = ftsToken("\0");

/**
 * Makes a function that gives what `indexText` gives, for very many texts: analysing is a function of one word, and
 * words repeat, so what stands between two blanks is analysed once and remembered.
 */
export function createIndexer(): (text: string) => IndexedText {
  const remembered = new Map<string, Stretch>();
  const stretchOf = (text: string): Stretch => {
    const known = remembered.get(text);
    if (known) return known;
    const stretch = analysed(text);
    if (remembered.size >= REMEMBERED) remembered.clear();
    remembered.set(text, stretch);
    return stretch;
  };
  return (text) => {
    const exact: string[] = [];
    const lanes: string[][] = [];
    const extras = new Set<string>();
    for (const piece of text.split(/\s+/)) {
      if (piece === "") continue;
      const stretch = stretchOf(piece);
      for (const token of stretch.exact) exact.push(token);
      for (const [at, lane] of stretch.lanes.entries()) {
        lanes[at] ??= [];
        for (const key of lane) lanes[at].push(key);
      }
      for (const key of stretch.extras) extras.add(key);
    }
    const identifiers = [
      ...new Set(findIdentifiers(text).flatMap((found) => [found.key, ...found.sameAs, ...found.bases])),
    ];
    const rows = lanes.filter((lane) => lane.length > 0).map((lane) => lane.join(" "));
    const others = [...extras, ...identifiers.map(ftsToken)];
    return {
      exact: exact.join(" "),
      keys: [...rows, ...others].join(` ${BARRIER} `),
      identifiers: identifiers.join(" "),
    };
  };
}

function analysed(text: string): Stretch {
  const tokens = analyse(text);
  const lanes =
    tokens[0]?.lanes.map((_lane, at) => tokens.flatMap((token) => token.lanes[at] ?? []).map(ftsToken)) ?? [];
  const extras = tokens.flatMap((token) => token.keys.filter((key) => !token.lanes.includes(key)));
  return { exact: tokens.map(({ exact }) => ftsToken(exact)), lanes, extras: [...new Set(extras)].map(ftsToken) };
}
