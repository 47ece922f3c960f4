/**
 * A small lexicon as text, one entry a line: the stem first, then the stems or words that stand for it. A line may
 * hold several entries parted by a comma. Words are given as folded.
 */
export function lexiconOf(text: string, spell: (word: string) => string = (word) => word): Map<string, string> {
  const lexicon = new Map<string, string>();
  for (const entry of text.split(/[\n,]/)) {
    const [stem, ...forms] = entry.trim().split(/\s+/).map(spell);
    if (stem === undefined || stem === "") continue;
    for (const form of forms) lexicon.set(form, stem);
  }
  return lexicon;
}
