/** Keeps the best few of many: a heap with the worst of them on top. */
export class BestFew {
  readonly #size: number;
  readonly #items: number[] = [];
  readonly #scores: number[] = [];
  readonly #compare: (one: number, oneScore: number, other: number, otherScore: number) => number;

  constructor(size: number, compare: (one: number, oneScore: number, other: number, otherScore: number) => number) {
    this.#size = size;
    this.#compare = compare;
  }

  /** The worst that is kept, and its score; -1 until it is full, since then nothing is too bad. */
  get worst(): number {
    return this.#items.length < this.#size ? -1 : (this.#items[0] as number);
  }

  get worstScore(): number {
    return this.#scores[0] as number;
  }

  offer(item: number, score: number): void {
    const items = this.#items;
    const scores = this.#scores;
    if (items.length < this.#size) {
      let at = items.push(item) - 1;
      scores.push(score);
      while (at > 0) {
        const above = (at - 1) >> 1;
        if (this.#worse(above, at)) break;
        this.#swap(at, above);
        at = above;
      }
      return;
    }
    if (this.#compare(item, score, items[0] as number, scores[0] as number) <= 0) return;
    items[0] = item;
    scores[0] = score;
    for (let at = 0; ; ) {
      let worst = at;
      for (const below of [2 * at + 1, 2 * at + 2]) {
        if (below < items.length && this.#worse(below, worst)) worst = below;
      }
      if (worst === at) break;
      this.#swap(at, worst);
      at = worst;
    }
  }

  /** All that is kept, the best first. */
  sorted(): number[] {
    const order = this.#items.map((item, at) => ({ item, score: this.#scores[at] as number }));
    order.sort((one, other) => this.#compare(other.item, other.score, one.item, one.score));
    return order.map(({ item }) => item);
  }

  #worse(one: number, other: number): boolean {
    return (
      this.#compare(
        this.#items[one] as number,
        this.#scores[one] as number,
        this.#items[other] as number,
        this.#scores[other] as number,
      ) < 0
    );
  }

  #swap(one: number, other: number): void {
    [this.#items[one], this.#items[other]] = [this.#items[other] as number, this.#items[one] as number];
    [this.#scores[one], this.#scores[other]] = [this.#scores[other] as number, this.#scores[one] as number];
  }
}
