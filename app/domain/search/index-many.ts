import { analyse } from "#app/domain/search/analyse.ts";
import { ftsToken, type IndexedText } from "#app/domain/search/fts-text.ts";
import { findIdentifiers } from "#app/domain/search/identifiers.ts";

/** What one stretch of a text without white space gives. */
interface Stretch {
  exact: string;
  /** A line of keys a lane; words without a key in it are left out. */
  lanes: string[];
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
    let exact = "";
    const lanes: string[] = [];
    const extras = new Set<string>();
    for (const piece of text.split(/\s+/)) {
      const stretch = stretchOf(piece);
      exact = joined(exact, stretch.exact);
      for (let at = 0; at < stretch.lanes.length; at++) lanes[at] = joined(lanes[at] ?? "", stretch.lanes[at] ?? "");
      for (const key of stretch.extras) extras.add(key);
    }
    const found = findIdentifiers(text).flatMap(({ key, sameAs, bases }) => [key, ...sameAs, ...bases]);
    const identifiers = [...new Set(found)];
    const rows = lanes.filter((lane) => lane !== "");
    const others = [...extras, ...identifiers.map(ftsToken)];
    return { exact, keys: [...rows, ...others].join(` ${BARRIER} `), identifiers: identifiers.join(" ") };
  };
}

function joined(one: string, other: string): string {
  return one === "" ? other : other === "" ? one : `${one} ${other}`;
}

function analysed(text: string): Stretch {
  const tokens = analyse(text);
  const lane = (at: number) => tokens.flatMap((token) => token.lanes[at] ?? []).map(ftsToken);
  const extras = tokens.flatMap((token) => token.keys.filter((key) => !token.lanes.includes(key)));
  return {
    exact: tokens.map(({ exact }) => ftsToken(exact)).join(" "),
    lanes: tokens[0]?.lanes.map((_key, at) => lane(at).join(" ")) ?? [],
    extras: [...new Set(extras)].map(ftsToken),
  };
}
