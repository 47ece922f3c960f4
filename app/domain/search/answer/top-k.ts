type Compare = (one: number, oneScore: number, other: number, otherScore: number) => number;

interface Entry {
  item: number;
  score: number;
}

/** Keeps the best k of many: a heap with the worst of them on top. */
export class TopK {
  private readonly size: number;
  private readonly heap: Entry[] = [];
  private readonly compare: Compare;

  /** @param compare more than 0 where the first is better */
  constructor(size: number, compare: Compare) {
    this.size = size;
    this.compare = compare;
  }

  /** The worst that is kept; -1 until the heap is full, since then nothing is too bad. */
  get worst(): number {
    return this.heap.length < this.size ? -1 : (this.heap[0]?.item ?? -1);
  }

  get worstScore(): number {
    return this.heap[0]?.score ?? Number.NEGATIVE_INFINITY;
  }

  offer(item: number, score: number): void {
    const { heap } = this;
    const entry = { item, score };
    if (heap.length < this.size) {
      this.rise(entry, heap.push(entry) - 1);
      return;
    }
    const [worst] = heap;
    if (worst !== undefined && this.isBetter(entry, worst)) this.sink(entry);
  }

  /** All that is kept, the best first. */
  sorted(): number[] {
    const order = [...this.heap].sort((one, other) => (this.isBetter(one, other) ? -1 : 1));
    return order.map(({ item }) => item);
  }

  private rise(entry: Entry, from: number): void {
    const { heap } = this;
    let at = from;
    while (at > 0) {
      const above = (at - 1) >> 1;
      const parent = heap[above] as Entry;
      if (!this.isBetter(parent, entry)) break;
      heap[at] = parent;
      at = above;
    }
    heap[at] = entry;
  }

  /** Puts an entry in place of the worst. */
  private sink(entry: Entry): void {
    const { heap } = this;
    let at = 0;
    for (;;) {
      let below = 2 * at + 1;
      const [left, right] = [heap[below], heap[below + 1]];
      if (left === undefined) break;
      if (right !== undefined && this.isBetter(left, right)) below++;
      const worse = heap[below] as Entry;
      if (this.isBetter(worse, entry)) break;
      heap[at] = worse;
      at = below;
    }
    heap[at] = entry;
  }

  private isBetter(one: Entry, other: Entry): boolean {
    return this.compare(one.item, one.score, other.item, other.score) > 0;
  }
}
