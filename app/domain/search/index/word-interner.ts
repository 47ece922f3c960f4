/**
 * Numbers the names of words in the order in which they come, each once; see `wordName`. One may serve many documents.
 */
export class WordInterner {
  /** By ordinal. */
  readonly names: string[] = [];
  private readonly ordinals = new Map<string, number>();

  ordinalOf(name: string): number {
    const known = this.ordinals.get(name);
    if (known !== undefined) return known;
    this.ordinals.set(name, this.names.length);
    return this.names.push(name) - 1;
  }
}
