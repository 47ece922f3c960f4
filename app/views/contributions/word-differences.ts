import { diffArrays } from "diff";

/** A stretch of text and what became of it. */
export interface TextPart {
  text: string;
  change: "same" | "removed" | "added";
}

/** Words that may differ before both texts count as different from beginning to end. */
const MOST_CHANGES = 2_000;

/**
 * The differences between two texts, word by word in any script (UAX #29), in their order. Removed words stand before
 * those that took their place; blanks and signs between changed words belong to the change. Joined without what was
 * added the parts are `before`, without what was removed they are `after`.
 * @param tag BCP 47 tag of the language, whose words are told apart
 */
export function wordDifferences(before: string, after: string, tag: string): TextPart[] {
  const words = wordsIn(tag);
  const changes = diffArrays(words(before), words(after), { maxEditLength: MOST_CHANGES });
  if (!changes) return merged([part(before, "removed"), part(after, "added")]);
  return merged(
    changes.map(({ value, added, removed }) => part(value.join(""), added ? "added" : removed ? "removed" : "same")),
  );
}

function part(text: string, change: TextPart["change"]): TextPart {
  return { text, change };
}

function wordsIn(tag: string): (text: string) => string[] {
  const segmenter = new Intl.Segmenter(tag, { granularity: "word" });
  return (text) => Array.from(segmenter.segment(text), ({ segment }) => segment);
}

/** One part removed and one added between two that stayed, also across the blank that two changed words share. */
function merged(parts: readonly TextPart[]): TextPart[] {
  const result: TextPart[] = [];
  let removed = "";
  let added = "";
  const end = () => {
    if (removed) result.push(part(removed, "removed"));
    if (added) result.push(part(added, "added"));
    [removed, added] = ["", ""];
  };
  parts.forEach(({ text, change }, at) => {
    if (change === "removed") removed += text;
    else if (change === "added") added += text;
    else if (isBetween(text) && removed && added && at < parts.length - 1) {
      removed += text;
      added += text;
    } else {
      end();
      if (text) result.push(part(text, "same"));
    }
  });
  end();
  return result;
}

/** Whether only blanks and signs stand in it, and no end of a line: paragraphs are told apart. */
function isBetween(text: string): boolean {
  return !/[\p{L}\p{N}\n]/u.test(text);
}
