/** A dictionary form and one of its inflected forms, or two words of different lemmas. */
export type Pair = readonly [one: string, other: string];

/** Reads lines of a word, a colon and the words it is paired with. */
export function pairsOf(text: string): Pair[] {
  return text
    .split("\n")
    .map((line) => line.split(":"))
    .flatMap(([one = "", others = ""]) =>
      others
        .split(" ")
        .filter((other) => other !== "")
        .map((other): Pair => [one.trim(), other]),
    );
}
