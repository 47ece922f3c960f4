const LETTERS = 26;
const A = 97;

/** What stands at one beginning or ending, and the next shorter one in the tree. */
export interface Entry<Value> {
  readonly value: Value;
  readonly length: number;
  readonly shorter: Entry<Value> | null;
}

/**
 * Beginnings or endings in a-z with a value each, looked up letter by letter, without cutting a string for each length.
 */
export class LetterTree<Value> {
  /** Node times 26 plus letter: the next node, or 0. */
  private next = new Int32Array(LETTERS * 64);
  private readonly values: (Value | undefined)[] = [undefined];
  private readonly entries: (Entry<Value> | null)[];

  /** `fromEnd` for endings. Empty keys are left out. */
  constructor(
    known: Iterable<readonly [string, Value]>,
    private readonly fromEnd: boolean,
  ) {
    for (const [key, value] of known) {
      let node = 0;
      for (let at = 0; at < key.length; at++)
        node = this.grow(node, key.charCodeAt(fromEnd ? key.length - 1 - at : at));
      if (node !== 0) this.values[node] = value;
    }
    this.entries = this.values.map(() => null);
    this.link(0, 0, null);
  }

  /** The longest beginning or ending of the word that is in the tree; the whole word only with `whole`. */
  longest(word: string, whole = false): Entry<Value> | null {
    const most = whole ? word.length : word.length - 1;
    let found: Entry<Value> | null = null;
    let node = 0;
    for (let at = 0; at < most; at++) {
      const letter = word.charCodeAt(this.fromEnd ? word.length - 1 - at : at) - A;
      if (letter < 0 || letter >= LETTERS) break;
      node = this.next[node * LETTERS + letter] ?? 0;
      if (node === 0) break;
      found = this.entries[node] ?? found;
    }
    return found;
  }

  private grow(node: number, code: number): number {
    const at = node * LETTERS + code - A;
    const known = this.next[at] ?? 0;
    if (known !== 0) return known;
    const fresh = this.values.length;
    this.values.push(undefined);
    if ((fresh + 1) * LETTERS > this.next.length) {
      const larger = new Int32Array(this.next.length * 2);
      larger.set(this.next);
      this.next = larger;
    }
    this.next[at] = fresh;
    return fresh;
  }

  private link(node: number, length: number, shorter: Entry<Value> | null): void {
    const value = this.values[node];
    const own = value === undefined ? shorter : { value, length, shorter };
    this.entries[node] = value === undefined ? null : own;
    for (let letter = 0; letter < LETTERS; letter++) {
      const child = this.next[node * LETTERS + letter] ?? 0;
      if (child !== 0) this.link(child, length + 1, own);
    }
  }
}

/** The last three letters as a number, so that most words can be told from those of a table without a look into it. */
export function lastThree(word: string): number {
  const size = word.length;
  const third = size > 2 ? word.charCodeAt(size - 3) : 0;
  return word.charCodeAt(size - 1) * 65536 + word.charCodeAt(size - 2) * 256 + third;
}
