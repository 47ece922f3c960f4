import { diffArrays } from "diff";

/** A stretch of text and what became of it. */
export interface TextPart {
  text: string;
  change: "same" | "removed" | "added";
}

/** Words that may differ in all texts of a page together: the work grows with the square of what differs in one. */
const MOST_CHANGES = 700;

/** How many words may differ in each of so many texts that are compared for one page. */
export function mostChanges(texts: number): number {
  return Math.floor(MOST_CHANGES / Math.sqrt(Math.max(1, texts)));
}

/**
 * The differences between two texts, word by word in any script that parts words by blanks, in their order. Removed
 * words stand before those that took their place; blanks and signs between changed words belong to the change. Joined
 * without what was added the parts are `before`, without what was removed they are `after`.
 * @param most words that may differ before both texts count as different from beginning to end
 */
export function wordDifferences(before: string, after: string, most = MOST_CHANGES): TextPart[] {
  const changes = diffArrays(wordsOf(before), wordsOf(after), { maxEditLength: most });
  if (!changes) return merged([part(before, "removed"), part(after, "added")]);
  return merged(
    changes.map(({ value, added, removed }) => part(value.join(""), added ? "added" : removed ? "removed" : "same")),
  );
}

function part(text: string, change: TextPart["change"]): TextPart {
  return { text, change };
}

/** Words, and each sign between them. `Intl.Segmenter` knows more of words, and takes twenty times as long. */
function wordsOf(text: string): string[] {
  return text.match(/[\p{L}\p{M}\p{N}]+(?:['’.][\p{L}\p{M}\p{N}]+)*|./gsu) ?? [];
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
