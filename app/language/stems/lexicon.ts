/**
 * A small lexicon as text: entries on lines of their own or parted by commas, each a stem and then what stands for it.
 * Both are spelled as the stemmer sees them.
 */
type Entries = readonly (readonly [stem: string, forms: readonly string[]])[];

/** Stems by the stems that stand for them. */
export function stemLexicon(text: string, spell: (word: string) => string = (word) => word): Map<string, string> {
  return new Map(entriesOf(text, spell).flatMap(([stem, forms]) => forms.map((form) => [form, stem] as const)));
}

/**
 * Keys by word, from texts whose entries are of one kind: each a letter and the stem. A word in several entries has the
 * keys of all (djem and dëm are one word once folded).
 */
export function wordLexicon(
  texts: Readonly<Record<string, string>>,
  spell: (word: string) => string = (word) => word,
): Map<string, readonly string[]> {
  const keys = new Map<string, string[]>();
  for (const [kind, text] of Object.entries(texts)) {
    for (const [stem, forms] of entriesOf(text, spell)) {
      for (const form of forms) keys.set(form, [...new Set([...(keys.get(form) ?? []), kind + stem])]);
    }
  }
  return keys;
}

function entriesOf(text: string, spell: (word: string) => string): Entries {
  return text
    .split(/[\n,]/)
    .map((entry) => entry.trim())
    .filter((entry) => entry !== "")
    .map((entry) => {
      const [stem = "", ...forms] = entry.split(/\s+/).map(spell);
      return [stem, forms] as const;
    });
}
